import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { firstPaint } from "./plugins/firstPaint";
import { offline } from "./plugins/offline";
import { editPlotly } from "./plugins/plotly";
import { contentSecurityPolicy } from "./plugins/policy";
import { editPyodide } from "./plugins/pyodide";
import { reportParts } from "./plugins/report";
import { runtimeFiles } from "./plugins/runtime";
import { webview } from "./plugins/webview";

const HERE = import.meta.dirname;
const OUT = {
  site: resolve(HERE, "../dist/site"),
  server: resolve(HERE, "../optuna_dashboard/public"),
  vscode: resolve(HERE, "../vscode-extension/dist/pages"),
};

type HostName = keyof typeof OUT;

/**
 * `vite --mode site` makes the static site, `vite --mode server` the assets of the server, and
 * `vite build --mode vscode` what the VS Code extension shows in its webview.
 */
export default defineConfig(({ mode, command }) => {
  const host: HostName = mode === "server" || mode === "vscode" ? mode : "site";
  return {
    root: HERE,
    // Relative, so that the site works from any sub-path of any static server. Our own server
    // sends the page at many addresses and writes into it where its files are.
    base: command === "serve" ? "/" : "./",
    // Plotly and its dependencies know the global object by the name that Node gives it.
    define: { __VERSION__: JSON.stringify(version()), global: "globalThis" },
    resolve: {
      alias: { "#host": resolve(HERE, `src/hosts/${host}.ts`), buffer: "buffer/" },
    },
    plugins: [
      react(),
      editPlotly(),
      reportParts(),
      ...(host === "site"
        ? [firstPaint(), contentSecurityPolicy(), runtimeFiles(), offline()]
        : []),
      ...(host === "vscode" ? [webview(), runtimeFiles()] : []),
    ],
    worker: {
      format: "es",
      plugins: () => [editPyodide()],
      rolldownOptions: {
        // What Pyodide would import in Node; no browser comes there.
        external: /^(node:|ws$)/,
        // Pyodide's own code has an `eval` where no page of ours leads; the policy forbids it.
        checks: { eval: false },
      },
    },
    build: {
      outDir: OUT[host],
      emptyOutDir: true,
      target: "es2022",
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 3000,
    },
    server: { port: 5173, ...(host === "server" ? { proxy: proxy("http://127.0.0.1:8080") } : {}) },
  };
});

function version(): string {
  const text = readFileSync(resolve(HERE, "../pyproject.toml"), "utf8");
  return /^version = "(.+)"$/m.exec(text)?.[1] ?? "";
}

function proxy(target: string): Record<string, string> {
  return { "/api": target, "/csv": target, "/artifacts": target };
}

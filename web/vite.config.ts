import { cpSync, createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { createServer, defineConfig, type Plugin } from "vite";

const HERE = import.meta.dirname;
const RUNTIME = resolve(HERE, "../build/runtime");
const OUT = {
  site: resolve(HERE, "../dist/site"),
  server: resolve(HERE, "../optuna_dashboard/public"),
};

type HostName = keyof typeof OUT;

/** `vite --mode site` makes the static site, `vite --mode server` the assets of the server. */
export default defineConfig(({ mode, command }) => {
  const host: HostName = mode === "server" ? "server" : "site";
  return {
    root: HERE,
    // Relative, so that the site works from any sub-path of any static server.
    base: command === "serve" ? "/" : host === "site" ? "./" : "/static/",
    // Plotly and its dependencies know the global object by the name that Node gives it.
    define: { __VERSION__: JSON.stringify(version()), global: "globalThis" },
    resolve: {
      alias: { "#host": resolve(HERE, `src/hosts/${host}.ts`), buffer: "buffer/" },
    },
    plugins: [
      react(),
      ...(host === "site" ? [firstPaint(), contentSecurityPolicy(), runtimeFiles()] : []),
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

/** Pieces of Pyodide's loader that a bundler takes at their word, and what stands instead. */
const PYODIDE_EDITS: readonly (readonly [string, string])[] = [
  // The worker compiles `runtime/pyodide.asm.wasm` itself; this would bundle a second one.
  ['new URL("pyodide.asm.wasm",import.meta.url)', 'new URL("pyodide.asm.wasm",location.href)'],
  ['if(typeof module!="undefined"){module.exports=MiniLZ4}', ""],
];

function editPyodide(): Plugin {
  return {
    name: "edit-pyodide",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/pyodide/pyodide.asm.mjs")) return null;
      const edited = PYODIDE_EDITS.reduce((text, [before, after]) => {
        if (!text.includes(before)) throw new Error(`This Pyodide has no ${before}`);
        return text.replace(before, after);
      }, code);
      return { code: edited, map: null };
    },
  };
}

/** The built page may load nothing from elsewhere and run no text as code. */
function contentSecurityPolicy(): Plugin {
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    // Emotion and Plotly insert style elements.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: policy },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** Puts the first page into the HTML: a visitor sees it before any script has come. */
function firstPaint(): Plugin {
  return {
    name: "first-paint",
    apply: "build",
    async transformIndexHtml(html) {
      const server = await createServer({
        configFile: resolve(HERE, "vite.config.ts"),
        mode: "site",
        server: { middlewareMode: true, ws: false },
        appType: "custom",
        logLevel: "error",
      });
      try {
        const { prerender } = await server.ssrLoadModule("/src/prerender.tsx");
        return html.replace('<div id="root"></div>', () => `<div id="root">${prerender()}</div>`);
      } finally {
        await server.close();
      }
    },
  };
}

/** Python and its packages, prepared by `wasm/`, beside the page as `runtime/`. */
function runtimeFiles(): Plugin {
  const types: Record<string, string> = {
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".json": "application/json",
    ".wasm": "application/wasm",
  };
  return {
    name: "runtime-files",
    configureServer(server) {
      server.middlewares.use("/runtime", (request, response, next) => {
        const path = join(RUNTIME, decodeURIComponent((request.url ?? "").split("?")[0] ?? ""));
        if (!path.startsWith(RUNTIME) || !existsSync(path) || !statSync(path).isFile())
          return next();
        response.setHeader("Content-Type", types[extname(path)] ?? "application/octet-stream");
        createReadStream(path).pipe(response);
      });
    },
    writeBundle() {
      if (existsSync(RUNTIME)) cpSync(RUNTIME, join(OUT.site, "runtime"), { recursive: true });
    },
  };
}

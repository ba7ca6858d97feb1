import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import type { Plugin } from "vite";
import { STATE_COLORS, SURFACES } from "../src/theme/colors";
import { FONTS } from "../src/theme/fonts";

const SOURCE = resolve(import.meta.dirname, "../report");

/**
 * Adds `report.html`: what a report of the core needs in its head to stand for itself. Whoever
 * saves a report puts it there as it is, for its policy knows the script by its hash.
 */
export function reportParts(): Plugin {
  return {
    name: "report-parts",
    configureServer(server) {
      server.middlewares.use("/report.html", (_, response, next) => {
        reportHead().then((html) => response.end(html), next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: "report.html", source: await reportHead() });
    },
  };
}

async function reportHead(): Promise<string> {
  const script = await bundle();
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    // Plotly inserts style elements.
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const style = variables() + readFileSync(join(SOURCE, "report.css"), "utf8");
  return [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<style>\n${style}</style>`,
    `<script>${script}</script>`,
  ].join("\n");
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(SOURCE, "main.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    // It stands in the head, and Plotly wants a body as soon as it is there.
    banner: { js: 'document.addEventListener("DOMContentLoaded",()=>{' },
    footer: { js: "});" },
    target: "es2022",
    // The style of maps, which no figure draws.
    loader: { ".css": "empty" },
    // As in the pages: the names by which Plotly's dependencies know what Node has.
    define: { global: "globalThis" },
    alias: { buffer: "buffer/" },
    legalComments: "none",
  });
  const [script] = outputFiles;
  if (!script || script.text.includes("\r") || /<\/script|<!--/i.test(script.text)) {
    throw new Error("The script of reports cannot stand within HTML");
  }
  return script.text;
}

/** The colours of the pages, as far as the browser's scheme goes. */
function variables(): string {
  const colors = (scheme: "light" | "dark") =>
    Object.entries({ ...SURFACES[scheme], ...STATE_COLORS[scheme] })
      .map(([name, color]) => `--${name}: ${color};`)
      .join(" ");
  return [
    `:root { --font: ${FONTS.text}; ${colors("light")} }`,
    `@media screen and (prefers-color-scheme: dark) { :root { ${colors("dark")} } }`,
    "",
  ].join("\n");
}

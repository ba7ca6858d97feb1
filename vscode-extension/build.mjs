/**
 * Builds what is packaged: `dist/extension.js`, which both kinds of extension hosts run, and
 * `dist/pages`, which the webview shows.
 */
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { build as bundle } from "esbuild";
import { build as buildPages } from "vite";

const HERE = import.meta.dirname;
const DIST = resolve(HERE, "dist");

rmSync(DIST, { recursive: true, force: true });
await buildPages({
  configFile: resolve(HERE, "../web/vite.config.ts"),
  mode: "vscode",
  logLevel: "warn",
});
await bundle({
  entryPoints: [resolve(HERE, "src/extension.ts")],
  outfile: resolve(DIST, "extension.js"),
  bundle: true,
  minify: true,
  format: "cjs",
  // Nothing of Node: the same file runs in the browser.
  platform: "browser",
  target: "es2022",
  external: ["vscode"],
});

// Chromium with a page that holds a WorkerHost, for the tests and the measurements.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { build } from "esbuild";

const WASM = resolve(import.meta.dirname, "..");
const RUNTIME = resolve(WASM, "../build/runtime");
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
/** The policy of the built site, on the page and on the worker's script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
].join("; ");

/** One script of an entry and all that it imports. */
async function bundle(entry) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    logLevel: "error",
    // Branches of Pyodide for Node, never taken in a browser.
    external: ["node:*", "ws"],
    logOverride: { "direct-eval": "silent" },
  });
  return result.outputFiles[0].contents;
}

/** Builds the worker and a page around it; answers their contents by path. */
export async function buildPages() {
  return {
    "/index.html": "<!doctype html><title>worker</title><script type=module src=page.js></script>",
    "/page.js": await bundle(join(WASM, "test/page.ts")),
    "/boot.js": await bundle(join(WASM, "boot.ts")),
    "/bare.js": await bundle(join(WASM, "test/bare.ts")),
  };
}

/**
 * Serves the pages and the runtime folder. `faults` answers some paths otherwise: with another
 * status, body or headers, cut after some bytes, or never.
 *
 * @param {Record<string, string | Uint8Array>} pages
 * @param {Record<string, { status?: number, body?: string, headers?: Record<string, string>,
 *   cut?: number, hang?: boolean }>} faults
 */
export async function serve(pages, faults = {}) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const fault = faults[path] ?? {};
    if (fault.hang) return;
    const body = fault.body ?? pages[path] ?? (await readRuntime(path));
    const headers = {
      "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
      "Content-Security-Policy": POLICY,
      "Cache-Control": "no-cache",
      ...fault.headers,
    };
    response.writeHead(fault.status ?? (body === undefined ? 404 : 200), headers);
    response.end(fault.cut === undefined ? body : body.subarray(0, fault.cut));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  return {
    origin: `http://127.0.0.1:${port}`,
    faults,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

async function readRuntime(path) {
  if (!path.startsWith("/runtime/")) return undefined;
  return readFile(join(RUNTIME, path.slice("/runtime/".length))).catch(() => undefined);
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

import { cpSync, createReadStream, existsSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import type { Plugin } from "vite";

/** Where `wasm/` leaves Python and its packages. */
export const RUNTIME = resolve(import.meta.dirname, "../../build/runtime");

/** Python and its packages, prepared by `wasm/`, beside the page as `runtime/`. */
export function runtimeFiles(): Plugin {
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
    writeBundle({ dir: out = "" }) {
      if (existsSync(RUNTIME)) cpSync(RUNTIME, join(out, "runtime"), { recursive: true });
    },
  };
}

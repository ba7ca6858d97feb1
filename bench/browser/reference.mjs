import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { loadPyodide } from "pyodide";

const RUNTIME = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"];

const PAGE = `<!doctype html><meta charset="utf-8"><title>Reference</title>
<script type="module">new Worker("worker.mjs", { type: "module" });</script>`;

const WORKER = `import { loadPyodide } from "./pyodide.mjs";
const snapshot = await (await fetch("snapshot.bin")).arrayBuffer();
await loadPyodide({ _loadSnapshot: snapshot });
postMessage({ type: "ready" });`;

/**
 * Writes a page whose worker does nothing but start Pyodide from a snapshot that holds
 * nothing: the least that any page with Pyodide in a worker must wait.
 */
export async function writeReference(folder) {
  mkdirSync(folder, { recursive: true });
  const pyodideFolder = dirname(createRequire(import.meta.url).resolve("pyodide"));
  for (const file of [...RUNTIME, "pyodide-lock.json"]) {
    copyFileSync(join(pyodideFolder, file), join(folder, file));
  }
  const pyodide = await loadPyodide({ _makeSnapshot: true });
  writeFileSync(join(folder, "snapshot.bin"), pyodide.makeMemorySnapshot());
  writeFileSync(join(folder, "worker.mjs"), WORKER);
  writeFileSync(join(folder, "index.html"), PAGE);
}

// Makes `snapshot.bin`: Python's memory after everything that the first request needs has been
// imported, so that a worker starts from there instead of starting Python. Then writes
// `manifest.json`, by which the page knows the size and the hash of every runtime file, and
// puts `build/runtime-next`, which `scripts/fetch_runtime.py` has begun, in its place.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { loadPyodide, version } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { CORE_PATH } from "./core-path.mjs";

const ROOT = resolve(import.meta.dirname, "..");
const SAMPLE = join(ROOT, "web/public/sample.db");
const WARM_UP = readFileSync(join(import.meta.dirname, "warm_up.py"), "utf8");

const PAGE = 65536; // of WebAssembly memory

async function makeSnapshot(folder) {
  // The time zone of the building machine must not travel with the snapshot.
  process.env.TZ = "UTC";
  const pyodide = await loadPyodide({
    indexURL: `${folder}/`,
    lockFileURL: join(folder, "pyodide-lock.json"),
    createPyodideModule,
    _makeSnapshot: true,
  });
  pyodide.FS.writeFile(CORE_PATH, readFileSync(join(folder, "core.zip")));
  pyodide.FS.writeFile("/tmp/sample.db", readFileSync(SAMPLE));
  pyodide.globals.set("CORE_PATH", CORE_PATH);
  pyodide.runPython(WARM_UP);
  return withoutUnused(pyodide.makeMemorySnapshot(), pyodide._module);
}

/** Memory grows in large steps: what lies above the end of the heap has never been used. */
function withoutUnused(snapshot, module) {
  const [, header] = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2);
  const heapEnd = module.HEAPU32[module._emscripten_get_sbrk_ptr() / 4];
  const end = header + Math.ceil(heapEnd / PAGE) * PAGE;
  if (snapshot.subarray(end).some((byte) => byte !== 0)) {
    throw new Error("There is something above the end of the heap.");
  }
  return snapshot.subarray(0, end);
}

function writeManifest(folder) {
  const files = {};
  for (const name of readdirSync(folder).sort()) {
    if (name === "manifest.json") continue;
    const bytes = readFileSync(join(folder, name));
    files[name] = {
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
  }
  const manifest = { pyodide: version, files };
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
}

const folder = join(ROOT, "build/runtime-next");
const place = join(ROOT, "build/runtime");
const megabytes = (bytes) => `${(bytes.length / 1e6).toFixed(1)} MB`;
try {
  const snapshot = await makeSnapshot(folder);
  const compressed = gzipSync(snapshot, { level: 9 });
  writeFileSync(join(folder, "snapshot.bin"), snapshot);
  writeFileSync(join(folder, "snapshot.packed"), compressed);
  writeManifest(folder);
  rmSync(place, { recursive: true, force: true });
  renameSync(folder, place);
  process.stdout.write(`snapshot: ${megabytes(snapshot)}, ${megabytes(compressed)} compressed\n`);
} catch (error) {
  // Left to Node, a Python error is preceded by the line it passed in Pyodide: all of it.
  process.stderr.write(`The snapshot was not made: ${error.message}\n`);
  process.exitCode = 1;
}

/** Starts Python: from the memory snapshot, or plainly. */
import { loadPyodide, type PyodideAPI } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { type AssetStore, CORE, LOCK, SNAPSHOT, WASM } from "./assets";
import { CORE_PATH } from "./core-path.mjs";

const PAGE = 65536; // of WebAssembly memory

type LoadOptions = NonNullable<Parameters<typeof loadPyodide>[0]>;
type CreateModule = NonNullable<LoadOptions["createPyodideModule"]>;
type InstantiateWasm = (
  imports: WebAssembly.Imports,
  receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
) => object;

export async function startPython(
  store: AssetStore,
  boot: "snapshot" | "plain",
): Promise<PyodideAPI> {
  serveFetch(store);
  const core = store.bytes(CORE);
  const wasm = store.compile();
  const start = {
    indexURL: store.base,
    packageBaseUrl: store.base,
    lockFileContents: store.json(LOCK) as NonNullable<LoadOptions["lockFileContents"]>,
    ...(boot === "snapshot" ? { _loadSnapshot: store.snapshot() } : {}),
  };
  const pyodide = await new Promise<PyodideAPI>((resolve, reject) => {
    store.failed.catch(reject);
    const heap = boot === "snapshot" ? store.size(SNAPSHOT) : 0;
    const createModule = moduleFrom(wasm, heap, reject);
    loadPyodide({ ...start, createPyodideModule: createModule }).then(resolve, reject);
  });
  pyodide.FS.writeFile(CORE_PATH, await core, { canOwn: true });
  if (boot === "plain") pyodide.runPython(`import sys; sys.path.insert(0, "${CORE_PATH}")`);
  return pyodide;
}

// The two imports that Pyodide's own loader adds, in the form for engines without wasm-gc.
const ERROR_MARKER = Symbol("error marker");
const MARKER_IMPORTS = {
  Jsv_GetError_import: () => ERROR_MARKER,
  JsvError_Check: (value: unknown) => value === ERROR_MARKER,
};

/**
 * Compiles in parallel with the download of the snapshot, and hears of failures: left to
 * itself, Pyodide logs a failed instantiation and never settles.
 */
function moduleFrom(
  wasm: Promise<WebAssembly.Module>,
  heap: number,
  fail: (error: unknown) => void,
): CreateModule {
  const instantiateWasm: InstantiateWasm = (imports, receive) => {
    Object.assign(imports.env ?? {}, MARKER_IMPORTS);
    wasm
      .then(async (module) => {
        const instance = await WebAssembly.instantiate(module, imports);
        makeRoom(instance.exports.memory, heap);
        receive(instance, module);
      })
      .catch(fail);
    return {};
  };
  return (settings) => createPyodideModule(Object.assign(settings, { instantiateWasm }));
}

/** A snapshot may hold more than the memory that an instance has at first. */
export function makeRoom(memory: unknown, bytes: number): void {
  if (!(memory instanceof WebAssembly.Memory)) return;
  const missing = Math.floor(bytes / PAGE) - memory.buffer.byteLength / PAGE;
  if (missing > 0) memory.grow(missing);
}

const networkFetch = globalThis.fetch.bind(globalThis);

/** Pyodide fetches with the global function: let it get runtime files from the store. */
export function serveFetch(store: AssetStore): void {
  globalThis.fetch = async (input, init) => {
    const name = store.nameOf(input instanceof Request ? input.url : String(input));
    if (name === undefined) return networkFetch(input, init);
    // Asked for at once, and not used: see moduleFrom.
    if (name === WASM) return new Response();
    return new Response(await store.bytes(name, init));
  };
}

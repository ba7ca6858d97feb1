/** Pyodide and nothing else, to measure against: plain, or from the snapshot. */
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { makeRoom } from "../runtime";

declare const self: DedicatedWorkerGlobalScope;

type Receive = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;
type Settings = { instantiateWasm: (imports: WebAssembly.Imports, receive: Receive) => object };

self.onmessage = async ({ data }: MessageEvent<{ base: string; snapshot: boolean }>) => {
  const snapshot = data.snapshot ? download(`${data.base}snapshot.bin`) : undefined;
  await loadPyodide({
    indexURL: data.base,
    createPyodideModule: async (settings) => {
      const bytes = (await snapshot)?.byteLength ?? 0;
      const own = settings as unknown as Settings;
      const { instantiateWasm } = own;
      own.instantiateWasm = (imports, receive) =>
        instantiateWasm(imports, (instance, module) => {
          makeRoom(instance.exports.memory, bytes);
          receive(instance, module);
        });
      return createPyodideModule(settings);
    },
    ...(snapshot ? { _loadSnapshot: snapshot } : {}),
  });
  self.postMessage(performance.now());
};

async function download(url: string): Promise<ArrayBuffer> {
  return (await fetch(url)).arrayBuffer();
}

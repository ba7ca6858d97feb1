/** Pyodide and nothing else, to measure against: plain, or from the snapshot. */
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = async ({ data }: MessageEvent<{ base: string; snapshot: boolean }>) => {
  const snapshot = fetch(`${data.base}snapshot.bin`).then((response) => response.arrayBuffer());
  await loadPyodide({
    indexURL: data.base,
    createPyodideModule,
    ...(data.snapshot ? { _loadSnapshot: snapshot } : {}),
  });
  self.postMessage(performance.now());
};

/** Pyodide and nothing else, to measure against: plain, or from the snapshot. */
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = async ({ data }: MessageEvent<{ base: string; snapshot: boolean }>) => {
  await loadPyodide({
    indexURL: data.base,
    createPyodideModule,
    ...(data.snapshot ? { _loadSnapshot: download(`${data.base}snapshot.bin`) } : {}),
  });
  self.postMessage(performance.now());
};

async function download(url: string): Promise<ArrayBuffer> {
  return (await fetch(url)).arrayBuffer();
}

import type { Plugin } from "vite";

/** Pieces of Pyodide's loader that a bundler takes at their word, and what stands instead. */
const PYODIDE_EDITS: readonly (readonly [string, string])[] = [
  // The worker compiles `runtime/pyodide.asm.wasm` itself; this would bundle a second one.
  ['new URL("pyodide.asm.wasm",import.meta.url)', 'new URL("pyodide.asm.wasm",location.href)'],
  ['if(typeof module!="undefined"){module.exports=MiniLZ4}', ""],
];

export function editPyodide(): Plugin {
  return {
    name: "edit-pyodide",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/pyodide/pyodide.asm.mjs")) return null;
      const edited = PYODIDE_EDITS.reduce((text, [before, after]) => {
        if (!text.includes(before)) throw new Error(`This Pyodide has no ${before}`);
        return text.replace(before, after);
      }, code);
      return { code: edited, map: null };
    },
  };
}

/** The Emscripten half of Pyodide, which the npm package ships without types. */
declare module "pyodide/pyodide.asm.mjs" {
  type LoadOptions = NonNullable<Parameters<typeof import("pyodide").loadPyodide>[0]>;
  const createPyodideModule: NonNullable<LoadOptions["createPyodideModule"]>;
  export default createPyodideModule;
}

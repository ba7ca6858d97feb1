/** The variant of `plotly.js/lib/scattergl` whose shaders are compiled beforehand. */
declare module "plotly.js/src/traces/scattergl/strict" {
  import type scattergl from "plotly.js/lib/scattergl";

  const strict: typeof scattergl;
  export default strict;
}

/** The variants of Plotly's WebGL traces whose shaders are compiled beforehand. */
declare module "plotly.js/src/traces/scattergl/strict" {
  import type scattergl from "plotly.js/lib/scattergl";

  const strict: typeof scattergl;
  export default strict;
}

declare module "plotly.js/src/traces/parcoords/strict" {
  import type parcoords from "plotly.js/lib/parcoords";

  const strict: typeof parcoords;
  export default strict;
}

declare module "plotly.js/src/traces/splom/strict" {
  import type splom from "plotly.js/lib/splom";

  const strict: typeof splom;
  export default strict;
}

declare module "plotly.js/src/traces/scatterpolargl/strict" {
  import type scatterpolargl from "plotly.js/lib/scatterpolargl";

  const strict: typeof scatterpolargl;
  export default strict;
}

/**
 * Plotly with the traces that the figures use and nothing else. A chunk of its own: import
 * it through `loadPlotly` only. WebGL traces are the strict ones, which run no text as code.
 */
import bar from "plotly.js/lib/bar";
import { Plots, purge, react, register, relayout, toImage } from "plotly.js/lib/core";
import scatter3d from "plotly.js/lib/scatter3d";
import scattergl from "plotly.js/src/traces/scattergl/strict";

register([bar, scatter3d, scattergl]);

export { purge, react, relayout, toImage };
export const { resize } = Plots;

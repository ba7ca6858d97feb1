/**
 * Plotly with the traces that every figure may use. A chunk of its own, like those of the
 * WebGL traces: import them through `loadPlotly` only.
 */
import bar from "plotly.js/lib/bar";
import { Plots, purge, react, register, toImage } from "plotly.js/lib/core";

register([bar]);

export { purge, react, toImage };
export const { resize } = Plots;

import type { Plugin } from "vite";

/** Pieces of Plotly that make many lines and points slow, and what stands instead, by the end of the file. */
const PLOTLY_EDITS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  // The page answers to nothing while a frame is drawn: fewer lines in each, more frames.
  "/lib/prepare_regl.js": [
    // The layer for what is brushed is drawn on by parallel coordinates, and else while brushing.
    [
      "if(d.pick && !fullLayout._has('parcoords')) return;",
      "if(!fullLayout._has('parcoords') && (d.pick || !d.context && !/select|lasso/.test(fullLayout.dragmode))) return;",
    ],
    // Points are smooth by themselves, and steps need not be: without a GPU, smoothing takes
    // as long as all the rest.
    [
      "antialias: !d.pick",
      "antialias: !d.pick && gd._fullData.some(function(t) { return t.type === 'parcoords' || /gl$/.test(t.type) && t.line && t.line.shape !== 'hv'; })",
    ],
  ],
  "/traces/parcoords/constants.js": [["blockLineCount: 5000,", "blockLineCount: 1000,"]],
  "/traces/parcoords/parcoords.js": [
    // What a range leaves out shows behind the other lines. Without one, nothing does.
    [
      "d.lineLayer.render(d.viewModel.panels, setChanged);",
      // A saved picture does not wait for further frames.
      "d.lineLayer.render(d.viewModel.panels, setChanged && !isStatic, d.context && !someFiltersActive(d.viewModel));",
    ],
  ],
  "/traces/parcoords/lines.js": [
    // WebGL takes these as they are, and a list of any values only after going through it.
    ["new Array(sampleCount * (maxDim + 4))", "new Float32Array(sampleCount * (maxDim + 4))"],
    ["new Array(sampleCount * 8)", "new Float32Array(sampleCount * 8)"],
  ],
};

export function editPlotly(): Plugin {
  return {
    name: "edit-plotly",
    enforce: "pre",
    transform(code, id) {
      const file = Object.keys(PLOTLY_EDITS).find((end) => id.endsWith(`/plotly.js/src${end}`));
      if (file === undefined) return null;
      const edited = (PLOTLY_EDITS[file] ?? []).reduce((text, [before, after]) => {
        if (!text.includes(before)) throw new Error(`This Plotly has no ${before}`);
        return text.replace(before, after);
      }, code);
      return { code: edited, map: null };
    },
  };
}

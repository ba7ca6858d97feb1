import type { Plugin } from "vite";

/**
 * Axes tell only once they are drawn how much of the margin they need. Plotly then draws all anew,
 * data too, which take longest: so the margins are looked at before the data are drawn.
 */
const SETTLE_MARGINS = `
    function settleMargins() {
        var former = Lib.extendFlat({}, fullLayout._size);
        Plots.doAutoMargin(gd);
        if (!Plots.didMarginChange(former, fullLayout._size)) return;
        // Labels that stand upright stay so while margins are found.
        var redraws = fullLayout._redrawFromAutoMarginCount;
        fullLayout._redrawFromAutoMarginCount = 1;
        return Lib.syncOrAsync([
            marginPushers,
            doAutoRangeAndConstraints,
            subroutines.layoutStyles,
            function () { return Axes.draw(gd, 'redraw'); },
            function () {
                if (redraws === undefined) delete fullLayout._redrawFromAutoMarginCount;
                else fullLayout._redrawFromAutoMarginCount = redraws;
            }
        ], gd);
    }
`;

/** Thousands of lines of one look are some hundred elements, as each element takes its time. */
const JOIN_LINES = `
    var joined = segments;
    var isOpaque = line && line.color && require('../../components/color').opacity(line.color) === 1;
    if(segments.length > 100 && isOpaque && trace.fill === 'none' && !trace._nexttrace) {
        var pathOfOne = pathfn;
        pathfn = function(some) { return some.map(pathOfOne).join(''); };
        // Of no use but to fill what is below.
        revpathfn = function() { return ''; };
        joined = [];
        for(i = 0; i < segments.length; i += 20) joined.push(segments.slice(i, i + 20));
    }
    var lineJoin = lines.selectAll('.js-line').data(joined);
`;

/**
 * Without a GPU, the first lines of a layer take more than half a second: what is selected and what
 * is hovered over have a frame each, between which the page answers. What a range leaves out shows
 * behind the other lines; without one, nothing does. A saved picture does not wait for frames.
 */
const LAYER_BY_LAYER = `
                var layer = d.lineLayer, canvas = this;
                var renderLayer = function() {
                    if(d.lineLayer !== layer || !canvas.parentNode) return;
                    layer.render(d.viewModel.panels, setChanged && !isStatic, d.context && !someFiltersActive(d.viewModel));
                };
                if(isStatic || d.context) renderLayer();
                else if(d.pick) window.requestAnimationFrame(function() { window.requestAnimationFrame(renderLayer); });
                else window.requestAnimationFrame(renderLayer);
`;

/** What is left of the former lines would be drawn over the new ones. */
const STOP_LAYER = `
        stop: function() { Object.values(renderState.currentRafs).forEach(window.cancelAnimationFrame); },`;

/** Pieces of Plotly that make it slow, and what stands instead, by the end of the file. */
const PLOTLY_EDITS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "/plot_api/plot_api.js": [
    [
      "    var seq = [Plots.previousPromises, addFrames, drawFramework,",
      `${SETTLE_MARGINS}\n    var seq = [Plots.previousPromises, addFrames, drawFramework,`,
    ],
    [
      "    seq.push(\n        subroutines.drawData,",
      "    if (hasCartesian) seq.push(settleMargins);\n    seq.push(\n        subroutines.drawData,",
    ],
  ],
  "/traces/scatter/plot.js": [
    ["    var lineJoin = lines.selectAll('.js-line').data(segments);\n", JOIN_LINES],
  ],
  "/lib/prepare_regl.js": [
    // A second layer is drawn on by parallel coordinates, and else with what is selected only.
    [
      "function prepareRegl(gd, extensions, reglPrecompiled) {",
      "function prepareRegl(gd, extensions, reglPrecompiled, withFocus) {",
    ],
    [
      "if(d.pick && !fullLayout._has('parcoords')) return;",
      "if(!fullLayout._has('parcoords') && (d.pick || !d.context && !withFocus)) return;",
    ],
    // Points are smooth by themselves, and steps need not be: without a GPU, smoothing takes
    // as long as all the rest.
    [
      "antialias: !d.pick",
      "antialias: !d.pick && gd._fullData.some(function(t) { return t.type === 'parcoords' || /gl$/.test(t.type) && t.line && t.line.shape !== 'hv'; })",
    ],
  ],
  "/traces/scattergl/plot.js": [
    [
      "        if(!scene.select2d) {\n",
      "        if(!scene.select2d) {\n            prepareRegl(gd, ['ANGLE_instanced_arrays', 'OES_element_index_uint'], reglPrecompiled, true);\n",
    ],
  ],
  // The page answers to nothing while a frame is drawn: fewer lines in each, more frames.
  "/traces/parcoords/constants.js": [["blockLineCount: 5000,", "blockLineCount: 1000,"]],
  "/traces/parcoords/parcoords.js": [
    ["d.lineLayer.render(d.viewModel.panels, setChanged);", LAYER_BY_LAYER],
    [
      "d.lineLayer = lineLayerMaker(this, d);",
      "if(d.lineLayer) d.lineLayer.stop();\n                    d.lineLayer = lineLayerMaker(this, d);",
    ],
  ],
  "/traces/parcoords/lines.js": [
    // WebGL takes these as they are, and a list of any values only after going through it.
    ["new Array(sampleCount * (maxDim + 4))", "new Float32Array(sampleCount * (maxDim + 4))"],
    ["new Array(sampleCount * 8)", "new Float32Array(sampleCount * 8)"],
    [
      "return {\n        render: renderGLParcoords,",
      `return {${STOP_LAYER}\n        render: renderGLParcoords,`,
    ],
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

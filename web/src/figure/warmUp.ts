import type { Data } from "plotly.js/lib/core";
import { loadPlotly } from "./load";
import { createPlotNode, leavePlotNode, plotConfig } from "./plotNode";

/**
 * Draws something unseen, with all that the first figure of a study takes: what browsers
 * compile at the first drawing, code and shaders, is then there when somebody waits for it.
 */
export async function warmUp(): Promise<void> {
  const plotly = await loadPlotly(["scattergl"]);
  const node = createPlotNode();
  const points = { type: "scattergl", x: [0, 1], y: [0, 1] };
  const data = [
    { ...points, mode: "markers" },
    { ...points, mode: "lines", line: { shape: "hv" } },
  ] as Data[];
  await plotly.react(node, data, {}, plotConfig());
  leavePlotNode(node);
}

import { loadPlotly } from "./load";
import { release } from "./release";

/**
 * Draws something unseen, with all that the first figure of a study takes: what browsers
 * compile at the first drawing, code and shaders, is then there when somebody waits for it.
 */
export async function warmUp(): Promise<void> {
  const plotly = await loadPlotly(["scattergl"]);
  const node = document.createElement("div");
  const points = { x: [0, 1], y: [0, 1] };
  const layout = { width: 400, height: 300 };
  await plotly.react(
    node,
    [
      { ...points, type: "scattergl", mode: "markers" },
      { ...points, type: "scatter", mode: "lines" },
    ],
    layout,
  );
  release(plotly, node);
}

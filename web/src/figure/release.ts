import type { Plotly } from "./load";

/** Takes a drawing away, with all that it holds. */
export function release(plotly: Plotly, node: HTMLElement): void {
  releaseGraphics(node);
  plotly.purge(node);
}

/**
 * Gives back the WebGL contexts of a drawing, of which a page may have only a few. Plotly
 * leaves that to the garbage collector, which comes too late.
 */
function releaseGraphics(node: HTMLElement): void {
  for (const canvas of node.querySelectorAll("canvas")) {
    canvas.getContext("webgl")?.getExtension("WEBGL_lose_context")?.loseContext();
  }
}

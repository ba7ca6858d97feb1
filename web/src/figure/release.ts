import type { Plotly } from "./load";

/** A canvas of Plotly's, with what D3 keeps of it. */
interface GlCanvas extends HTMLCanvasElement {
  readonly __data__?: { readonly regl?: unknown };
}

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
  for (const canvas of node.querySelectorAll<GlCanvas>("canvas")) {
    // Of the layers of a drawing, not each has a context: asked for it, it would make one.
    if (canvas.classList.contains("gl-canvas") && !canvas.__data__?.regl) continue;
    canvas.getContext("webgl")?.getExtension("WEBGL_lose_context")?.loseContext();
  }
}

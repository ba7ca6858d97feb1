import type { Config } from "plotly.js/lib/core";
import { isObject, type Trace } from "./traceMeta";

let spare: HTMLDivElement | null = null;

/** The element for a new drawing; one that was drawn in before takes the next drawing sooner. */
export function takePlotNode(): HTMLDivElement {
  const node = spare ?? createPlotNode();
  spare = null;
  return node;
}

/** Whether the element that was left suits a drawing of these traces. */
export function suitsSpare(traces: readonly Trace[]): boolean {
  // Its WebGL does not smooth lines, which points and steps do not want.
  return traces.every(
    (trace) =>
      trace.type === undefined ||
      trace.type === "scatter" ||
      (trace.type === "scattergl" && !slants(trace)),
  );
}

function slants({ mode = "lines", line }: Trace): boolean {
  const shape = isObject(line) ? line.shape : undefined;
  return String(mode).includes("lines") && shape !== "hv";
}

/** Leaves an element with a drawing that nobody has seen to whoever draws next. */
export function leavePlotNode(node: HTMLDivElement): void {
  // Plotly measures an element once: let it do so where the next drawing stands.
  const { _fullLayout: full } = node as Drawn;
  if (full) full._initialAutoSizeIsDone = false;
  spare = node;
}

/** What Plotly keeps of a drawing, by its own names. */
interface Drawn extends HTMLDivElement {
  readonly _fullLayout?: { _initialAutoSizeIsDone: boolean };
}

export function createPlotNode(): HTMLDivElement {
  const node = document.createElement("div");
  node.style.cssText = "width: 100%; height: 100%";
  return node;
}

/** How anything is drawn: were it different in two drawings, Plotly would begin anew. */
export function plotConfig(): Partial<Config> {
  return {
    displayModeBar: false,
    displaylogo: false,
    showTips: false,
    responsive: false,
    // Plotly counts on a fine screen: on others, WebGL would draw four pixels for each one seen.
    plotGlPixelRatio: Math.min(window.devicePixelRatio, 2),
  };
}

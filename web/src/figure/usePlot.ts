import type { PlotlyHTMLElement, PlotMouseEvent } from "plotly.js/lib/core";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Drawing } from "./drawing";
import { type BoxEvent, type Brush, boxBrush, lineBrush } from "./linked/plotBrush";
import { loadPlotly, type Plotly } from "./load";

const CONFIG = { displayModeBar: false, displaylogo: false, showTips: false, responsive: false };

export interface PlotEvents {
  readonly onPoint: (trace: number, point: number) => void;
  readonly onZoom: (zoomed: boolean) => void;
  /** A brush changed the ranges on some axes, or took those on all axes away. */
  readonly onBrush: (brush: Brush | null) => void;
}

export interface Plot {
  /** The drawing's own element: it may move about the page without being drawn anew. */
  readonly node: HTMLDivElement;
  readonly drawn: boolean;
  readonly error: unknown;
  readonly image: (format: "png" | "svg", title: string) => Promise<string>;
}

/** Keeps an element in step with a drawing; without one it is empty and holds nothing. */
export function usePlot(drawing: Drawing | null, events: PlotEvents): Plot {
  const [node] = useState(createNode);
  const [drawn, setDrawn] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const plotly = useRef<Plotly | null>(null);
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });

  useEffect(() => {
    if (!drawing) {
      if (plotly.current) latest.current.onZoom(false);
      erase(node, plotly);
      setDrawn(false);
      return;
    }
    let stale = false;
    const draw = async () => {
      const library = await loadPlotly(drawing.types);
      if (stale) return;
      const first = plotly.current === null;
      plotly.current = library;
      const element = await library.react(node, drawing.data, drawing.layout, CONFIG);
      if (stale) return;
      if (first) listen(element, latest);
      setDrawn(true);
      setError(null);
    };
    draw().catch((reason: unknown) => !stale && setError(reason));
    return () => {
      stale = true;
    };
  }, [drawing, node]);

  useEffect(() => {
    const stop = onResize(node, () => {
      // It may have left the page since.
      const isShown = node.isConnected && node.classList.contains("js-plotly-plot");
      if (isShown) void plotly.current?.resize(node);
    });
    return () => {
      stop();
      erase(node, plotly);
      setDrawn(false);
    };
  }, [node]);

  const image = useCallback(
    (format: "png" | "svg", title: string) => {
      if (!plotly.current) throw new Error("Nothing is drawn yet");
      return exportImage(plotly.current, node as unknown as PlotlyHTMLElement, format, title);
    },
    [node],
  );
  return { node, drawn, error, image };
}

function createNode(): HTMLDivElement {
  const node = document.createElement("div");
  node.style.cssText = "width: 100%; height: 100%";
  return node;
}

function erase(node: HTMLDivElement, plotly: { current: Plotly | null }): void {
  releaseGraphics(node);
  plotly.current?.purge(node);
  plotly.current = null;
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

function listen(element: PlotlyHTMLElement, events: { readonly current: PlotEvents }): void {
  let touched = "";
  element.on("plotly_click", ({ points, event }: PlotMouseEvent) => {
    const point = points[0];
    if (!point) return;
    // A finger cannot hover: its first tap shows the point, the second opens it.
    const place = `${point.curveNumber} ${point.pointNumber}`;
    const byTouch = event instanceof PointerEvent && event.pointerType === "touch";
    if (byTouch && touched !== place) touched = place;
    else events.current.onPoint(point.curveNumber, point.pointNumber);
  });
  element.on("plotly_hover", () => element.classList.add("over-point"));
  element.on("plotly_unhover", () => element.classList.remove("over-point"));
  element.on("plotly_relayout", (change) => {
    const keys = Object.keys(change);
    if (keys.some((key) => key.endsWith(".autorange"))) events.current.onZoom(false);
    else if (keys.some((key) => /\.range|\.camera/.test(key))) events.current.onZoom(true);
  });
  // Nothing comes with it where a click ended what could have become a box.
  element.on("plotly_selected", (box: unknown) => {
    if (box) events.current.onBrush(boxBrush(box as BoxEvent));
  });
  element.on("plotly_deselect", () => events.current.onBrush(null));
  element.on("plotly_restyle", ([change]) => {
    const brush = lineBrush(change);
    if (brush) events.current.onBrush(brush);
  });
}

/** Calls back at most once a frame while the element changes its size. */
function onResize(element: Element, callback: () => void): () => void {
  let frame = 0;
  let size = "";
  const observer = new ResizeObserver(([entry]) => {
    const { width = 0, height = 0 } = entry?.contentRect ?? {};
    const now = `${width} ${height}`;
    if (now === size || width === 0 || height === 0) return;
    size = now;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(callback);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}

/** The drawing as it is now, zoom included, under its title. */
function exportImage(
  plotly: Plotly,
  element: PlotlyHTMLElement,
  format: "png" | "svg",
  title: string,
): Promise<string> {
  const { data, layout } = element;
  const titled = {
    ...layout,
    title: { text: title, x: 0.01, xanchor: "left" as const },
    margin: { t: 80 },
  };
  const size = { width: element.clientWidth, height: element.clientHeight + 48 };
  return plotly.toImage(
    { data, layout: titled },
    { format, ...size, scale: format === "png" ? 2 : 1 },
  );
}

import type { PlotHoverEvent, PlotlyHTMLElement, PlotMouseEvent } from "plotly.js/lib/core";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Drawing } from "./drawing";
import { type BoxEvent, type Brush, boxBrush, lineBrush, movedAxes } from "./linked/plotBrush";
import { loadedPlotly, loadPlotly, type Plotly } from "./load";
import { plotlyJson } from "./plotlyJson";
import { plotConfig, suitsSpare, takePlotNode } from "./plotNode";
import { release } from "./release";
import type { SaveFormat } from "./save";
import type { Trace } from "./traceMeta";
import { afterLegend, afterRelayout, type View, withView } from "./view";
import { type FigureView, viewText } from "./viewUrl";

const LEGEND_WIDTH = 320;
const BESIDES = {
  orientation: "v",
  x: 1.02,
  xanchor: "left",
  y: 1,
  yanchor: "top",
  maxheight: 1,
  tracegroupgap: 0,
} as const;

export interface HoveredPoint {
  readonly trace: number;
  readonly point: number;
  readonly left: boolean;
}

export interface PlotEvents {
  readonly onPoint: (trace: number, point: number) => void;
  /** The pointer came to a point, in the left half of the drawing or not, or left it. */
  readonly onHover: (point: HoveredPoint | null) => void;
  /** A brush changed the ranges on some axes, or took those on all axes away. */
  readonly onBrush: (brush: Brush | null) => void;
  /** Axes were moved; `places` are those that they had, in the order in which they are now. */
  readonly onMove: (places: readonly number[]) => void;
}

export interface Plot {
  /** The drawing's own element: it may move about the page without being drawn anew. */
  readonly node: HTMLDivElement;
  readonly drawn: boolean;
  readonly error: unknown;
  /** The drawing as a file to be saved, by its address. */
  readonly save: (format: SaveFormat, title: string) => Promise<string>;
}

interface Latest extends PlotEvents {
  readonly drawing: Drawing | null;
  readonly setView: (view: View) => void;
}

/** The view that the drawing shows. */
type Shown = Pick<FigureView, "text" | "view">;

/** Keeps an element in step with a drawing; without one it is empty and holds nothing. */
export function usePlot(drawing: Drawing | null, look: FigureView, events: PlotEvents): Plot {
  const [node] = useState(takePlotNode);
  const [drawn, setDrawn] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const plotly = useRef<Plotly | null>(null);
  const latest = useRef<Latest>({ ...events, drawing, setView: look.set });
  const shown = useRef<Shown>(look);
  useEffect(() => {
    latest.current = { ...events, drawing, setView: look.set };
  });

  useEffect(() => {
    if (!drawing) {
      erase(node, plotly);
      setDrawn(false);
      return;
    }
    let stale = false;
    const draw = async () => {
      const library = loadedPlotly(drawing.types) ?? (await loadPlotly(drawing.types));
      if (stale) return;
      const first = plotly.current === null;
      plotly.current = library;
      const traces = drawing.data as unknown as Trace[];
      const isSpare = first && node.hasChildNodes();
      if (isSpare && !suitsSpare(traces)) release(library, node);
      const element = await react(library, node, drawing, shown.current.view);
      if (stale) return;
      if (first) listen(element, latest, shown);
      setDrawn(true);
      setError(null);
    };
    draw().catch((reason: unknown) => !stale && setError(reason));
    return () => {
      stale = true;
    };
  }, [drawing, node]);

  const { text, view } = look;
  useEffect(() => {
    // What a hand did is drawn already; a view that comes from elsewhere is not.
    if (text === shown.current.text) return;
    shown.current = { text, view };
    const { drawing: current } = latest.current;
    if (plotly.current && current) react(plotly.current, node, current, view).catch(setError);
  }, [text, view, node]);

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

  const save = useCallback(
    async (format: SaveFormat, title: string) => {
      const { drawing: current } = latest.current;
      if (!plotly.current || !current) throw new Error("Nothing is drawn yet");
      if (format === "json") {
        const { data, layout } = withView(current, shown.current.view);
        return plotlyJson({ data, layout: { ...layout, showlegend: current.isNamed } }, title);
      }
      const element = node as unknown as PlotlyHTMLElement;
      return exportImage(plotly.current, element, format, title, current.isNamed);
    },
    [node],
  );
  return { node, drawn, error, save };
}

function react(
  plotly: Plotly,
  node: HTMLDivElement,
  drawing: Drawing,
  view: View,
): Promise<PlotlyHTMLElement> {
  const { data, layout } = withView(drawing, view);
  return plotly.react(node, data, layout, plotConfig());
}

function erase(node: HTMLDivElement, plotly: { current: Plotly | null }): void {
  if (plotly.current) release(plotly.current, node);
  plotly.current = null;
}

function listen(
  element: PlotlyHTMLElement,
  events: { readonly current: Latest },
  shown: { current: Shown },
): void {
  let touched = "";
  const take = (view: View) => {
    const text = viewText(view);
    if (text === shown.current.text) return;
    shown.current = { text, view };
    events.current.setView(view);
  };
  element.on("plotly_click", ({ points, event }: PlotMouseEvent) => {
    const point = points[0];
    if (!point) return;
    // A finger cannot hover: its first tap shows the point, the second opens it.
    const place = `${point.curveNumber} ${point.pointNumber}`;
    const byTouch = event instanceof PointerEvent && event.pointerType === "touch";
    if (byTouch && touched !== place) touched = place;
    else events.current.onPoint(point.curveNumber, point.pointNumber);
  });
  let line: HoveredLine | null = null;
  element.on("plotly_hover", (event: PlotHoverEvent | HoveredLine) => {
    line = "dataIndex" in event ? event : null;
    element.classList.add("over-point");
    events.current.onHover(hoveredPoint(element, event));
  });
  const leave = () => {
    line = null;
    element.classList.remove("over-point");
    events.current.onHover(null);
  };
  element.on("plotly_unhover", leave);
  // Parallel coordinates do not tell that the pointer left them, nor of clicks on a line.
  element.onmouseleave = leave;
  element.onclick = ({ target }) => {
    // What was last under the pointer may be past: on an axis, lines are not looked for.
    if (!line || !(target instanceof HTMLCanvasElement)) return;
    events.current.onPoint(line.dataIndex, line.curveNumber);
  };
  element.on("plotly_relayout", (change) => {
    const own = (events.current.drawing?.layout ?? {}) as Trace;
    const { view } = shown.current;
    take(afterRelayout(view, change as Trace, element.layout as unknown as Trace, own));
  });
  // Without a range it tells of a click, or of what was drawn anew.
  element.on("plotly_selected", (event: unknown) => {
    const box = event as BoxEvent | undefined;
    if (box?.range) events.current.onBrush(boxBrush(box));
  });
  element.on("plotly_deselect", () => events.current.onBrush(null));
  element.on("plotly_restyle", ([change]) => {
    if ("visible" in change) {
      take(afterLegend(shown.current.view, element.data as unknown as Trace[]));
    }
    const brush = lineBrush(change);
    if (brush) events.current.onBrush(brush);
    const places = movedAxes(change);
    if (places) events.current.onMove(places);
  });
}

/** What parallel coordinates tell of the line under the pointer. */
interface HoveredLine {
  readonly clientX: number;
  readonly dataIndex: number;
  /** The place of the line. */
  readonly curveNumber: number;
}

function hoveredPoint(element: Element, hover: PlotHoverEvent | HoveredLine): HoveredPoint | null {
  const box = element.getBoundingClientRect();
  const isLeft = (x: number) => x < box.left + box.width / 2;
  if ("dataIndex" in hover) {
    const { dataIndex, curveNumber, clientX } = hover;
    return { trace: dataIndex, point: curveNumber, left: isLeft(clientX) };
  }
  const [point] = hover.points;
  if (!point) return null;
  const { curveNumber, pointNumber } = point;
  return { trace: curveNumber, point: pointNumber, left: isLeft(hover.event.clientX) };
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

/** Height of the title of a saved picture, in pixels. */
const TITLE = 48;

/** The drawing as it is now, zoom included, under its title. */
function exportImage(
  plotly: Plotly,
  element: PlotlyHTMLElement,
  format: "png" | "svg",
  title: string,
  isNamed: boolean,
): Promise<string> {
  const { data, layout } = element;
  // A legend that the page has instead of the drawing stands beside it in the picture.
  const besides = isNamed && layout.showlegend === false;
  const titled = {
    ...layout,
    ...(besides ? { showlegend: true, legend: { ...layout.legend, ...BESIDES } } : {}),
    title: { text: title, x: 0.01, xanchor: "left" as const },
    margin: { ...layout.margin, t: (layout.margin?.t ?? 32) + TITLE },
  };
  const size = {
    width: element.clientWidth + (besides ? LEGEND_WIDTH : 0),
    height: element.clientHeight + TITLE,
  };
  return plotly.toImage(
    { data, layout: titled },
    { format, ...size, scale: format === "png" ? 2 : 1 },
  );
}

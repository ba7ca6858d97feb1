import type { Layout } from "plotly.js/lib/core";
import type { Json } from "../api/types";
import type { Drawing } from "./drawing";
import { isObject, type Trace } from "./traceMeta";

/** What a hand did to a drawing: it zoomed into axes, turned a space, hid traces. */
export interface View {
  /** By Plotly's name of the axis: `xaxis`, `yaxis2`. */
  readonly axes: Readonly<Record<string, AxisView>>;
  /** By the name of the space: `scene`. */
  readonly cameras: Readonly<Record<string, Camera>>;
  /** As `traceKey` names them. */
  readonly hidden: readonly string[];
}

type End = number | string;

interface AxisView {
  /** Dates are texts. */
  readonly range: readonly [End, End];
  /** What stood on the axis: a zoom means nothing for another quantity. */
  readonly of: string;
}

/** Eye, centre and up, three numbers each. */
export type Camera = readonly number[];

export const WHOLE: View = { axes: {}, cameras: {}, hidden: [] };

/** Whether a drawing shows less than all, or from another side. */
export function isZoomed(layout: Trace, { axes, cameras }: View): boolean {
  const fitting = Object.keys(axes).some((name) => axes[name]?.of === contentOf(layout[name]));
  return fitting || Object.keys(cameras).some((name) => layout[name] !== undefined);
}

/**
 * The drawing as this view shows it, for Plotly, which writes into what it is given. It is
 * told to remember nothing of its own: the view is all there is.
 */
export function withView({ data, layout }: Drawing, view: View): Pick<Drawing, "data" | "layout"> {
  const shown: { [key: string]: Json } = { ...(layout as Trace) };
  // Figures that somebody saved need not mention what is zoomed.
  for (const name of Object.keys(view.axes)) {
    if (view.axes[name]?.of === contentOf(undefined)) shown[name] ??= {};
  }
  for (const name of Object.keys(view.cameras)) shown[name] ??= {};
  for (const [name, part] of Object.entries(shown)) {
    if (AXIS.test(name)) shown[name] = { ...axisIn(part, view.axes[name]), uirevision: 0 };
    else if (SCENE.test(name)) shown[name] = sceneIn(part, view.cameras[name]);
  }
  const legend = isObject(shown.legend) ? shown.legend : {};
  shown.legend = { ...legend, uirevision: 0 };
  const hidden = new Set(view.hidden);
  return {
    data: data.map((trace, place) => {
      const isHidden = hidden.has(traceKey(trace as unknown as Trace, place));
      return isHidden ? { ...trace, visible: "legendonly" } : { ...trace };
    }),
    layout: shown as Partial<Layout>,
  };
}

function axisIn(axis: Json | undefined, view: AxisView | undefined): { [key: string]: Json } {
  const own = isObject(axis) ? axis : {};
  if (view?.of !== contentOf(axis)) return own;
  return { ...own, range: [...view.range], autorange: false };
}

function sceneIn(scene: Json | undefined, camera: Camera | undefined): { [key: string]: Json } {
  const own = isObject(scene) ? scene : {};
  return { ...own, uirevision: 0, ...(camera ? { camera: cameraJson(camera) } : {}) };
}

/** The view after Plotly changed the layout; `layout` is Plotly's, `own` that of the figure. */
export function afterRelayout(
  view: View,
  change: Readonly<Record<string, unknown>>,
  layout: Trace,
  own: Trace,
): View {
  const axes = { ...view.axes };
  const cameras = { ...view.cameras };
  for (const key of Object.keys(change)) {
    const [, name = "", what = ""] = /^(\w+)\.(range|autorange|camera)/.exec(key) ?? [];
    if (what === "camera" && SCENE.test(name)) {
      const camera = cameraOf(layout[name]);
      if (camera) cameras[name] = camera;
    } else if (AXIS.test(name)) {
      const range = rangeOf(layout[name]);
      if (range && !isSame(range, rangeOf(own[name]))) {
        axes[name] = { range, of: contentOf(own[name]) };
      } else delete axes[name];
    }
  }
  return { ...view, axes, cameras };
}

/** The view after the legend hid or showed traces. */
export function afterLegend(view: View, traces: readonly Trace[]): View {
  const hidden = traces.flatMap((trace, place) =>
    trace.visible === "legendonly" ? [traceKey(trace, place)] : [],
  );
  return { ...view, hidden: [...new Set(hidden)] };
}

/** What the legend hides together has one key. */
function traceKey({ legendgroup, name }: Trace, place: number): string {
  if (typeof legendgroup === "string" && legendgroup !== "") return legendgroup;
  return typeof name === "string" && name !== "" ? name : String(place);
}

const AXIS = /^[xy]axis\d*$/;
const SCENE = /^scene\d*$/;

/** A few letters for what stands on an axis: its title and its scale. */
function contentOf(axis: Json | undefined): string {
  const { title = null, type = null } = isObject(axis) ? axis : {};
  let hash = 0;
  for (const letter of JSON.stringify([isObject(title) ? title.text : title, type])) {
    hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  }
  return (hash >>> 0).toString(36).slice(-4);
}

function rangeOf(axis: Json | undefined): readonly [End, End] | null {
  if (!isObject(axis) || !Array.isArray(axis.range) || axis.autorange === true) return null;
  const [low, high] = axis.range;
  return isEnd(low) && isEnd(high) ? rounded(low, high) : null;
}

function isEnd(end: Json | undefined): end is End {
  return typeof end === "number" || typeof end === "string";
}

/** Both ends with as many digits as can be told apart on a screen. */
function rounded(low: End, high: End): readonly [End, End] {
  if (typeof low === "string" || typeof high === "string") return [toSecond(low), toSecond(high)];
  const digits = 5 - Math.floor(Math.log10(Math.abs(high - low) || 1));
  const round = (end: number) => (digits > 15 ? end : Number(end.toFixed(Math.max(0, digits))));
  return [round(low), round(high)];
}

/** A date without fractions of milliseconds. */
function toSecond(end: End): End {
  return typeof end === "string" ? end.slice(0, 23) : end;
}

function isSame(range: readonly [End, End], other: readonly [End, End] | null): boolean {
  return other !== null && range[0] === other[0] && range[1] === other[1];
}

const POINTS = ["eye", "center", "up"] as const;
const AXES = ["x", "y", "z"] as const;

function cameraOf(scene: Json | undefined): Camera | null {
  const camera = isObject(scene) && isObject(scene.camera) ? scene.camera : {};
  const numbers = POINTS.flatMap((name) => {
    const point = isObject(camera[name]) ? camera[name] : {};
    return AXES.map((axis) => Number(Number(point[axis]).toFixed(3)));
  });
  return numbers.every(Number.isFinite) ? numbers : null;
}

function cameraJson(camera: Camera): { [key: string]: Json } {
  return Object.fromEntries(
    POINTS.map((name, place) => [
      name,
      Object.fromEntries(AXES.map((axis, at) => [axis, camera[3 * place + at] ?? 0])),
    ]),
  );
}

import type { Json } from "../api/types";
import type { TemplateName } from "../settings/settings";
import { type Scheme, SURFACES } from "../theme/colors";
import { roleColor, roleOpacity } from "./roles";
import { scaleOf } from "./template";
import { arrayLength, isObject, type Trace, traceMeta } from "./traceMeta";

/** Above as many points, each is too small to have an edge. */
const EDGED = 2_000;

/** Traces in the colours that their roles have on this page, and as large as the template wants. */
export function dressTraces(
  traces: readonly Trace[],
  scheme: Scheme,
  template: TemplateName,
  hidden: ReadonlySet<number>,
): Trace[] {
  const onSurface = traces.some((trace) => traceMeta(trace).role === "surface");
  const scale = scaleOf(template);
  return traces.map((trace) => {
    const { study } = traceMeta(trace);
    const dressed = enlarge(dressTrace(trace, onSurface, scheme), scale);
    // Not dropped: a click names a trace by its place.
    return study !== undefined && hidden.has(study) ? { ...dressed, visible: false } : dressed;
  });
}

function dressTrace(trace: Trace, onSurface: boolean, scheme: Scheme): Trace {
  // Plotly need not copy the trial numbers; clicks read them from the answer.
  const { meta: _, ...rest } = trace;
  const dressed: { [key: string]: Json } = rest;
  const { role, series } = traceMeta(trace);
  // Somebody else chose how it looks.
  if (role === "saved") return dressed;
  const color = roleColor(role, scheme, series);
  const mode = typeof trace.mode === "string" ? trace.mode : "";
  if (mode.includes("markers") || trace.type === "splom") {
    const count = pointCount(trace);
    const opacity = roleOpacity(role, count);
    const line = edge(trace, count, onSurface, scheme);
    dressed.marker = under({ color, opacity, line }, trace.marker);
  }
  if (mode.includes("lines")) dressed.line = under({ color, width: 2 }, trace.line);
  if (trace.type === "bar") dressed.marker = under({ color }, trace.marker);
  if (trace.type === "contour") {
    dressed.line = under({ color: SURFACES[scheme].muted }, trace.line);
  }
  if (trace.type === "parcoords") dressParcoords(dressed, scheme);
  return dressed;
}

/** Thicker lines and larger points, as far as one number says how large they are. */
function enlarge(trace: Trace, scale: number): Trace {
  if (scale === 1) return trace;
  const larger = { ...trace };
  for (const [part, size] of [
    ["line", "width"],
    ["marker", "size"],
  ] as const) {
    const own = trace[part];
    if (isObject(own) && typeof own[size] === "number") {
      larger[part] = { ...own, [size]: own[size] * scale };
    }
  }
  return larger;
}

/** The edge of points whose own colour may be close to the one behind them. */
function edge(trace: Trace, count: number, onSurface: boolean, scheme: Scheme): Json {
  const { raised, muted } = SURFACES[scheme];
  if (onSurface) return { width: 1, color: raised };
  const hasScale = isObject(trace.marker) && trace.marker.coloraxis !== undefined;
  return hasScale && count <= EDGED ? { width: 0.75, color: muted } : { width: 0 };
}

function dressParcoords(dressed: { [key: string]: Json }, scheme: Scheme): void {
  const { ink, faint } = SURFACES[scheme];
  dressed.labelfont = under({ color: ink, size: 13 }, dressed.labelfont);
  dressed.tickfont = under({ color: ink, size: 11 }, dressed.tickfont);
  // The ends of the axes are among the ticks already.
  dressed.rangefont = under({ color: "transparent", size: 1 }, dressed.rangefont);
  dressed.unselected = under({ line: { color: faint, opacity: 0.4 } }, dressed.unselected);
}

/** How many points a trace has; in a scatter matrix, in one of its cells. */
export function pointCount(trace: Trace): number {
  const first = Array.isArray(trace.dimensions) ? trace.dimensions[0] : undefined;
  if (isObject(first)) return arrayLength(first.values);
  return arrayLength(trace.x) || arrayLength(trace.y);
}

/** `base`, with what `over` says instead of it. */
export function under(base: Trace, over: Json | undefined): { [key: string]: Json } {
  return isObject(over) ? { ...base, ...over } : { ...base };
}

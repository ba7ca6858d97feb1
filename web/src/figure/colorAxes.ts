import type { Json, PlotlyFigure } from "../api/types";
import type { Scheme } from "../theme/colors";
import { type ColorScale, FRONT, RANK, SEQUENTIAL } from "./colorScales";
import { under } from "./dressTrace";
import { isObject, type Trace, traceMeta } from "./traceMeta";

/** The colour axes of a figure, in the colours of this page, with bars that do not overlap. */
export function dressColorAxes(
  { data, layout }: PlotlyFigure,
  scheme: Scheme,
  narrow: boolean,
): Record<string, Json> {
  const names = Object.keys(layout).filter((name) => /^coloraxis\d*$/.test(name));
  return Object.fromEntries(
    names.toSorted().map((name, index) => {
      const share = { index, of: names.length };
      const colorscale = colorScale(data, name, scheme);
      const bar = narrow ? barBelow(data, share) : barBeside(share);
      return [name, under({ colorscale }, withBar(layout[name], bar))];
    }),
  );
}

/** Which of several bars it is. */
interface Share {
  readonly index: number;
  readonly of: number;
}

/** Where Plotly puts it; several stand one below the other. */
function barBeside({ index, of }: Share): Trace {
  return of === 1 ? {} : { len: 1 / of, y: 1 - (index + 0.5) / of };
}

/** Below the drawing, where there is no room beside it; several lie side by side. */
function barBelow(data: readonly Trace[], { index, of }: Share): Trace {
  const place = { orientation: "h", x: (index + 0.5) / of, y: placeBelow(data), yanchor: "top" };
  const title = { side: "top" };
  if (of === 1) return { ...place, title };
  return { ...place, len: 1 / of, title: { ...title, font: { size: 12 } } };
}

/** In heights of the drawing, counted from its lower edge: below the titles of its axes. */
function placeBelow(data: readonly Trace[]): number {
  if (data.some(({ type }) => type === "parcoords" || type === "scatter3d")) return -0.04;
  return data.some(({ type }) => type === "splom") ? -0.18 : -0.4;
}

function withBar(axis: Json | undefined, bar: Trace): Trace {
  const own = isObject(axis) && isObject(axis.colorbar) ? axis.colorbar : {};
  const title = isObject(bar.title) ? { title: under(bar.title, own.title) } : {};
  return { ...under({}, axis), colorbar: { ...bar, ...own, ...title } };
}

/** Said outright: by itself, Plotly takes another scale where values are on both sides of 0. */
function colorScale(data: readonly Trace[], axis: string, scheme: Scheme): Json {
  const role = data.map((trace) => (usesAxis(trace, axis) ? traceMeta(trace).role : undefined));
  const scale = role.includes("rank") ? RANK : role.includes("front") ? FRONT : SEQUENTIAL;
  return copyOf(scale[scheme]);
}

function usesAxis({ marker }: Trace, axis: string): boolean {
  return isObject(marker) && marker.coloraxis === axis;
}

function copyOf(scale: ColorScale): Json {
  return scale.map(([place, color]) => [place, color]);
}

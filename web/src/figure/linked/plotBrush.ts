import { decodeNumbers } from "../../api/decode";
import type { Json, PlotlyFigure } from "../../api/types";
import { editTerms } from "../../selection/terms";
import { isObject, type Trace } from "../traceMeta";
import { FAR, parseTime, type Range } from "./bounds";
import { type BrushAxis, brushAxes, brushTerm } from "./brush";

/** The ranges that a brush left on axes of a drawing; none on an axis clears it. */
export type Brush = ReadonlyMap<string, readonly (readonly [unknown, unknown])[]>;

/** What Plotly tells of a box: its ends on every axis, in what stands on it. */
export interface BoxEvent {
  readonly points?: readonly unknown[];
  readonly range?: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** A box that holds no point clears its axes. */
export function boxBrush({ points = [], range = {} }: BoxEvent): Brush {
  const ends = Object.entries(range);
  return new Map(ends.map(([axis, both]) => [axis, points.length > 0 ? [both] : []]));
}

/** Clears every axis that can be brushed. */
export function noBrush({ layout }: PlotlyFigure): Brush {
  return new Map([...brushAxes(layout).keys()].map((axis) => [axis, []]));
}

/** What Plotly tells of a range on an axis of parallel coordinates; null if it tells of others. */
export function lineBrush(change: Readonly<Record<string, unknown>>): Brush | null {
  for (const [key, value] of Object.entries(change)) {
    const [, place] = /^dimensions\[(\d+)\]\.constraintrange$/.exec(key) ?? [];
    if (place !== undefined) return new Map([[place, rangesIn(value)]]);
  }
  return null;
}

/** The places from which a hand moved axes of parallel coordinates, in their order now. */
export function movedAxes(change: Readonly<Record<string, unknown>>): number[] | null {
  const { dimensions } = change;
  if (!Array.isArray(dimensions)) return null;
  return (dimensions.flat() as { name?: unknown }[]).map(({ name }) => Number(name));
}

/** One range or several, which Plotly wraps in one more list. */
function rangesIn(value: unknown): [unknown, unknown][] {
  if (!Array.isArray(value)) return [];
  if (value.length === 2 && !Array.isArray(value[0])) return [[value[0], value[1]]];
  return value.flatMap(rangesIn);
}

/** The filter with what a brush asks for on its axes, in the place of what it said of them. */
export function filterAfter(figure: PlotlyFigure, filter: string, brush: Brush): string {
  const axes = brushAxes(figure.layout);
  const edits = [...brush].flatMap(([key, ranges]) => {
    const axis = axes.get(key);
    if (!axis) return [];
    const ends = ranges.map(([low, high]): Range => [placeOf(axis, low), placeOf(axis, high)]);
    const edges = edgesOn(figure.data, axis);
    const [atEdges] = brush.get(axis.edges ?? "") ?? [];
    const reached = edges.filter((edge) => atEdges && isBetween(edge, atEdges)).map(farOf);
    const places = [...placesOn(figure.data, key, axis), ...edges.map(farOf)];
    const term = brushTerm(
      axis,
      ends.map((range) => reaching(range, reached)),
      places,
    );
    return [{ name: axis.name, also: axis.also, term }];
  });
  return editTerms(filter, edits);
}

function isBetween(place: number, [low, high]: readonly [unknown, unknown]): boolean {
  return Number(low) <= place && place <= Number(high);
}

function reaching([low, high]: Range, places: readonly number[]): Range {
  return [Math.min(low, ...places), Math.max(high, ...places)];
}

function placeOf({ kind, shift }: BrushAxis, end: unknown): number {
  return kind === "time" ? parseTime(String(end)) - 1000 * shift : Number(end);
}

/** Where on an axis the drawn trials stand. */
function placesOn(traces: readonly Trace[], key: string, axis: BrushAxis): number[] {
  return traces.flatMap((trace) => {
    const items = itemsOn(trace, key);
    if (axis.kind !== "time") return Array.from(decodeNumbers(items));
    return Array.isArray(items) ? items.map((item) => placeOf(axis, item)) : [];
  });
}

/** The edges, 0 or 1 or nearly so, at which infinite values stand. */
function edgesOn(traces: readonly Trace[], { edges }: BrushAxis): number[] {
  const atEdges = edges === null ? [] : traces.filter(({ yaxis }) => yaxis === edges);
  return atEdges.flatMap(({ y }) => Array.from(decodeNumbers(y)));
}

function farOf(edge: number): number {
  return edge > 0.5 ? FAR : -FAR;
}

function itemsOn(trace: Trace, key: string): Json | undefined {
  const { dimensions, xaxis = "x", yaxis = "y" } = trace;
  if (Array.isArray(dimensions)) {
    // The axes of a scatter matrix are numbered as its columns are, from 1.
    const [, number = ""] = /^[xy](\d*)$/.exec(key) ?? [];
    const place = /^\d/.test(key) ? Number(key) : Number(number || 1) - 1;
    const dimension = dimensions[place];
    return isObject(dimension) ? dimension.values : undefined;
  }
  if (key === xaxis) return trace.x;
  return key === yaxis ? trace.y : undefined;
}

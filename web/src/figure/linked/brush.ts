import { type Part, readParts, writeTerm } from "../../selection/terms";
import { isObject } from "../traceMeta";
import { numberBounds, type Range, timeBounds, wholeBounds } from "./bounds";

/** What the core says of an axis: which column it shows, and how. */
export interface BrushAxis {
  /** The column, as a filter writes it. */
  readonly name: string;
  /** Other names that mean the same. */
  readonly also: readonly string[];
  readonly kind: "number" | "whole" | "time" | "choice";
  /** Orders of magnitude; with `exponents`, the places are these. */
  readonly log: boolean;
  readonly exponents: boolean;
  /** What stands at the places 0, 1, ..., as a filter writes it; null if it cannot. */
  readonly choices: readonly (string | null)[];
  /** By so many seconds its times were moved, which a filter knows nothing of. */
  readonly shift: number;
  /** Infinite values stand at the edges of this other axis, which goes from 0 to 1. */
  readonly edges: string | null;
  /** Where trials stand that have nothing in this column. */
  readonly missing: number | null;
}

/** The axes of a figure that can be brushed, by what Plotly calls them: `x`, `y2`, or a place. */
export function brushAxes(layout: Readonly<Record<string, unknown>>): Map<string, BrushAxis> {
  const meta = layout.meta as { axes?: Record<string, Partial<BrushAxis>> } | undefined;
  const axes = Object.entries(meta?.axes ?? {}).filter(([, axis]) => isObject(axis as never));
  return new Map(axes.map(([key, axis]) => [key, { ...PLAIN, ...axis }]));
}

const PLAIN: BrushAxis = {
  name: "",
  also: [],
  kind: "number",
  log: false,
  exponents: false,
  choices: [],
  shift: 0,
  edges: null,
  missing: null,
};

type Places = ArrayLike<number>;

/** The condition that takes in just what the ranges do; null if that is all, or nothing. */
export function brushTerm(
  axis: BrushAxis,
  ranges: readonly Range[],
  places: Places,
): string | null {
  const { name, missing } = axis;
  const present = Array.from(places).filter((place) => place !== missing);
  const filled = ranges.filter((range) => present.some((place) => within(place, range)));
  const parts = partsOf(axis, filled, present);
  const hasMissing = missing !== null && ranges.some((range) => within(missing, range));
  if (parts.some((part) => Object.keys(part).length === 0)) {
    return missing === null || hasMissing ? null : writeTerm(name, [{}]);
  }
  const all = hasMissing ? [{ values: ["none"] }, ...parts] : parts;
  return all.length > 0 ? writeTerm(name, all) : null;
}

/** One part for each range; an empty one where a range takes in everything. */
function partsOf(axis: BrushAxis, ranges: readonly Range[], places: Places): Part[] {
  if (axis.kind !== "choice") {
    const values = axis.exponents ? Array.from(places, powerOf) : places;
    return ranges.map((range) => boundsOf(axis, range, values));
  }
  const { choices } = axis;
  const chosen = choices.filter((_, place) => ranges.some((range) => within(place, range)));
  if (chosen.length === choices.length) return [{}];
  const values = chosen.filter((choice) => choice !== null);
  return values.length > 0 ? [{ values }] : [];
}

function boundsOf({ kind, log, exponents }: BrushAxis, range: Range, values: Places): Part {
  const [low, high] = exponents ? [10 ** range[0], 10 ** range[1]] : range;
  if (kind === "whole") return wholeBounds([low, high], values);
  if (kind === "time") return timeBounds([low, high], values);
  return numberBounds([low, high], values, log);
}

/** Without the last digits, which are those of the logarithm and not of the value. */
function powerOf(exponent: number): number {
  return Number((10 ** exponent).toPrecision(12));
}

function within(place: number, [low, high]: Range): boolean {
  return low <= place && place <= high;
}

/** Where on its axis a filter has its ranges; none if it says nothing of the column alone. */
export function brushedRanges(axis: BrushAxis, filter: string, places: Places): Range[] {
  const present = Array.from(places).filter((place) => place !== axis.missing);
  const ends: Range = [
    present.reduce((least, place) => Math.min(least, place), Number.POSITIVE_INFINITY),
    present.reduce((most, place) => Math.max(most, place), Number.NEGATIVE_INFINITY),
  ];
  return readParts(filter, axis).flatMap((part) => rangesOf(axis, part, ends));
}

/** Around a place that stands alone, so much belongs to it. */
const ROOM = 0.3;

function rangesOf(axis: BrushAxis, part: Part, [least, most]: Range): Range[] {
  if (!("values" in part)) {
    const low = part.low === undefined ? least : placeOf(axis, part.low);
    const high = part.high === undefined ? most : placeOf(axis, part.high);
    return [[low, high]];
  }
  const room = axis.kind === "choice" ? ROOM : 0;
  return part.values.flatMap((text): Range[] => {
    const place = placeOf(axis, text);
    if (!Number.isNaN(place)) return [[place - room, place + room]];
    if (text !== "none" || axis.missing === null) return [];
    const around = ROOM * (least - axis.missing);
    return [[axis.missing - around, axis.missing + around]];
  });
}

/** NaN for what is not on the axis. */
function placeOf({ kind, choices, exponents }: BrushAxis, text: string): number {
  if (kind === "choice") return choices.includes(text) ? choices.indexOf(text) : Number.NaN;
  const value = Number(text);
  return exponents ? Math.log10(value) : value;
}

import type { IntermediateValue } from "../../api/types";
import { toNumber } from "../../format/numbers";

export interface Point {
  readonly step: number;
  readonly value: number;
}

/** Where the finite values of a curve lie; null if there is none. */
export interface Extent {
  readonly firstStep: number;
  readonly lastStep: number;
  readonly low: number;
  readonly high: number;
}

export function extentOf(points: readonly Point[]): Extent | null {
  const finite = points.filter(({ value }) => Number.isFinite(value));
  const [first] = finite;
  if (!first) return null;
  const start: Extent = {
    firstStep: first.step,
    lastStep: first.step,
    low: first.value,
    high: first.value,
  };
  return finite.reduce(
    (extent, { step, value }) => ({
      firstStep: Math.min(extent.firstStep, step),
      lastStep: Math.max(extent.lastStep, step),
      low: Math.min(extent.low, value),
      high: Math.max(extent.high, value),
    }),
    start,
  );
}

export function curveOf(values: readonly IntermediateValue[]): Point[] {
  return values.map(({ step, value }) => ({ step, value: toNumber(value) }));
}

/** An SVG path in a box of this size, with gaps where a value is not finite. */
export function pathOf(
  points: readonly Point[],
  extent: Extent,
  width: number,
  height: number,
): string {
  const { firstStep, lastStep, low, high } = extent;
  const x = (step: number) => spread(step, firstStep, lastStep) * width;
  const y = (value: number) => (1 - spread(value, low, high)) * height;
  let pen = "M";
  const parts: string[] = [];
  for (const { step, value } of thinned(points, width)) {
    if (Number.isFinite(value)) parts.push(`${pen}${round(x(step))} ${round(y(value))}`);
    pen = Number.isFinite(value) ? "L" : "M";
  }
  return parts.join("");
}

function spread(value: number, low: number, high: number): number {
  return high > low ? (value - low) / (high - low) : 0.5;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Of many points the lowest and the highest of each stretch: no peak is lost. */
function thinned(points: readonly Point[], width: number): readonly Point[] {
  const size = Math.ceil(points.length / width);
  if (size <= 2) return points;
  const kept: Point[] = [];
  for (let start = 0; start < points.length; start += size) {
    const stretch = points.slice(start, start + size);
    const ordered = [...stretch].sort((a, b) => a.value - b.value);
    const ends = [ordered[0], ordered.at(-1)].filter((point) => point !== undefined);
    kept.push(...ends.sort((a, b) => a.step - b.step));
  }
  return kept;
}

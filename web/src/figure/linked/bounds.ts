/** Both ends belong to it. */
export type Range = readonly [low: number, high: number];

/** The ends of a range as a filter writes them; one beyond which nothing lies is left out. */
export interface Bounds {
  readonly low?: string;
  readonly high?: string;
}

type Values = ArrayLike<number>;

/** Stands for infinity: beyond all other values, but within bounds that go so far. */
export const FAR = Number.MAX_VALUE;

/** Times are milliseconds; a filter names a second or a part of one, and means all of it. */
const TIME_UNITS = [60_000, 1_000, 1];

/**
 * The range of numbers with as few digits as take in the same values. `log` says that the
 * axis shows orders of magnitude.
 */
export function numberBounds(range: Range, values: Values, log: boolean): Bounds {
  const around = surroundings(range, values);
  const decimals = log ? null : decimalsFor(around);
  const shorten = (value: number, fits: (rounded: number) => boolean) =>
    String(roundings(value, decimals).find(fits) ?? value);
  const { below, first, last, above } = around;
  return bounds(
    around,
    () => shorten(range[0], (rounded) => below < rounded && rounded <= first),
    () => shorten(range[1], (rounded) => last <= rounded && rounded < above),
  );
}

export function wholeBounds(range: Range, values: Values): Bounds {
  return bounds(
    surroundings(range, values),
    () => String(Math.ceil(range[0])),
    () => String(Math.floor(range[1])),
  );
}

export function timeBounds(range: Range, values: Values): Bounds {
  const around = surroundings(range, values);
  const units = TIME_UNITS.filter((unit) => unit <= (around.most - around.least) / 100);
  const { below, first, above } = around;
  return bounds(
    around,
    () => {
      const starts = [...units, 1].map((unit) => Math.round(range[0] / unit) * unit);
      return timeText(starts.find((start) => below < start && start <= first) ?? first);
    },
    () => {
      const unit = units.find((one) => startOf(range[1], one) + one <= above) ?? 1;
      return timeText(startOf(range[1], unit));
    },
  );
}

function startOf(time: number, unit: number): number {
  return Math.floor(time / unit) * unit;
}

function timeText(time: number): string {
  const [day = "", clock = ""] = new Date(time).toISOString().split("T");
  return `"${day} ${clock.replace(/(\.000)?Z$/, "")}"`;
}

/** A time of the written clock, in milliseconds; NaN if the text is none. */
export function parseTime(text: string): number {
  const [day = "", clock = "00:00"] = text.trim().split(/[ T]/);
  return Date.parse(`${day}T${clock}Z`);
}

interface Surroundings {
  /** The values next to the lower end, outside and inside. */
  readonly below: number;
  readonly first: number;
  /** Those next to the upper end, inside and outside. */
  readonly last: number;
  readonly above: number;
  readonly least: number;
  readonly most: number;
}

function surroundings([low, high]: Range, values: Values): Surroundings {
  let [below, first] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [last, above] = [below, first];
  let [least, most] = [first, below];
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN;
    if (value < low && value > below) below = value;
    if (value >= low && value < first) first = value;
    if (value <= high && value > last) last = value;
    if (value > high && value < above) above = value;
    if (value < least && value > -FAR) least = value;
    if (value > most && value < FAR) most = value;
  }
  return { below, first, last, above, least, most };
}

function bounds({ below, above }: Surroundings, low: () => string, high: () => string): Bounds {
  return {
    ...(below === Number.NEGATIVE_INFINITY ? {} : { low: low() }),
    ...(above === Number.POSITIVE_INFINITY ? {} : { high: high() }),
  };
}

/** As many as tell about a thousandth of the values' range: few screens show more. */
function decimalsFor({ least, most }: Surroundings): number {
  const range = most - least;
  return range > 0 && range < Number.POSITIVE_INFINITY ? 3 - Math.round(Math.log10(range)) : 3;
}

/** A number in ever more digits: first in decimals, if there is a number of these, then in any. */
function roundings(value: number, decimals: number | null): number[] {
  const some = decimals === null ? [] : [0, 1, 2, 3].map((more) => roundTo(value, decimals + more));
  const all = Array.from({ length: 16 }, (_, more) => Number(value.toPrecision(more + 2)));
  return [...some, ...all];
}

function roundTo(value: number, decimals: number): number {
  if (decimals >= 0) return Number(value.toFixed(Math.min(decimals, 100)));
  const step = 10 ** -decimals;
  return Math.round(value / step) * step;
}

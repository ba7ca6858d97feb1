import type { NonFinite } from "../api/types";

export type Value = number | NonFinite;

const MINUS = "\u2212";
const COUNT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const PERCENT = new Intl.NumberFormat("en-US", { style: "percent", maximumSignificantDigits: 3 });

/** A number for reading: at most `digits` significant digits, no trailing zeros. */
export function formatValue(value: Value | null | undefined, digits = 6): string {
  if (value === null || value === undefined) return "";
  const number = toNumber(value);
  if (Number.isNaN(number)) return "NaN";
  if (!Number.isFinite(number)) return number > 0 ? "∞" : `${MINUS}∞`;
  return finite(Math.abs(number), digits, number < 0 ? MINUS : "");
}

/** The same number for copying: every digit, in a form that programs read. */
export function exactValue(value: Value): string {
  return String(value);
}

/** A whole number with a comma between thousands. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

/** A share between 0 and 1 as a percentage. */
export function formatShare(share: number): string {
  return PERCENT.format(share);
}

/** "1 trial", "2 trials". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

export function toNumber(value: Value): number {
  if (typeof value === "number") return value;
  if (value === "nan") return Number.NaN;
  return value === "inf" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

function finite(size: number, digits: number, sign: string): string {
  if (Number.isInteger(size) && size < 1e9) return sign + String(size);
  // Whole digits are never rounded away: 1234567.8 is not 1234570.
  if (size >= 10 ** digits && size < 1e9) return sign + size.toFixed(0);
  const rounded = Number(size.toPrecision(digits));
  if (rounded >= 1e-4 && rounded < 1e9) return sign + String(rounded);
  const [mantissa = "", exponent = ""] = rounded.toExponential().split("e");
  return `${sign}${mantissa}e${exponent.replace("+", "").replace("-", MINUS)}`;
}

import type { NonFinite } from "../api/types";
import type { NumberStyle } from "../settings/settings";

export type Value = number | NonFinite;

const MINUS = "\u2212";
const COUNT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const PERCENT = new Intl.NumberFormat("en-US", { style: "percent", maximumSignificantDigits: 3 });

/**
 * A number for reading, by itself with at most `digits` significant digits and no trailing
 * zeros; whole numbers stay whole in every style. What the user chose is in `useFormats`.
 */
export function formatValue(
  value: Value | null | undefined,
  digits = 6,
  style: NumberStyle = "short",
): string {
  if (value === null || value === undefined) return "";
  const number = toNumber(value);
  if (Number.isNaN(number)) return "NaN";
  if (!Number.isFinite(number)) return number > 0 ? "∞" : `${MINUS}∞`;
  return (number < 0 ? MINUS : "") + finite(Math.abs(number), digits, style);
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

function finite(size: number, digits: number, style: NumberStyle): string {
  if (Number.isInteger(size) && size < 1e9) return String(size);
  if (style === "full") return readable(String(size));
  // Whole digits are never rounded away: 1234567.8 is not 1234570.
  if (style === "short" && size >= 10 ** digits && size < 1e9) return size.toFixed(0);
  const rounded = Number(size.toPrecision(digits));
  const isPlain = style === "short" && rounded >= 1e-4 && rounded < 1e9;
  return isPlain ? String(rounded) : readable(rounded.toExponential());
}

/** A power of ten as people write it: 1e-7 has a hyphen and 1e+21 a plus too many. */
function readable(text: string): string {
  return text.replace("e+", "e").replace("e-", `e${MINUS}`);
}

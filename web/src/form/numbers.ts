const FINITE = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;

/** A typed number, null if it is none; infinity is `inf`, as in Python. */
export function parseNumber(text: string): number | null {
  // The page itself writes numbers with a minus sign, which is then copied.
  const typed = text.trim().replaceAll("\u2212", "-");
  const [, sign] = INFINITE.exec(typed) ?? [];
  if (sign !== undefined) return sign === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const number = FINITE.test(typed) ? Number(typed) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

/** A number as it is sent: JSON has no infinity, the API takes its name. */
export function sentNumber(number: number): number | string {
  if (Number.isFinite(number)) return number;
  return number > 0 ? "inf" : "-inf";
}

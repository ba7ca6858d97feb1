import { unquoted } from "../../selection/tokens";

export type End = "low" | "high";

/** How the ends of a range are typed, and how a filter writes them. */
export interface RangeTexts {
  readonly type: "text" | "datetime-local";
  /** What an end is called, and if it does not belong to the range. */
  readonly labels: Readonly<Record<End, readonly [string, string]>>;
  /** What to type, for those whose text is none. */
  readonly hint: string;
  /** Null if the text is none. */
  readonly toLiteral: (text: string) => string | null;
  readonly toText: (literal: string, end: End) => string;
}

const AMOUNTS: RangeTexts["labels"] = {
  low: ["At least", "More than"],
  high: ["At most", "Less than"],
};

export const NUMBERS: RangeTexts = {
  type: "text",
  labels: AMOUNTS,
  hint: "Type a number, such as 0.5 or 1e-3",
  toLiteral: (text) => {
    const number = text.trim().replace("−", "-").toLowerCase();
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$|^[+-]?inf$/.test(number) ? number : null;
  },
  toText: (literal) => literal,
};

const SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  "": 1,
  min: 60,
  m: 60,
  h: 3600,
  d: 86_400,
};

export const DURATIONS: RangeTexts = {
  type: "text",
  labels: AMOUNTS,
  hint: "Type a duration, such as 90 s or 1 h 30 min",
  toLiteral: (text) => {
    const part = /\s*(\d+\.?\d*|\.\d+)\s*(ms|s|min|m|h|d|)\s*/iy;
    let [seconds, at] = [0, 0];
    while (at < text.length) {
      part.lastIndex = at;
      const [, amount, unit = ""] = part.exec(text) ?? [];
      if (amount === undefined) return null;
      seconds += Number(amount) * (SECONDS[unit.toLowerCase()] ?? 1);
      at = part.lastIndex;
    }
    return at > 0 ? String(Number(seconds.toPrecision(15))) : null;
  },
  toText: (literal) => `${literal} s`,
};

const TIME = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?)?Z?$/;

/** Times as they are shown: on the clock of the file, or if that is UTC in the viewer's zone. */
export function timesOf(isLocal: boolean): RangeTexts {
  return {
    type: "datetime-local",
    labels: { low: ["From", "After"], high: ["Until", "Before"] },
    hint: "Choose a day and a time",
    toLiteral: (text) => {
      if (!TIME.test(text)) return null;
      const time = isLocal ? new Date(text).toISOString() : text;
      const [, day, minute = "00:00", second = "00"] = TIME.exec(time) ?? [];
      return `"${day} ${minute}:${second}"`;
    },
    toText: (literal, end) => {
      const [, day, minute, second] = TIME.exec(unquoted(literal).trim()) ?? [];
      if (day === undefined) return "";
      // A time is as long as it is written.
      const [lastMinute, lastSecond] = end === "low" ? ["00:00", "00"] : ["23:59", "59"];
      const text = `${day}T${minute ?? lastMinute}:${second ?? lastSecond}`;
      return isLocal ? inLocalTime(new Date(`${text}Z`)) : text;
    },
  };
}

function inLocalTime(time: Date): string {
  if (Number.isNaN(time.getTime())) return "";
  const shifted = time.getTime() - time.getTimezoneOffset() * 60_000;
  return new Date(shifted).toISOString().slice(0, 19);
}

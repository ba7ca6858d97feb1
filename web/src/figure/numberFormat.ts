import type { Json } from "../api/types";
import type { Settings } from "../settings/settings";
import type { Trace } from "./traceMeta";

/** The part of the settings that says how numbers are written. */
export type NumberFormat = Pick<Settings, "numbers" | "digits">;

/** The core writes numbers in hover texts with six digits. */
const IN_HOVER = /(%\{[^{}:]+:)\.6~g\}/g;

/**
 * How Plotly writes the numbers along an axis: plain digits as long as they are few, 20,000
 * and not 0.2e+5. They are round ones, so that no style needs more digits for them; trial
 * numbers and the like would look odd as powers of ten, but are on no log axis.
 */
export function tickFormat(axis: "linear" | "log", { numbers }: NumberFormat): string {
  return axis === "log" && numbers === "scientific" ? "~e" : ",~g";
}

/** A trace whose hover text has numbers in the format of the user. */
export function hoverNumbers(trace: Trace, format: NumberFormat): Trace {
  const { hovertemplate: text } = trace;
  if (typeof text !== "string") return trace;
  const hovertemplate: Json = text.replace(IN_HOVER, `$1${hoverFormat(format)}}`);
  return { ...trace, hovertemplate };
}

function hoverFormat({ numbers, digits }: NumberFormat): string {
  if (numbers === "scientific") return `.${digits - 1}~e`;
  // One digit less than a number has at most, of which the last is noise: 0.1 + 0.2 is 0.3.
  return numbers === "full" ? ".16~g" : `.${digits}~g`;
}

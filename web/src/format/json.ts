import type { Json } from "../api/types";
import { formatValue } from "./numbers";

/** A value of any kind on one line: numbers for reading, text as it is, the rest as JSON. */
export function formatJson(
  value: Json | undefined,
  formatNumber: (number: number) => string = formatValue,
): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return formatNumber(value);
  return JSON.stringify(value);
}

/** The same for copying: text as it is, the rest as JSON with every digit. */
export function exactJson(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

import { decodeNumbers } from "../api/decode";
import type { Json } from "../api/types";
import type { Drawing } from "./drawing";
import { isObject } from "./traceMeta";

/** A drawing as a file that any Plotly opens, by its address. */
export function plotlyJson({ data, layout }: Pick<Drawing, "data" | "layout">, title: string) {
  const titled = { ...layout, title: { text: title, x: 0.01, xanchor: "left" } };
  const text = JSON.stringify(plain({ data, layout: titled } as unknown as Json));
  return URL.createObjectURL(new Blob([text], { type: "application/json" }));
}

/** The same figure with its arrays of numbers as lists, which older Plotly reads too. */
export function plain(value: Json): Json {
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  if (value instanceof Float64Array) return listed(value);
  if (typeof value.bdata === "string") {
    const numbers = listed(decodeNumbers(value));
    const { shape } = value;
    return typeof shape === "string" ? rows(numbers, Number(shape.split(",")[1])) : numbers;
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}

function listed(numbers: ArrayLike<number>): Json[] {
  return Array.from<number, Json>(numbers, (number) => (Number.isFinite(number) ? number : null));
}

function rows(numbers: readonly Json[], width: number): Json[] {
  const height = Math.ceil(numbers.length / width);
  return Array.from({ length: height }, (_, row) => numbers.slice(row * width, (row + 1) * width));
}

import { isObject } from "../figure/traceMeta";
import type { Json } from "./types";

const ARRAYS: Readonly<Record<string, new (buffer: ArrayBuffer) => ArrayLike<number>>> = {
  f8: Float64Array,
  f4: Float32Array,
  i4: Int32Array,
  u4: Uint32Array,
  i2: Int16Array,
  u2: Uint16Array,
  i1: Int8Array,
  u1: Uint8Array,
};

const decoded = new WeakMap<object, ArrayLike<number>>();

/** All numbers of a plain or typed array of a figure, decoded once; NaN for what is none. */
export function decodeNumbers(items: Json | undefined): ArrayLike<number> {
  if (typeof items !== "object" || items === null) return [];
  const known = decoded.get(items);
  if (known) return known;
  const numbers = Array.isArray(items) ? items.map(asNumber) : decodeTyped(items);
  decoded.set(items, numbers);
  return numbers;
}

function asNumber(item: Json): number {
  return typeof item === "number" ? item : Number.NaN;
}

function decodeTyped(items: Json): ArrayLike<number> {
  if (!isObject(items) || typeof items.bdata !== "string") return [];
  const Numbers = ARRAYS[String(items.dtype)];
  return Numbers ? new Numbers(bytesOf(items.bdata)) : [];
}

function bytesOf(base64: string): ArrayBuffer {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes.buffer;
}

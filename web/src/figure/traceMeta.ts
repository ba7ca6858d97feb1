import type { Json } from "../api/types";

export type Trace = Readonly<Record<string, Json>>;

/** What Python says of a trace apart from how it is drawn. */
export interface TraceMeta {
  readonly role: string | undefined;
  readonly study: number | undefined;
  /** The place of its study among several, or its own among series to be told apart. */
  readonly series: number | undefined;
  /** Trial numbers in the order of the points. */
  readonly numbers: Json | undefined;
  /** Whether it is many curves, each of a trial, with gaps between them. */
  readonly isOfMany: boolean;
}

export function traceMeta(trace: Trace): TraceMeta {
  const meta = isObject(trace.meta) ? trace.meta : {};
  return {
    role: typeof meta.role === "string" ? meta.role : undefined,
    study: typeof meta.study === "number" ? meta.study : undefined,
    series: typeof meta.series === "number" ? meta.series : undefined,
    numbers: meta.numbers,
    isOfMany: meta.is_of_many === true,
  };
}

const BYTES: Readonly<Record<string, number>> = {
  f8: 8,
  f4: 4,
  i4: 4,
  u4: 4,
  i2: 2,
  u2: 2,
  i1: 1,
  u1: 1,
};

/** How many items a plain or typed array of a figure has. */
export function arrayLength(items: Json | undefined): number {
  if (Array.isArray(items)) return items.length;
  if (!isTyped(items)) return 0;
  const padding = items.bdata.endsWith("==") ? 2 : items.bdata.endsWith("=") ? 1 : 0;
  return ((items.bdata.length / 4) * 3 - padding) / (BYTES[items.dtype] ?? 1);
}

/** One item, without decoding the array: clicks are rare and arrays are long. */
export function arrayItem(items: Json | undefined, index: number): number | undefined {
  if (Array.isArray(items)) {
    const item = items[index];
    return typeof item === "number" ? item : undefined;
  }
  const size = isTyped(items) ? BYTES[items.dtype] : undefined;
  if (!isTyped(items) || !size || index < 0 || index >= arrayLength(items)) return undefined;
  const first = index * size;
  // Base64 holds three bytes in four characters.
  const group = Math.floor(first / 3);
  const text = atob(items.bdata.slice(group * 4, Math.ceil((first + size) / 3) * 4));
  const bytes = Uint8Array.from(text.slice(first - group * 3), (char) => char.charCodeAt(0));
  return readNumber(new DataView(bytes.buffer), items.dtype);
}

function readNumber(view: DataView, dtype: string): number | undefined {
  switch (dtype) {
    case "f8":
      return view.getFloat64(0, true);
    case "f4":
      return view.getFloat32(0, true);
    case "i4":
      return view.getInt32(0, true);
    case "u4":
      return view.getUint32(0, true);
    case "i2":
      return view.getInt16(0, true);
    case "u2":
      return view.getUint16(0, true);
    case "i1":
      return view.getInt8(0);
    case "u1":
      return view.getUint8(0);
    default:
      return undefined;
  }
}

function isTyped(items: Json | undefined): items is { dtype: string; bdata: string } {
  return isObject(items) && typeof items.dtype === "string" && typeof items.bdata === "string";
}

export function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

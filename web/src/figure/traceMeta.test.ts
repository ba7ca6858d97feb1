import { describe, expect, it } from "vitest";
import { arrayItem, arrayLength, traceMeta } from "./traceMeta";

function typed(dtype: string, array: ArrayBufferView): { dtype: string; bdata: string } {
  const bytes = new Uint8Array(array.buffer);
  return { dtype, bdata: btoa(String.fromCharCode(...bytes)) };
}

describe("arrays of a figure", () => {
  const numbers = [0, 1, -7, 100_000, 2 ** 31 - 1, 5, 6];

  it.each([
    ["i4", typed("i4", Int32Array.from(numbers))],
    ["f8", typed("f8", Float64Array.from(numbers))],
    ["a list", numbers],
  ])("are read one by one from %s", (_, items) => {
    expect(arrayLength(items)).toBe(numbers.length);
    expect(numbers.map((_number, index) => arrayItem(items, index))).toEqual(numbers);
    expect(arrayItem(items, numbers.length)).toBeUndefined();
  });

  it("may be of small numbers", () => {
    expect(arrayItem(typed("u1", Uint8Array.from([250, 3])), 0)).toBe(250);
    expect(arrayItem(typed("i2", Int16Array.from([-2, 3])), 0)).toBe(-2);
    expect(arrayItem(typed("f4", Float32Array.from([0.5])), 0)).toBe(0.5);
  });

  it("may be missing or of another kind", () => {
    expect(arrayLength(undefined)).toBe(0);
    expect(arrayItem(null, 0)).toBeUndefined();
    expect(arrayItem(["a"], 0)).toBeUndefined();
    expect(arrayItem({ dtype: "x9", bdata: "AAAA" }, 0)).toBeUndefined();
  });
});

describe("what the core says of a trace", () => {
  it("is read from its meta", () => {
    const meta = { role: "front", study: 3, numbers: [1, 2] };
    expect(traceMeta({ meta })).toEqual({ ...meta, isOfMany: false });
    const curves = { meta: { ...meta, is_of_many: true } };
    expect(traceMeta(curves)).toEqual({ ...meta, isOfMany: true });
    expect(traceMeta({}).role).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { decodeNumbers } from "./decode";

function typed(dtype: string, array: ArrayBufferView): { dtype: string; bdata: string } {
  return { dtype, bdata: btoa(String.fromCharCode(...new Uint8Array(array.buffer))) };
}

describe("the numbers of an array", () => {
  it("are those that were encoded", () => {
    const whole = [0, -7, 2 ** 31 - 1];
    expect([...Array.from(decodeNumbers(typed("i4", Int32Array.from(whole))))]).toEqual(whole);
    const broken = [0.1, Number.NaN, 1e300];
    expect(Array.from(decodeNumbers(typed("f8", Float64Array.from(broken))))).toEqual(broken);
    expect(Array.from(decodeNumbers([1, null, "2024-05-01"]))).toEqual([1, Number.NaN, Number.NaN]);
  });

  it("are decoded once", () => {
    const items = typed("u1", Uint8Array.from([1, 2]));
    expect(decodeNumbers(items)).toBe(decodeNumbers(items));
  });

  it("are none where there is no array", () => {
    expect(decodeNumbers(undefined)).toEqual([]);
    expect(decodeNumbers("abc")).toEqual([]);
    expect(decodeNumbers({ dtype: "x9", bdata: "AAAA" })).toEqual([]);
  });
});

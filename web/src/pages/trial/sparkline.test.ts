import { describe, expect, it } from "vitest";
import { curveOf, extentOf, pathOf } from "./sparkline";

const curve = (...values: number[]) => values.map((value, step) => ({ step, value }));

function path(...values: number[]): string {
  const points = curve(...values);
  const extent = extentOf(points);
  return extent ? pathOf(points, extent, 100, 10) : "";
}

describe("a small curve", () => {
  it("fills its box", () => {
    expect(path(0, 1, 0.5)).toBe("M0 10L50 0L100 5");
  });

  it("is broken where a value is not finite", () => {
    expect(path(0, Number.NaN, 1, Number.POSITIVE_INFINITY, 0.5)).toBe("M0 10M50 0M100 5");
  });

  it("may be one point, or flat", () => {
    expect(path(7)).toBe("M50 5");
    expect(path(7, 7)).toBe("M0 5L100 5");
  });

  it("may have nothing to draw", () => {
    expect(extentOf(curve(Number.NaN))).toBeNull();
    expect(extentOf([])).toBeNull();
  });

  it("loses no peak when it is long", () => {
    const values = Array.from({ length: 10_000 }, (_, step) => (step === 5003 ? 1 : 0));
    const points = curve(...values);
    const text = pathOf(points, { firstStep: 0, lastStep: 9999, low: 0, high: 1 }, 100, 10);
    expect(text).toContain(" 0L");
    expect(text.split(/[ML]/).length).toBeLessThan(250);
  });

  it("is made of reported values", () => {
    expect(curveOf([{ step: 3, value: "inf" }])).toEqual([
      { step: 3, value: Number.POSITIVE_INFINITY },
    ]);
  });
});

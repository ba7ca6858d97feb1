import { describe, expect, it } from "vitest";
import { blocksFor, isNear } from "./blocks";

describe("blocksFor", () => {
  it("covers the rows in sight and those next to them", () => {
    expect(blocksFor({ first: 40, end: 60 }, 1000)).toEqual([0]);
    expect(blocksFor({ first: 120, end: 160 }, 1000)).toEqual([0, 1]);
    expect(blocksFor({ first: 250, end: 290 }, 1000)).toEqual([2, 3]);
  });

  it("asks for nothing beyond the end", () => {
    expect(blocksFor({ first: 0, end: 25 }, 25)).toEqual([0]);
    expect(blocksFor({ first: 180, end: 200 }, 200)).toEqual([1]);
    expect(blocksFor({ first: 0, end: 0 }, 0)).toEqual([]);
  });
});

describe("isNear", () => {
  it("tells scrolling from jumping", () => {
    expect(isNear({ first: 0, end: 30 }, { first: 10, end: 40 })).toBe(true);
    expect(isNear({ first: 0, end: 30 }, { first: 90, end: 120 })).toBe(true);
    expect(isNear({ first: 0, end: 30 }, { first: 5000, end: 5030 })).toBe(false);
    expect(isNear({ first: 5000, end: 5030 }, { first: 0, end: 30 })).toBe(false);
  });
});

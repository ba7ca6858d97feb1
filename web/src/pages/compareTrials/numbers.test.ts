import { describe, expect, it } from "vitest";
import { MOST_COMPARED, readNumbers, swapped } from "./numbers";

describe("the numbers in the address of a comparison", () => {
  it("keep their order, each once", () => {
    expect(readNumbers("3,1,3,0,1")).toEqual({ shown: [3, 1, 0], others: 0 });
  });

  it("are none, or whole numbers", () => {
    expect(readNumbers(null)).toEqual({ shown: [], others: 0 });
    expect(readNumbers("")).toEqual({ shown: [], others: 0 });
    expect(readNumbers("x,1e3,-2, 4,7.5,8")).toEqual({ shown: [8], others: 0 });
  });

  it("are not too many", () => {
    const many = Array.from({ length: 20 }, (_, index) => index);
    const { shown, others } = readNumbers(many.join(","));
    expect(shown).toEqual(many.slice(0, MOST_COMPARED));
    expect(others).toBe(20 - MOST_COMPARED);
  });

  it("change places with their neighbours", () => {
    expect(swapped([4, 5, 6], 5, -1)).toEqual([5, 4, 6]);
    expect(swapped([4, 5, 6], 5, 1)).toEqual([4, 6, 5]);
    expect(swapped([4, 5, 6], 6, 1)).toEqual([4, 5, 6]);
    expect(swapped([4, 5, 6], 4, -1)).toEqual([4, 5, 6]);
  });
});

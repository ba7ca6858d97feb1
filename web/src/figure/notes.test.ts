import { describe, expect, it } from "vitest";
import { describeFigure, figureNotes } from "./notes";
import { fileName } from "./save";

describe("what stands under a figure", () => {
  it("is nothing when all is shown", () => {
    expect(figureNotes({ shown: 5, total: 5, notes: [] })).toEqual([]);
  });

  it("says how much is shown and what is not", () => {
    expect(figureNotes({ shown: 20_000, total: 100_000, notes: ["Not drawn: 3 failed."] })).toEqual(
      ["20,000 of 100,000 trials shown.", "Not drawn: 3 failed."],
    );
  });
});

describe("a figure in words", () => {
  it("is its title where it is not one of trials", () => {
    const saved = { shown: null, total: 7, notes: [] };
    expect(describeFigure("Confusion", saved)).toBe("Confusion");
    expect(figureNotes(saved)).toEqual([]);
  });

  it("counts its trials", () => {
    expect(describeFigure("History", { shown: 1, total: 1, notes: [] })).toBe("History: 1 trial");
    expect(describeFigure("History", { shown: 2, total: 3, notes: [] })).toBe(
      "History: 2 of 3 trials",
    );
  });
});

describe("the name of a saved picture", () => {
  it("fits every file system", () => {
    expect(fileName("Pareto front", '../a<b>:"c"', "png")).toBe("a-b-c-Pareto-front.png");
    expect(fileName("History", "日本語", "svg")).toBe("日本語-History.svg");
  });
});

import { describe, expect, it } from "vitest";
import type { Distribution, Json } from "../../api/types";
import { formatsOf } from "../../format/useFormats";
import { DEFAULTS } from "../../settings/settings";
import { choiceIndex, choiceTexts, rangeLook } from "./range";

type Numeric = Exclude<Distribution, { type: "CategoricalDistribution" }>;

const FORMATS = formatsOf(DEFAULTS);
const look = (value: Json, range: Numeric) => rangeLook(value, range, FORMATS);

function float(low: number, high: number, log = false, step: number | null = null): Numeric {
  return { type: "FloatDistribution", low, high, step, log };
}

describe("a value in its range", () => {
  it("lies between its ends", () => {
    expect(look(0.25, float(0, 1))).toEqual({ share: 0.25, low: "0", high: "1", scale: "" });
    expect(look(-10, float(-10, 10)).share).toBe(0);
    expect(look(10, float(-10, 10)).share).toBe(1);
  });

  it("is placed by its logarithm where the sampler does so", () => {
    const placed = look(1e-3, float(1e-5, 1e-1, true));
    expect(placed.share).toBeCloseTo(0.5);
    expect(placed.scale).toBe("log");
  });

  it("names steps that are not the usual ones", () => {
    const int: Numeric = { type: "IntDistribution", low: 0, high: 20, step: 5, log: false };
    expect(look(5, int)).toMatchObject({ share: 0.25, scale: "step 5" });
    expect(look(5, { ...int, step: 1 }).scale).toBe("");
    expect(look(0.5, float(0, 1, false, 0.25)).scale).toBe("step 0.25");
  });

  it("is in the middle of a range of one value", () => {
    expect(look(3, float(3, 3)).share).toBe(0.5);
    expect(look(4, float(3, 3)).share).toBeNull();
  });

  it("forgives a rounding, but nothing more", () => {
    expect(look(1.0000000000000002, float(0, 1)).share).toBe(1);
    expect(look(1.1, float(0, 1)).share).toBeNull();
  });

  it("may be no number, and its range endless", () => {
    expect(look("nan", float(0, 1)).share).toBeNull();
    const endless: Numeric = {
      type: "FloatDistribution",
      low: "-inf",
      high: 1,
      step: null,
      log: false,
    };
    expect(look(0, endless)).toMatchObject({ share: null, low: "−∞" });
    expect(look(0, float(0, 1, true)).share).toBeNull();
  });
});

describe("a choice", () => {
  it("is found by value and kind", () => {
    const choices = [null, true, "1", 1, 2.5, "a"];
    expect(choices.map((choice) => choiceIndex(choice, choices))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(choiceIndex("b", choices)).toBe(-1);
  });

  it("is told from one that reads alike", () => {
    expect(choiceTexts(["1", 1, "a", null], FORMATS)).toEqual(['"1"', "1", "a", "null"]);
  });
});

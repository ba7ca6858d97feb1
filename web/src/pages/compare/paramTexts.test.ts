import { describe, expect, it } from "vitest";
import type { ComparedRange } from "../../api/types";
import { formatsOf } from "../../format/useFormats";
import { DEFAULTS } from "../../settings/settings";
import { bestText, rangeTexts, triedText } from "./paramTexts";

const FORMATS = formatsOf(DEFAULTS);

const NUMBERS: ComparedRange = {
  study_id: 1,
  n_trials: 40,
  distributions: [{ type: "FloatDistribution", low: 1e-5, high: 0.1, step: null, log: true }],
  range: { low: 1e-5, high: 0.1, start: 0, end: 1 },
  searched: { low: 2e-5, high: 0.09, start: 0.1, end: 0.9 },
  best: { low: 0.003, high: 0.003, start: 0.5, end: 0.5 },
  choices: [],
};

const CHOICES: ComparedRange = {
  ...NUMBERS,
  distributions: [{ type: "CategoricalDistribution", choices: ["adam", "", "1", 1] }],
  range: null,
  searched: null,
  best: null,
  choices: [
    { choice: "adam", n_trials: 3, n_best: 0 },
    { choice: "", n_trials: 1, n_best: 1 },
    { choice: "1", n_trials: 0, n_best: 0 },
    { choice: 1, n_trials: 2, n_best: 1 },
  ],
};

describe("a parameter in words", () => {
  it("has a range, what was tried of it, and what won", () => {
    expect(rangeTexts(NUMBERS, FORMATS)).toEqual(["1e\u22125 to 0.1, log"]);
    expect(triedText(NUMBERS, FORMATS)).toBe("2e\u22125 to 0.09");
    expect(bestText(NUMBERS, FORMATS)).toBe("0.003");
  });

  it("has choices, some of them tried; those that read alike are told apart", () => {
    expect(rangeTexts(CHOICES, FORMATS)).toEqual(["4 choices"]);
    expect(triedText(CHOICES, FORMATS)).toBe("3 of 4 choices");
    expect(bestText(CHOICES, FORMATS)).toBe("(empty text), 1");
    const text = { ...CHOICES, choices: CHOICES.choices.map((one) => ({ ...one, n_best: 1 })) };
    expect(bestText(text, FORMATS)).toBe('adam, (empty text), "1", 1');
  });

  it("has several ranges where they changed, many of them counted", () => {
    const [first] = NUMBERS.distributions;
    const ranges = [1, 2, 3, 4].map((high) => ({
      type: "IntDistribution" as const,
      low: 0,
      high,
      step: 2,
      log: false,
    }));
    if (!first) throw new Error("There is a range");
    expect(
      rangeTexts({ ...NUMBERS, distributions: [first, ...ranges.slice(0, 2)] }, FORMATS),
    ).toEqual(["1e\u22125 to 0.1, log", "0 to 1, step 2", "0 to 2, step 2"]);
    expect(rangeTexts({ ...NUMBERS, distributions: ranges }, FORMATS)).toEqual([
      "1e\u22125 to 0.1, in 4 forms",
    ]);
  });

  it("has the values of a whole front, or none", () => {
    const best = { low: 1, high: 2, start: 0, end: 1 };
    expect(bestText({ ...NUMBERS, best }, FORMATS)).toBe("1 to 2");
    expect(bestText({ ...NUMBERS, best: null }, FORMATS)).toBe("–");
    expect(triedText({ ...NUMBERS, searched: null }, FORMATS)).toBe("–");
  });
});

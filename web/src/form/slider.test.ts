import { expect, test } from "vitest";
import type { FormField } from "../api/types";
import { VALUES } from "./sampleForm";
import { isOnStep, labelsFit, marksOf, middleOf, rangeOf } from "./slider";

const SLIDER = VALUES.fields[1] as FormField;
const range = (change: Partial<FormField>) => rangeOf({ ...SLIDER, ...change });

test("steps are those of the form, else a hundredth, else finer", () => {
  expect(range({})).toEqual({ low: 0, high: 10, step: 0.5, isStepGiven: true });
  expect(range({ step: null })).toMatchObject({ step: 0.01, isStepGiven: false });
  expect(range({ step: null, high: 0.5 })).toMatchObject({ step: 0.005 });
  expect(range({ step: 0 })).toMatchObject({ step: 0.01 });
});

test("without two ends there is no slider", () => {
  expect([range({ low: null }), range({ high: "inf" }), range({ low: 10 })]).toEqual([
    null,
    null,
    null,
  ]);
});

test("a number lies on a step or not", () => {
  const steps = { low: 0.1, high: 1, step: 0.2, isStepGiven: true };
  expect([0.1, 0.3, 0.7, 1].map((number) => isOnStep(number, steps))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(isOnStep(0.2, steps)).toBe(false);
  expect(isOnStep(0.2, { ...steps, isStepGiven: false })).toBe(true);
  expect(middleOf({ low: 0, high: 10, step: 3, isStepGiven: true })).toBe(6);
});

test("marks stand in order, within the range", () => {
  const choices = [
    { label: "high", value: 9 },
    { label: "beyond", value: 11 },
    { label: "low", value: 1 },
    { label: "odd", value: "x" },
  ];
  expect(marksOf({ ...SLIDER, choices }, { low: 0, high: 10, step: 1, isStepGiven: true })).toEqual(
    [
      { label: "low", value: 1 },
      { label: "high", value: 9 },
    ],
  );
});

test("labels have room or not", () => {
  const ten = { low: 0, high: 10, step: 1, isStepGiven: true };
  const ends = [
    { label: "not at all", value: 0 },
    { label: "very much", value: 10 },
  ];
  expect(labelsFit(ends, ten)).toBe(true);
  expect(labelsFit([...ends.slice(0, 1), { label: "a little", value: 2 }], ten)).toBe(false);
  expect(labelsFit([{ label: "almost nothing", value: 0.5 }], ten)).toBe(false);
});

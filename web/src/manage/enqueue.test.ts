import { expect, test } from "vitest";
import type { ParamSummary } from "../api/types";
import { type EnqueueField, enqueuedParams, enqueueFields, isNoNumber } from "./enqueue";

const FLOAT = { type: "FloatDistribution", low: 0, high: 1, step: null, log: false } as const;
const INT = { type: "IntDistribution", low: 1, high: 9, step: 2, log: false } as const;
const KINDS = { type: "CategoricalDistribution", choices: ["a", 1, null, ""] } as const;

const PARAMS: readonly ParamSummary[] = [
  { name: "x", n_trials: 3, distributions: [{ ...FLOAT, high: 5 }, FLOAT] },
  { name: "n", n_trials: 3, distributions: [INT] },
  { name: "kind", n_trials: 3, distributions: [{ ...KINDS, choices: [...KINDS.choices] }] },
  { name: "damaged", n_trials: 1, distributions: [] },
];
const FIELDS = enqueueFields(PARAMS);

const field = (name: string) => FIELDS.find((one) => one.name === name) as EnqueueField;

test("each parameter has a field, with its latest range", () => {
  expect(FIELDS.map(({ name }) => name)).toEqual(["x", "n", "kind"]);
  expect(field("x").distribution).toEqual(FLOAT);
});

test("what is left empty is left to the sampler", () => {
  expect(enqueuedParams(FIELDS, {})).toEqual({});
  expect(enqueuedParams(FIELDS, { x: " ", n: "3", kind: "" })).toEqual({ n: 3 });
});

test("numbers are as typed, and choices themselves", () => {
  expect(enqueuedParams(FIELDS, { x: "\u22121e-3", n: "7", kind: "0" })).toEqual({
    x: -0.001,
    n: 7,
    kind: "a",
  });
  const chosen = ["1", "2", "3"].map((kind) => enqueuedParams(FIELDS, { kind }).kind);
  expect(chosen).toEqual([1, null, ""]);
});

test("what is no number is told", () => {
  expect(isNoNumber(field("x"), "0,5")).toBe(true);
  expect(isNoNumber(field("x"), "0.5")).toBe(false);
  expect(isNoNumber(field("x"), "")).toBe(false);
  expect(isNoNumber(field("x"))).toBe(false);
  // This choice is null.
  expect(isNoNumber(field("kind"), "2")).toBe(false);
});

import { expect, test } from "vitest";
import { nextOf, waitingTrials } from "./queue";
import { ATTRS, VALUES } from "./sampleForm";

test("trials wait for their values while they run", () => {
  expect(waitingTrials(VALUES, ["size"])).toEqual({ state: "Running" });
});

test("and for answers that must be given", () => {
  const state = "Running,Waiting";
  expect(waitingTrials(ATTRS, ["mood", "sure", "name"])).toEqual({
    state,
    filter:
      'user_attrs["mood"] == none or user_attrs["sure"] == none or user_attrs["name"] == none',
  });
  // A filter cannot name what no trial has.
  expect(waitingTrials(ATTRS, ["mood", "sure"])).toEqual({ state });
});

test("where no answer must be given, for any", () => {
  const state = "Running,Waiting";
  const optional = { ...ATTRS, fields: ATTRS.fields.map((one) => ({ ...one, optional: true })) };
  expect(waitingTrials(optional, [])).toEqual({ state });
  expect(waitingTrials(optional, ["mood", "name", "other"])).toEqual({
    state,
    filter: 'user_attrs["mood"] == none and user_attrs["name"] == none',
  });
});

test("after the last trial comes the first", () => {
  expect([nextOf([1, 4, 6], 4), nextOf([1, 4, 6], 6), nextOf([6], 6), nextOf([], 2)]).toEqual([
    6,
    1,
    undefined,
    undefined,
  ]);
});

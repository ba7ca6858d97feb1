import { expect, test } from "vitest";
import type { Form, Json } from "../api/types";
import { type Drafts, firstDrafts, obstacle, writeOf } from "./answers";
import { problemsOf } from "./problems";
import { ATTRS, LABELS, VALUES } from "./sampleForm";

const trial = (user_attrs: Record<string, Json> = {}) => ({ trial_id: 7, user_attrs });
const SIZED = trial({ size: 12 });
const problems = (form: Form, drafts: Drafts, of = SIZED) => problemsOf(form, drafts, of);
const sent = (form: Form, drafts: Drafts, of = SIZED) => writeOf(form, drafts, of).body;

test("answers become the values of a trial, in the order of its objectives", () => {
  const drafts = ["1", "5.5", "1e-3", ""];
  expect(problems(VALUES, drafts)).toEqual([null, null, null, null]);
  expect(writeOf(VALUES, drafts, SIZED)).toEqual({
    method: "POST",
    path: "/api/trials/7/tell",
    body: { state: "Complete", values: [-1, 5.5, 0.001, 12] },
  });
  const backwards = { ...VALUES, fields: VALUES.fields.toReversed() };
  expect(sent(backwards, drafts.toReversed())).toEqual({
    state: "Complete",
    values: [-1, 5.5, 0.001, 12],
  });
});

test("infinity is sent as the API takes it", () => {
  expect(sent(VALUES, ["0", "0", "-inf", ""], trial({ size: "inf" }))).toEqual({
    state: "Complete",
    values: [1, 0, "-inf", "inf"],
  });
});

test("a value is needed even where the form calls it optional", () => {
  expect(problems(VALUES, firstDrafts(VALUES, SIZED))).toEqual([
    "Choose one of these.",
    "A number from 0 to 10.",
    "A number is needed, such as 0.5 or 1e-3.",
    null,
  ]);
});

test("a slider says where its numbers lie", () => {
  const said = (draft: string) => problems(VALUES, ["0", draft, "1", ""])[1];
  expect([said("10.5"), said("x"), said("1.3"), said("1.5")]).toEqual([
    "A number from 0 to 10.",
    "A number from 0 to 10.",
    "A number in steps of 0.5, from 0 to 10.",
    null,
  ]);
});

test("what the program has yet to give is named", () => {
  expect(obstacle(VALUES, SIZED, LABELS)).toBeNull();
  expect(obstacle(VALUES, trial({ size: "12.5" }), LABELS)).toBeNull();
  const missing = "The program has yet to set the user attribute “size” to a number.";
  expect(obstacle(VALUES, trial(), LABELS)).toBe(missing);
  expect(obstacle(VALUES, trial({ size: "large" }), LABELS)).toBe(missing);
  expect(obstacle(VALUES, SIZED, [...LABELS, "Cost"])).toBe(
    "The form has no question for Cost, so it cannot complete a trial.",
  );
  expect(obstacle(ATTRS, trial(), ["Loss", "Cost"])).toBeNull();
});

test("answers become user attributes; what is left open is not sent", () => {
  const drafts = ["0", "0.25", "Vanilla", " "];
  expect(problems(ATTRS, drafts)).toEqual([null, null, null, null]);
  expect(writeOf(ATTRS, drafts, SIZED)).toEqual({
    method: "POST",
    path: "/api/trials/7/user-attrs",
    body: { user_attrs: { mood: 1, sure: 0.25, name: "Vanilla" } },
  });
});

test("what was said before stands in the fields, and can be taken back", () => {
  const before = trial({ mood: -1, sure: 0.5, name: "Vanilla", remark: "sweet" });
  expect(firstDrafts(ATTRS, before)).toEqual(["1", "0.5", "Vanilla", "sweet"]);
  expect(firstDrafts(ATTRS, trial({ mood: 5, name: 2 }))).toEqual(["", "", "2", ""]);
  expect(sent(ATTRS, ["1", "0.5", "Vanilla", ""], before)).toEqual({
    user_attrs: { mood: -1, sure: 0.5, name: "Vanilla", remark: "" },
  });
});

test("a form of optional questions takes one answer at least", () => {
  const optional = { ...ATTRS, fields: ATTRS.fields.map((one) => ({ ...one, optional: true })) };
  expect(problems(optional, ["", "", "", ""])).toEqual([
    "Answer at least one question.",
    null,
    null,
    null,
  ]);
  expect(problems(optional, ["", "", "", "x"])).toEqual([null, null, null, null]);
  expect(problems(ATTRS, ["", "", " ", ""])).toEqual([
    "Choose one of these.",
    "A number from 0 to 1.",
    "An answer is needed.",
    null,
  ]);
});

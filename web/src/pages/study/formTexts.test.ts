import { expect, test } from "vitest";
import type { FormField } from "../../api/types";
import { formatsOf } from "../../format/useFormats";
import { DEFAULTS } from "../../settings/settings";
import { answerText, destinationText } from "./formTexts";

const FIELD: FormField = {
  type: "text",
  label: "Why?",
  objective: null,
  place: null,
  user_attr: "why",
  choices: [],
  low: null,
  high: null,
  step: null,
  optional: false,
};

const answer = (change: Partial<FormField>) =>
  answerText({ ...FIELD, ...change }, formatsOf(DEFAULTS));

test("a field says what can be answered", () => {
  const choices = [
    { label: "Good", value: 1 },
    { label: "Bad", value: -1 },
  ];
  expect(answer({ type: "choice", choices })).toBe("One of: Good (1), Bad (−1)");
  expect(answer({ type: "slider", low: 0, high: 10 })).toBe("A number from 0 to 10");
  expect(answer({ type: "slider", low: 0, high: 1, step: 0.5, choices })).toBe(
    "A number from 0 to 1 in steps of 0.5: Good (1), Bad (−1)",
  );
  expect(answer({})).toBe("A text");
  expect(answer({ optional: true })).toBe("A text, or nothing");
  expect(answer({ optional: true, objective: "Loss", place: 0 })).toBe("A number");
  expect(answer({ type: "user_attr" })).toBe(
    "Not asked: the program gives it as user attribute “why”",
  );
});

test("and what becomes of the answer", () => {
  expect(destinationText(FIELD)).toBe("Kept as user attribute “why”");
  expect(destinationText({ ...FIELD, objective: "Loss" })).toBe("Becomes the value of Loss");
  expect(destinationText({ ...FIELD, user_attr: null })).toBe("Kept nowhere");
});

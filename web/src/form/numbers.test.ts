import { expect, test } from "vitest";
import { parseNumber, sentNumber } from "./numbers";

test.each([
  ["1", 1],
  [" -2.5 ", -2.5],
  ["\u22122.5", -2.5],
  [".5", 0.5],
  ["5.", 5],
  ["1e-3", 0.001],
  ["+1E3", 1000],
  ["inf", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
])("%j is the number %d", (text, number) => {
  expect(parseNumber(text)).toBe(number);
});

test.each(["", " ", "nan", "1,5", "0x10", "1e999", "two", "1 2", "-", "."])(
  "%j is no number",
  (text) => {
    expect(parseNumber(text)).toBeNull();
  },
);

test("infinity is sent by its name", () => {
  expect([2, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(sentNumber)).toEqual([
    2,
    "inf",
    "-inf",
  ]);
});

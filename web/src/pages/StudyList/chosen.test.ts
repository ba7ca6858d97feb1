import { expect, test } from "vitest";
import { choose, parseIds } from "./chosen";

const SHOWN = [5, 3, 9, 1, 7];

test("ids are read from an address, each once, nonsense left aside", () => {
  expect(parseIds("3,1000000001,3")).toEqual([3, 1_000_000_001]);
  expect(parseIds("x,-1,1.5,,2, 4,99999999999999999999")).toEqual([2]);
  expect(parseIds("")).toEqual([]);
  expect(parseIds(null)).toEqual([]);
});

test("a click changes the side of one study", () => {
  expect(choose([], SHOWN, 9, null)).toEqual([9]);
  expect(choose([9, 5], SHOWN, 9, null)).toEqual([5]);
});

test("a range is what the list shows between the last study and this one, in both directions", () => {
  expect(choose([3], SHOWN, 1, 3)).toEqual([3, 9, 1]);
  expect(choose([1], SHOWN, 5, 1)).toEqual([1, 5, 3, 9]);
});

test("a click on a chosen study takes its range back", () => {
  expect(choose([5, 3, 9, 7], SHOWN, 9, 5)).toEqual([7]);
});

test("a range from a study that is not shown any more is that of one study", () => {
  expect(choose([42], SHOWN, 3, 42)).toEqual([42, 3]);
});

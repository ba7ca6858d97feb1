import { expect, it } from "vitest";
import { dropAt, followerOf } from "./drop";

const SPANS = [
  { id: "a", left: 0, right: 100 },
  { id: "b", left: 100, right: 300 },
];

it("drops a column where the nearest border is", () => {
  expect(dropAt(SPANS, -5)).toEqual({ id: "a", side: "before" });
  expect(dropAt(SPANS, 60)).toEqual({ id: "b", side: "before" });
  expect(dropAt(SPANS, 201)).toEqual({ id: "b", side: "after" });
  expect(dropAt([], 60)).toBeNull();
});

it("finds what will follow", () => {
  expect(followerOf(["a", "b", "c"], { id: "b", side: "before" })).toBe("b");
  expect(followerOf(["a", "b", "c"], { id: "b", side: "after" })).toBe("c");
  expect(followerOf(["a", "b", "c"], { id: "c", side: "after" })).toBeNull();
});

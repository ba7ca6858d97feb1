import { describe, expect, it } from "vitest";
import { keyMove } from "./keys";

describe("moving through the table by keys", () => {
  it("starts at the first row", () => {
    expect(keyMove("ArrowDown", null, 10, 5)).toBe(0);
    expect(keyMove("ArrowUp", null, 10, 5)).toBe(0);
  });

  it("stays inside", () => {
    expect(keyMove("ArrowDown", 9, 10, 5)).toBe(9);
    expect(keyMove("ArrowUp", 0, 10, 5)).toBe(0);
    expect(keyMove("PageDown", 7, 10, 5)).toBe(9);
    expect(keyMove("PageUp", 3, 10, 5)).toBe(0);
  });

  it("goes to both ends", () => {
    expect(keyMove("Home", 7, 10, 5)).toBe(0);
    expect(keyMove("End", 7, 10, 5)).toBe(9);
  });

  it("leaves other keys alone, and an empty table", () => {
    expect(keyMove("a", 7, 10, 5)).toBeNull();
    expect(keyMove("ArrowDown", null, 0, 5)).toBeNull();
  });
});

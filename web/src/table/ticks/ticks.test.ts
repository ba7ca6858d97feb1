import { expect, it } from "vitest";
import { add, NO_TICKS, share, toggle } from "./ticks";

it("keeps the order of ticking", () => {
  const ticks = [5, 1, 3, 1, 1].reduce(toggle, NO_TICKS);
  expect([...ticks.numbers]).toEqual([5, 3, 1]);
  expect([...add(ticks, [3, 7]).numbers]).toEqual([5, 3, 1, 7]);
});

it("knows whether all of a list is ticked", () => {
  const all = { numbers: new Set([1, 2]), list: "here" };
  expect(share(NO_TICKS, "here")).toBe("none");
  expect(share(all, "here")).toBe("all");
  expect(share(all, "elsewhere")).toBe("some");
  expect(share(toggle(all, 2), "here")).toBe("some");
});

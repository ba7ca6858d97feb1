import { expect, test } from "vitest";
import { withIds } from "./ids";

test("the ids stand first and legible, the rest of the address stays", () => {
  const search = new URLSearchParams("history.log=true&ids=1,2&hide=2");
  expect(withIds(search, [2, 1_000_000_003])).toBe("ids=2,1000000003&history.log=true&hide=2");
  expect(withIds(search, [])).toBe("history.log=true&hide=2");
  expect(withIds(new URLSearchParams(), [7])).toBe("ids=7");
});

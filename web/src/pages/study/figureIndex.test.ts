import { expect, test } from "vitest";
import { searchWith } from "./FigureIndex";

test("an address names one figure and keeps the options of all", () => {
  const search = new URLSearchParams("slice.log=true&figure=rank&history.x=complete");
  expect(searchWith(search, "slice")).toBe("slice.log=true&figure=slice&history.x=complete");
});

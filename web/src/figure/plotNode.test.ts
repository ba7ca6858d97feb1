import { expect, test } from "vitest";
import { suitsSpare } from "./plotNode";

test.each([
  ["points", { type: "scattergl", mode: "markers" }, true],
  ["steps", { type: "scattergl", mode: "lines+markers", line: { shape: "hv" } }, true],
  ["lines that slant", { type: "scattergl", mode: "lines" }, false],
  ["lines of which nothing is said", { type: "scattergl" }, false],
  ["lines without WebGL", { mode: "lines" }, true],
  ["bars", { type: "bar" }, false],
])("where something was drawn unseen, %s may be drawn or not", (_, trace, suits) => {
  expect(suitsSpare([{ type: "scatter" }, trace])).toBe(suits);
});

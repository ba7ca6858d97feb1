import { expect, test } from "vitest";
import { fileName, fileTitle } from "./save";

test("a saved figure shows the name of its study as it is", () => {
  expect(fileTitle("History", "<b>a & b</b>")).toBe("History – &lt;b&gt;a &amp; b&lt;/b&gt;");
});

test("a saved figure has a name that every file system takes", () => {
  expect(fileName("History", "../a:b*c?", "png")).toBe("a-b-c-History.png");
  expect(fileName("History", "", "svg")).toBe("History.svg");
});

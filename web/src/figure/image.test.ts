import { expect, test } from "vitest";
import { imageName, imageTitle } from "./image";

test("a saved picture shows the name of its study as it is", () => {
  expect(imageTitle("History", "<b>a & b</b>")).toBe("History – &lt;b&gt;a &amp; b&lt;/b&gt;");
});

test("a saved picture has a name that every file system takes", () => {
  expect(imageName("History", "../a:b*c?", "png")).toBe("a-b-c-History.png");
  expect(imageName("History", "", "svg")).toBe("History.svg");
});

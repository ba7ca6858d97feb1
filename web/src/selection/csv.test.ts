import { expect, test } from "vitest";
import { fileName } from "./csv";

test("a file is called as the core says", () => {
  const header = `attachment; filename="gr__e.csv"; filename*=UTF-8''gr%C3%B6%C3%9Fe.csv`;
  expect(fileName(header)).toBe("größe.csv");
  expect(fileName("")).toBe("trials.csv");
  expect(fileName("attachment; filename*=UTF-8''%E0%A4%A")).toBe("trials.csv");
});

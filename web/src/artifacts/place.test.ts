import { expect, test } from "vitest";
import { contentPath, writePath } from "./place";

const STUDY = { source: 0, studyId: 5 };
const TRIAL = { ...STUDY, trialId: 8 };

test("files of a study and of a trial have their own paths", () => {
  expect(writePath(STUDY)).toBe("/api/artifacts/5");
  expect(writePath(TRIAL, "0a")).toBe("/api/artifacts/5/8/0a");
  expect(contentPath(STUDY, "0a")).toBe("/artifacts/5/0a");
  expect(contentPath(TRIAL, "0a")).toBe("/artifacts/5/8/0a");
});

test("an id leads nowhere else", () => {
  for (const path of [contentPath(STUDY, "../../x"), writePath(STUDY, "../../studies/7")]) {
    expect(new URL(path, "http://a").pathname).toMatch(/^(\/api)?\/artifacts\/5\//);
  }
});

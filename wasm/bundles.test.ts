import { describe, expect, test } from "vitest";
import { bundle, safeName } from "./bundles";

/** Each group as names: the database first. */
function groups(...names: string[]): string[][] {
  return bundle(names).map(({ main, siblings }) => [
    names[main] ?? "",
    ...siblings.map(({ at, suffix }) => `${at}${suffix}`),
  ]);
}

describe("bundle", () => {
  test("files that have nothing to do with each other stay apart, in order", () => {
    expect(groups("b.db", "a.db", "b.log")).toEqual([["b.db"], ["a.db"], ["b.log"]]);
  });

  test("siblings go to their database, wherever they stand", () => {
    expect(groups("a.db-wal", "b.db", "a.db", "a.db-shm", "b.db-journal")).toEqual([
      ["b.db", "4-journal"],
      ["a.db", "0-wal", "3-shm"],
    ]);
  });

  test("a name that only looks like a sibling is a file of its own", () => {
    expect(groups("optuna-journal", "x.db-wal")).toEqual([["optuna-journal"], ["x.db-wal"]]);
  });

  test("databases of one name get their siblings in turn", () => {
    expect(groups("a", "a-wal", "a", "a-wal")).toEqual([
      ["a", "1-wal"],
      ["a", "3-wal"],
    ]);
  });

  test("folders keep names apart", () => {
    expect(groups("1/a", "2/a", "2/a-wal")).toEqual([["1/a"], ["2/a", "2-wal"]]);
  });
});

test.each([
  ["study.db", "study.db"],
  ["my study (1).db", "my_study__1_.db"],
  ["..", "_"],
  ["../x", "__x"],
  ["", "_"],
  ["é?#%", "____"],
])("safeName(%j) is %j", (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

test("a long name keeps its ending", () => {
  expect(safeName(`${"x".repeat(300)}.db`)).toMatch(/^x{97}\.db$/);
});

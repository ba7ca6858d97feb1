import { expect, test } from "vitest";
import type { Chosen } from "../files/chosen";
import { databaseOf, withKnownParts } from "./companions";

const file = (name: string) => ({ file: new File(["x"], name) });
const names = (files: readonly Chosen[]) => files.map(({ file: { name } }) => name);

test("a companion names its database", () => {
  expect(databaseOf("a.db-wal")).toBe("a.db");
  expect(databaseOf("a.db-journal")).toBe("a.db");
  expect(databaseOf("a.db")).toBeNull();
  expect(databaseOf("-wal")).toBeNull();
});

test("files that know nothing of each other stay as they are", () => {
  const batch = withKnownParts([file("b.db")], [{ id: "1", parts: [file("a.db")] }]);
  expect(names(batch.files)).toEqual(["b.db"]);
  expect(batch.replaces).toEqual([]);
});

test("a late -wal brings its database along", () => {
  const batch = withKnownParts([file("a.db-wal")], [{ id: "1", parts: [file("a.db")] }]);
  expect(names(batch.files)).toEqual(["a.db-wal", "a.db"]);
  expect(batch.replaces).toEqual(["1"]);
});

test("a database finds the -wal that came before it", () => {
  const batch = withKnownParts([file("a.db")], [{ id: "7", parts: [file("a.db-wal")] }]);
  expect(names(batch.files)).toEqual(["a.db", "a.db-wal"]);
  expect(batch.replaces).toEqual(["7"]);
});

test("the same database again is another copy, not a partner", () => {
  const known = [{ id: "1", parts: [file("a.db"), file("a.db-wal")] }];
  expect(withKnownParts([file("a.db"), file("a.db-wal")], known).replaces).toEqual([]);
  expect(withKnownParts([file("a.db")], known).replaces).toEqual([]);
});

import { fixture } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

const LIVE = fixture("special/wal-live/db.sqlite3");
const ALL_IN_WAL = fixture("special/wal-all-in-wal/db.sqlite3");
const HOT = fixture("special/hot-journal/db.sqlite3");

test("a database with its -wal file shows all trials", async ({ page, dashboard }) => {
  await dashboard.visit();
  await dashboard.drop(LIVE, `${LIVE}-wal`);
  await expect(dashboard.row("demo")).toContainText("30 trials");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("all three files of a WAL database, in any order", async ({ page, dashboard }) => {
  await dashboard.visit();
  await dashboard.drop(`${LIVE}-shm`, `${LIVE}-wal`, LIVE);
  await expect(dashboard.row("demo")).toContainText("30 trials");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(dashboard.studies.getByRole("link")).toHaveCount(1);
});

test("a WAL database alone shows what it holds and warns", async ({ page, dashboard }) => {
  await dashboard.visit();
  await dashboard.drop(LIVE);
  await expect(dashboard.row("demo")).toContainText("20 trials");
  await expect(page.getByRole("alert")).toContainText("-wal");
});

test("a database whose tables are all in a missing -wal file asks for it", async ({
  dashboard,
}) => {
  await dashboard.visit();
  await dashboard.drop(ALL_IN_WAL);
  await expect(dashboard.file("db.sqlite3")).toContainText("-wal");
  await expect(dashboard.file("db.sqlite3")).not.toContainText("not an Optuna");
  await dashboard.drop(ALL_IN_WAL, `${ALL_IN_WAL}-wal`);
  await expect(dashboard.row("demo")).toContainText("5 trials");
});

test("a -wal file alone asks for its database", async ({ dashboard }) => {
  await dashboard.visit();
  await dashboard.drop(`${LIVE}-wal`);
  await expect(dashboard.file("db.sqlite3-wal")).toContainText("together with the database");
});

test("an unfinished transaction is rolled back by its -journal file", async ({ dashboard }) => {
  await dashboard.visit();
  await dashboard.drop(HOT, `${HOT}-journal`);
  await expect(dashboard.states("demo")).toHaveAccessibleName("20 complete");
});

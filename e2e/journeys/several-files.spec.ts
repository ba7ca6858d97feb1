import { copyFileSync, mkdirSync } from "node:fs";
import { fixture } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

test("several files at once, told apart by their names", async ({ dashboard }) => {
  await dashboard.visit();
  await dashboard.drop(
    fixture("sqlite/optuna-5.0.0.db"),
    fixture("sqlite/optuna-4.9.0.db"),
    fixture("journal/small.log"),
  );
  const twins = dashboard.row("single-minimize");
  await expect(twins).toHaveCount(3);
  for (const file of ["optuna-5.0.0.db", "optuna-4.9.0.db", "small.log"]) {
    await expect(dashboard.openFiles).toContainText(file);
    await expect(twins.filter({ hasText: file })).toHaveCount(1);
  }
  await twins.filter({ hasText: "small.log" }).getByRole("link").click();
  await expect(dashboard.title).toHaveText("single-minimize");
  await expect(dashboard.page.getByRole("navigation", { name: "Breadcrumb" })).toContainText(
    "small.log",
  );
});

test("another file dropped on a study's page joins the list", async ({ page, dashboard }) => {
  await dashboard.visit();
  await dashboard.choose(fixture("special/small.db"));
  await dashboard.openStudy("demo");
  await dashboard.drop(fixture("journal/small.log"));
  await expect(dashboard.studies.getByRole("link")).toHaveCount(3);
  await page.goBack();
  await expect(dashboard.title).toHaveText("demo");
});

test("a wrong file dropped on a study's page is refused where it can be seen", async ({
  dashboard,
}) => {
  await dashboard.visit();
  await dashboard.choose(fixture("special/small.db"));
  await dashboard.openStudy("demo");
  await dashboard.drop(fixture("special/picture.db"));
  await expect(dashboard.file("picture.db")).toContainText("PNG picture");
});

test("two different files of one name both open", async ({ dashboard }, testInfo) => {
  const [one, other] = ["one", "other"].map((folder) => testInfo.outputPath(folder));
  for (const folder of [one, other]) mkdirSync(String(folder), { recursive: true });
  copyFileSync(fixture("special/small.db"), `${one}/study.db`);
  copyFileSync(fixture("special/wal-live/db.sqlite3"), `${other}/study.db`);
  await dashboard.visit();
  await dashboard.drop(`${one}/study.db`);
  await expect(dashboard.row("demo")).toHaveCount(1);
  await dashboard.drop(`${other}/study.db`);
  await expect(dashboard.row("demo")).toHaveCount(2);
  await expect(dashboard.openFiles.getByText("study.db", { exact: true })).toHaveCount(2);
});

test("a file that is opened again has its old addresses", async ({ page, dashboard }) => {
  await dashboard.visit();
  await dashboard.choose(fixture("journal/small.log"), fixture("special/small.db"));
  await dashboard.openStudy("demo");
  const address = page.url();
  await page.goBack();
  await dashboard.closeFile("small.db");
  await expect(dashboard.row("demo")).toHaveCount(0);
  await dashboard.choose(fixture("special/small.db"));
  await expect(dashboard.row("demo")).toHaveCount(1);
  await page.goto(address);
  await expect(dashboard.title).toHaveText("demo");
});

test("a closed file takes its studies with it, the others stay", async ({ dashboard }) => {
  await dashboard.visit();
  await dashboard.choose(fixture("special/small.db"), fixture("journal/small.log"));
  await expect(dashboard.studies.getByRole("link")).toHaveCount(3);
  await dashboard.closeFile("small.db");
  await expect(dashboard.studies.getByRole("link")).toHaveCount(2);
  await dashboard.openStudy("two");
  await dashboard.settled();
});

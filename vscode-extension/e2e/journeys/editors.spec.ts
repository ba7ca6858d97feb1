import { fixture } from "../../../e2e/support/files.ts";
import { expect, test } from "../support/test.ts";

test("several editors keep their places, out of sight and over a reload", async ({
  server,
  workbench,
  page,
}) => {
  const folder = server.makeFolder({
    "one.db": fixture("sqlite/optuna-5.0.0.db"),
    "two.db": fixture("special/small.db"),
  });
  await workbench.openFolder(folder);
  await workbench.openFromMenu("one.db");
  await workbench.study("mo-2").click();
  await workbench.pages.getByRole("link", { name: "Trials", exact: true }).click();
  await workbench.trial(3).click();
  await expect(workbench.details).toContainText("Trial 3");

  await workbench.openFromMenu("two.db");
  await expect(workbench.study("demo")).toBeVisible();
  await workbench.tab("one.db").click();
  await expect(workbench.details).toContainText("Trial 3");

  // In a browser, VS Code writes down every five seconds what is open and in which state.
  await page.waitForTimeout(7_000);
  await page.reload();
  await expect(workbench.details).toContainText("Trial 3", { timeout: 40_000 });
  await workbench.tab("two.db").click();
  await expect(workbench.study("demo")).toBeVisible();
});

test("one file in two editors side by side", async ({ server, workbench }) => {
  const folder = server.makeFolder({ "study.db": fixture("sqlite/optuna-5.0.0.db") });
  await workbench.openFolder(folder);
  await workbench.openFromMenu("study.db");
  await workbench.study("mo-2").click();
  await expect(workbench.title).toHaveText("mo-2");
  await workbench.run("View: Split Editor Right");
  const [left, right] = [workbench.pagesAt(0), workbench.pagesAt(1)];
  await expect(right.getByRole("table", { name: "Studies" })).toBeVisible();
  await expect(left.getByRole("heading", { level: 1 })).toHaveText("mo-2");
});

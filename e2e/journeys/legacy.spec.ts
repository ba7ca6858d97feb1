import type { Download } from "@playwright/test";
import { fixture } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

test.beforeEach(async ({ dashboard }) => {
  await dashboard.visit();
  await dashboard.choose(fixture("sqlite/optuna-2.10.1.db"));
});

test("legacy multi-objective studies are multi-objective studies", async ({ page, dashboard }) => {
  await expect(dashboard.row("legacy-mo-2")).toContainText("Legacy multi-objective");
  await expect(dashboard.row("legacy-mo-2")).toContainText("15 on the front");
  await expect(dashboard.row("mo-2")).not.toContainText("Legacy");
  await dashboard.openStudy("legacy-mo-2");
  await expect(page.getByText("Legacy multi-objective").first()).toBeVisible();
  await dashboard.settled();
  await expect(dashboard.drawing("Pareto front")).toBeVisible();
  await page.goBack();
  await dashboard.openStudy("legacy-mo-3");
  await dashboard.settled();
  await expect(
    dashboard.figure("Pareto front").locator(".gl-container canvas").first(),
  ).toBeVisible();
});

test("one with values that were never reported opens", async ({ page, dashboard }) => {
  await dashboard.openStudy("legacy-mo-nan");
  await dashboard.settled();
  await page.getByRole("link", { name: "Trials", exact: true }).click();
  await expect.poll(() => dashboard.trialNumbers()).toHaveLength(5);
});

test("helper studies are folded away, and never silently", async ({ page, dashboard }) => {
  await expect(dashboard.study("_motpe-legacy-mo-motpe")).toBeHidden();
  await page.getByRole("button", { name: "Show 1 helper study" }).click();
  await expect(dashboard.row("_motpe-legacy-mo-motpe")).toContainText("Helper");
  await page.getByRole("button", { name: "Hide 1 helper study" }).click();
  await expect(dashboard.study("_motpe-legacy-mo-motpe")).toBeHidden();
});

test("the file is converted to one that needs it no more", async ({ page, dashboard }) => {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Convert optuna-2.10.1.db" }).click();
  const converted = await download;
  expect(converted.suggestedFilename()).toBe("optuna-2.10.1-migrated.db");
  await dashboard.choose(await renamed(converted));
  const file = dashboard.openFiles.getByText("optuna-2.10.1-migrated.db");
  await expect(file).toBeVisible();
  await expect(page.getByRole("button", { name: /^Convert/ })).toHaveCount(1);
  const row = page.getByRole("row", { name: /legacy-mo-2 .*optuna-2\.10\.1-migrated/ });
  await expect(row).toContainText("15 on the front");
  await expect(row).not.toContainText("Legacy");
});

/** A download has a name of its own on disk. */
async function renamed(download: Download): Promise<string> {
  const path = test.info().outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { findings, SCHEMES } from "../support/axe.ts";
import { type Dashboard, shownName } from "../support/dashboard.ts";
import { Guard } from "../support/guard.ts";
import { expect, test } from "../support/test.ts";

/** Saves the report of the open study; the path of the file. */
async function saveReport(page: Page, path: string): Promise<string> {
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Report" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/\.html$/);
  await download.saveAs(path);
  return path;
}

async function open(dashboard: Dashboard, study: string): Promise<void> {
  await dashboard.openStudies();
  await dashboard.openStudy(study);
  await dashboard.settled();
}

test("a report opens from the disk, draws, and asks nobody for anything", async ({
  page,
  dashboard,
  browser,
}, info) => {
  // Twice in a new window, with drawings in space and no graphics card.
  test.setTimeout(180_000);
  await open(dashboard, "mo-3");
  const file = await saveReport(page, info.outputPath("mo-3.html"));
  const megabytes = (statSync(file).size / 1e6).toPrecision(3);
  await expect(page.getByRole("status").filter({ hasText: "Made" })).toHaveText(
    `Made, ${Number(megabytes)} MB`,
  );
  for (const colorScheme of SCHEMES) {
    const context = await browser.newContext({ colorScheme, offline: true });
    // Of a file, the origin is none.
    const guard = new Guard("null");
    await guard.watch(context);
    const report = await context.newPage();
    await report.goto(pathToFileURL(file).href);
    await expect(report.getByRole("heading", { level: 1 })).toHaveText("mo-3");
    const figures = report.getByRole("figure");
    const names = await figures.getByRole("heading").allTextContents();
    expect(names).toEqual(expect.arrayContaining(["Pareto front", "History", "Slice"]));
    // Each is drawn, also those that need WebGL.
    await expect(report.locator(".plot .main-svg:first-child")).toHaveCount(names.length, {
      timeout: 45_000,
    });
    await expect(report.getByRole("table", { name: "Trials" }).getByRole("row")).toHaveCount(14);
    expect(await findings(report)).toEqual([]);
    expect(guard.found()).toEqual([]);
    await context.close();
  }
});

test("a name that looks like code stays a name", async ({ page, dashboard, browser }, info) => {
  const name = "  leading/space ?#%&'\"<script>alert(1)</script>\\ ;--";
  await open(dashboard, name);
  const file = await saveReport(page, info.outputPath("script.html"));
  const report = await browser.newPage();
  await report.goto(pathToFileURL(file).href);
  await expect(report.getByRole("heading", { level: 1 })).toHaveText(shownName(name));
  await report.close();
});

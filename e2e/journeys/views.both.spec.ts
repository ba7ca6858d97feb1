import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { Dashboard } from "../support/dashboard.ts";
import { expect, test } from "../support/test.ts";
import { range, rounded, zoom } from "../support/zoom.ts";

test.beforeEach(({ dashboard }) => dashboard.openStudies());

test("a zoom is in the address and stays through options and visits", async ({
  page,
  dashboard,
}) => {
  await dashboard.openStudy("single-minimize");
  const history = dashboard.figure("History");
  await dashboard.settled();
  await zoom(page, history);
  await expect(page).toHaveURL(/view\.history=x_/);
  const zoomed = await range(history);

  await history.getByRole("button", { expanded: false }).click();
  await history.getByRole("switch", { name: "Pruned trials" }).click();
  await expect(history.locator(".legend")).not.toContainText("Pruned");
  expect(await range(history)).toEqual(rounded(zoomed));

  await comeBack(page, dashboard);
  await expect(history.getByRole("button", { name: "Reset zoom" })).toBeVisible();
  await expect.poll(() => range(history)).toEqual(rounded(zoomed));

  await history.getByRole("button", { name: "Reset zoom" }).click();
  await expect(page).not.toHaveURL(/view/);
  await expect.poll(() => range(history)).not.toEqual(rounded(zoomed));
});

test("a zoom is that of its axis, and waits for it to come back", async ({ page, dashboard }) => {
  await dashboard.openStudy("single-maximize");
  const history = dashboard.figure("History");
  await dashboard.settled();
  await zoom(page, history);
  const zoomed = await range(history);
  await history.getByRole("button", { expanded: false }).click();
  const over = history.getByRole("combobox", { name: "Over" });
  await over.selectOption("Start");
  await expect(history.locator(".xtitle")).toContainText("Start");
  expect(String((await range(history))[0])).toMatch(/^20\d\d-/);
  await over.selectOption("Trial");
  await expect(history.locator(".xtitle")).toHaveText("Trial");
  expect(await range(history)).toEqual(rounded(zoomed));
});

test("what the legend hides stays hidden", async ({ page, dashboard }) => {
  await dashboard.openStudy("single-minimize");
  const history = dashboard.figure("History");
  const points = history.locator(".scatterlayer .point");
  await dashboard.settled();
  const all = await points.count();
  const entry = history.locator(".legend .traces").filter({ hasText: "Pruned" });
  await entry.locator(".legendtoggle").click();
  await expect(page).toHaveURL(/view\.history=-_/);
  await expect.poll(() => points.count()).toBeLessThan(all);
  const fewer = await points.count();

  await comeBack(page, dashboard);
  await expect(history.locator(".legend")).toContainText("Pruned");
  await expect.poll(() => points.count()).toBe(fewer);
  await entry.locator(".legendtoggle").click();
  await expect(page).not.toHaveURL(/view/);
  await expect.poll(() => points.count()).toBe(all);
});

test("a figure is saved as Plotly JSON, as it is shown", async ({ page, dashboard }) => {
  await dashboard.openStudy("single-maximize");
  const history = dashboard.figure("History");
  await dashboard.settled();
  await zoom(page, history);
  const zoomed = await range(history);
  await page.getByRole("button", { name: "Save History" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Plotly JSON" }).click();
  expect((await download).suggestedFilename()).toBe("single-maximize-History.json");
  const figure = JSON.parse(await readFile(await (await download).path(), "utf8"));
  expect(figure.layout.title.text).toBe("History – single-maximize");
  expect(figure.layout.xaxis.range).toEqual(rounded(zoomed));
  expect(figure.data[0].x).toEqual(expect.arrayContaining([expect.any(Number)]));
});

/** Leaves the page and comes back by its address, as after a restart. */
async function comeBack(page: Page, dashboard: Dashboard): Promise<void> {
  const { hash, pathname, search } = new URL(page.url());
  const route =
    dashboard.host === "site" ? hash.slice(2) : (pathname + search).split("/dashboard/")[1];
  await dashboard.visit("studies/2/trials");
  await expect(dashboard.trials).toBeVisible();
  await dashboard.visit(route);
  await dashboard.settled();
}

import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { findings, SCHEMES } from "../support/axe.ts";
import type { Dashboard } from "../support/dashboard.ts";
import { expect, test } from "../support/test.ts";

/** Studies of Optuna 5's fixture file, by their number, and a figure that each has. */
const STUDIES = [
  { id: 1, name: "single-minimize", has: "Contour" },
  { id: 2, name: "single-maximize", has: "Slice" },
  { id: 3, name: "nan-inf", has: "Intermediate values" },
  { id: 12, name: "mo-2", has: "Pareto front" },
  { id: 13, name: "mo-3", has: "Pareto front" },
  { id: 16, name: "mo-constrained", has: "Rank" },
] as const;

test.beforeEach(({ dashboard }) => dashboard.openStudies());

for (const { id, name, has } of STUDIES) {
  test(`every figure of ${name} is drawn`, async ({ page, dashboard }) => {
    await openAnalysis(dashboard, id);
    await expect(entry(page, has)).toBeVisible();
    const titles = await figures(page).allTextContents();
    expect(titles.length).toBeGreaterThan(5);
    for (const title of titles) {
      await test.step(title, async () => {
        await entry(page, title).click();
        const card = dashboard.figure(title);
        await expect(card).toBeInViewport();
        await dashboard.settled();
        const outcome = card.locator(".js-plotly-plot").or(card.getByText("No trial to draw"));
        await expect(outcome.first()).toBeVisible();
      });
    }
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await dashboard.overflow()).toBe(0);
  });
}

test("a study without trials says so", async ({ page, dashboard }) => {
  await openAnalysis(dashboard, 5);
  await expect(page.getByText("This study has no trials yet")).toBeVisible();
  await dashboard.settled();
});

test("figures far below wait until they are scrolled to", async ({ page, dashboard }) => {
  await page.setViewportSize({ width: 800, height: 600 });
  await openAnalysis(dashboard, 1);
  await dashboard.settled();
  const timeline = dashboard.figure("Timeline");
  await expect(dashboard.drawing("History")).toBeVisible();
  await expect(timeline.locator(".js-plotly-plot")).toHaveCount(0);
  await timeline.scrollIntoViewIfNeeded();
  await expect(timeline.locator(".js-plotly-plot")).toBeVisible();
});

test("what needs WebGL is put away when it is far, and comes back", async ({ page, dashboard }) => {
  await page.setViewportSize({ width: 800, height: 600 });
  await openAnalysis(dashboard, 1, "?figure=parallel-coordinates");
  const canvases = page.locator("canvas");
  await expect(canvases).not.toHaveCount(0);
  await page.mouse.wheel(0, -20_000);
  await expect(canvases).toHaveCount(0);
  await entry(page, "Parallel coordinates").click();
  await expect(canvases).not.toHaveCount(0);
});

test("an address leads to a figure, and carries the options of several", async ({
  page,
  dashboard,
}) => {
  await openAnalysis(dashboard, 1, "?figure=rank&slice.log=true&history.log=true");
  await expect(dashboard.figure("Rank")).toBeInViewport({ ratio: 0.5 });
  await entry(page, "Slice").click();
  await expect(page).toHaveURL(/figure=slice/);
  await expect(page).toHaveURL(/slice\.log=true/);
  const slice = dashboard.figure("Slice");
  await expect(slice).toBeInViewport();
  await expect.poll(() => axisType(slice)).toBe("log");
  await slice.getByRole("button", { expanded: false }).click();
  await slice.getByRole("switch", { name: "Log scale" }).click();
  await expect.poll(() => axisType(slice)).toBe("linear");
  await expect(page).not.toHaveURL(/slice\.log/);
  await expect(page).toHaveURL(/history\.log=true/);
  await entry(page, "History").click();
  await expect.poll(() => axisType(dashboard.figure("History"))).toBe("log");
});

test("several choices are made with the keyboard alone", async ({ page, dashboard }) => {
  await openAnalysis(dashboard, 1, "?figure=parallel-coordinates");
  const card = dashboard.figure("Parallel coordinates");
  await expect(card.locator(".axis-title")).not.toHaveCount(0);
  await dashboard.settled();
  await card.getByRole("button", { expanded: false }).click();
  const axes = card.getByRole("combobox", { name: "Axes" });
  await axes.focus();
  const before = await card.locator(".axis-title").count();
  await page.keyboard.type("Duration");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(card.locator(".axis-title")).toHaveCount(before + 1);
  await expect(page).toHaveURL(/parallel-coordinates\.axes=[^&]*duration/);
  await page.keyboard.press("Backspace");
  await expect(card.locator(".axis-title")).toHaveCount(before);
  await expect(page).not.toHaveURL(/parallel-coordinates\.axes/);
});

test("a forest tells importances, after loading what it needs", async ({ page, dashboard }) => {
  test.setTimeout(180_000);
  await openAnalysis(dashboard, 1, "?figure=importance&importance.evaluator=fanova");
  const card = dashboard.figure("Hyperparameter importance");
  await expect(card.locator(".xtitle")).toContainText("fANOVA", { timeout: 120_000 });
  await expect(card.locator(".bars .point")).not.toHaveCount(0);
  await card.getByRole("button", { expanded: false }).click();
  await card.getByRole("combobox", { name: "Evaluator" }).selectOption("PED-ANOVA");
  await expect(card.locator(".xtitle")).toContainText("PED-ANOVA");
  await expect(page).not.toHaveURL(/importance\.evaluator/);
});

for (const [search, label] of [
  ["", "Objective Value"],
  ["&importance.targets=duration", "Duration (s)"],
] as const) {
  test(`importance for ${label} is saved as numbers`, async ({ page, dashboard }) => {
    await openAnalysis(dashboard, 1, `?figure=importance${search}`);
    const card = dashboard.figure("Hyperparameter importance");
    await expect(card.locator(".bars .point")).not.toHaveCount(0);
    await dashboard.settled();
    await card.getByRole("button", { name: "Save Hyperparameter importance" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Numbers (CSV)" }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe("single-minimize-importance.csv");
    const text = readFileSync(await download.path(), "utf8");
    const [head, ...rows] = text.trim().split(/\r?\n/);
    expect(head).toBe("Evaluator,Target,Parameter,Importance");
    const bars = await drawnBars(card);
    expect(bars.length).toBeGreaterThan(1);
    // Python writes the same numbers in other ways.
    const cells = rows.map((row) => row.split(","));
    expect(cells.map((texts) => [...texts.slice(0, 3), String(Number(texts[3]))])).toEqual(
      bars.map(([name, value]) => ["PED-ANOVA", label, name, String(value)]),
    );
  });
}

/** Names and numbers of the bars of a figure. */
function drawnBars(card: Locator): Promise<[string, number][]> {
  return card.locator(".js-plotly-plot").evaluate((element) => {
    const { data, calcdata } = element as unknown as {
      data: { y: string[] }[];
      calcdata: { s: number }[][];
    };
    return (calcdata[0] ?? []).map(({ s }, place) => [data[0]?.y[place] ?? "", s]);
  });
}

test("a click on a point opens its trial, and Back the figures", async ({ page, dashboard }) => {
  await openAnalysis(dashboard, 1, "?figure=slice");
  const slice = dashboard.figure("Slice");
  await dashboard.settled();
  const point = slice.locator(".scatterlayer .trace .point").first();
  const box = await point.boundingBox();
  if (!box) throw new Error("The point is not drawn");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(slice.locator(".hoverlayer")).toContainText(/Trial \d+/);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(dashboard.title).toHaveText(/^Trial \d+$/);
  await page.goBack();
  await expect(dashboard.title).toHaveText("Analysis");
  await expect(slice).toBeInViewport();
});

test("a line of parallel coordinates tells of its trial and opens it", async ({
  page,
  dashboard,
}) => {
  await openAnalysis(dashboard, 1, "?figure=parallel-coordinates");
  await dashboard.settled();
  const card = dashboard.figure("Parallel coordinates");
  const box = await card.locator("canvas").first().boundingBox();
  if (!box) throw new Error("The lines are not drawn");
  const over = card.locator(".over-point");
  for (let y = box.y + 70; y < box.y + box.height - 30 && (await over.count()) === 0; y++) {
    await page.mouse.move(box.x + box.width / 2 + 30, y);
  }
  const panel = card.locator("[data-hovered]");
  await expect(panel).toContainText(/^Trial \d+/);
  const number = await panel.getAttribute("data-hovered");
  // A click on an axis is none on the line that was last under the pointer.
  const address = page.url();
  await card.locator(".axis-brush .background").first().dispatchEvent("click");
  await page.waitForTimeout(300);
  expect(page.url()).toBe(address);
  await page.mouse.down();
  await page.mouse.up();
  await expect(dashboard.title).toHaveText(`Trial ${number}`);
});

test("the rail and the quick jump lead to the figures", async ({ page, dashboard }) => {
  await dashboard.openStudy("single-maximize");
  await page.getByRole("navigation", { name: "Pages of this study" }).getByText("Analysis").click();
  await expect(dashboard.title).toHaveText("Analysis");
  await dashboard.visit("studies/2");
  await expect(dashboard.title).toHaveText("single-maximize");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("analysis");
  await page.keyboard.press("Enter");
  await expect(dashboard.title).toHaveText("Analysis");
});

for (const colorScheme of SCHEMES) {
  test(`the figures are closed to nobody, ${colorScheme}`, async ({ page, dashboard }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await openAnalysis(dashboard, 1);
    await dashboard.settled();
    expect(await findings(page)).toEqual([]);
    await entry(page, "Parallel coordinates").click();
    const card = dashboard.figure("Parallel coordinates");
    await expect(card.locator(".js-plotly-plot")).toBeVisible();
    await card.getByRole("button", { expanded: false }).click();
    await expect(card.getByRole("combobox", { name: "Axes" })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    await dashboard.settled();
    expect(await dashboard.overflow()).toBe(0);
    expect(await findings(page)).toEqual([]);
  });
}

async function openAnalysis(dashboard: Dashboard, id: number, search = ""): Promise<void> {
  await dashboard.visit(`studies/${id}/analysis${search}`);
  await expect(dashboard.title).toHaveText("Analysis");
}

/** The entries of the index above the figures. */
function figures(page: Page): Locator {
  return page.getByRole("navigation", { name: "Figures", exact: true }).getByRole("link");
}

function entry(page: Page, title: string): Locator {
  return figures(page).filter({ hasText: new RegExp(`^${title}$`) });
}

function axisType(figure: Locator): Promise<unknown> {
  return figure
    .locator(".js-plotly-plot")
    .evaluate((plot) => (plot as unknown as PlotElement).layout.yaxis?.type);
}

interface PlotElement {
  readonly layout: { readonly yaxis?: { readonly type?: string } };
}

import type { Locator } from "@playwright/test";
import { expectedStudies } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

test.beforeEach(({ dashboard }) => dashboard.openStudies());

test("the options of the history change the figure and the address", async ({
  page,
  dashboard,
}) => {
  await dashboard.openStudy("single-minimize");
  const history = dashboard.figure("History");
  await dashboard.settled();
  await history.getByRole("button", { expanded: false }).click();

  expect(await layout(history, "yaxis.type")).not.toBe("log");
  await history.getByRole("switch", { name: "Log scale" }).click();
  await expect.poll(() => layout(history, "yaxis.type")).toBe("log");
  await expect(page).toHaveURL(/history\.log=true/);

  await expect(history).toContainText("Pruned");
  await history.getByRole("switch", { name: "Pruned trials" }).click();
  await expect(page).toHaveURL(/history\.pruned=false/);
  await expect(history.locator(".legend")).not.toContainText("Pruned");

  await history.getByRole("combobox", { name: "Over" }).selectOption("Completion");
  await expect(page).toHaveURL(/history\.x=complete/);
  await expect(history.locator(".xtitle")).toContainText("Completion");

  // The address alone brings all of it back.
  const { hash, pathname, search } = new URL(page.url());
  await dashboard.visit("studies/2");
  await expect(dashboard.title).toHaveText("single-maximize");
  const route =
    dashboard.host === "site" ? hash.slice(2) : (pathname + search).split("/dashboard/")[1];
  await dashboard.visit(route);
  await expect(history.locator(".xtitle")).toContainText("Completion");
  await expect.poll(() => layout(history, "yaxis.type")).toBe("log");
});

test("a click on a point opens the trial that it names", async ({ page, dashboard }) => {
  await dashboard.openStudy("single-maximize");
  const history = dashboard.figure("History");
  await dashboard.settled();
  const point = history.locator(".scatterlayer .trace .point").nth(3);
  await point.scrollIntoViewIfNeeded();
  const box = await point.boundingBox();
  if (!box) throw new Error("The point is not drawn");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const label = history.locator(".hoverlayer");
  await expect(label).toContainText(/Trial \d+/);
  const trial = /Trial \d+/.exec((await label.textContent()) ?? "")?.[0] ?? "";
  // Whoever rests there is told of the trial what the label has no room for.
  const expected = expectedStudies("sqlite/optuna-5.0.0").get("single-maximize")?.trials ?? [];
  const { params } = expected.find(({ number }) => trial === `Trial ${number}`) ?? { params: {} };
  const panel = history.locator("[data-hovered]");
  await expect(panel).toContainText(trial);
  expect(Object.keys(params).length).toBeGreaterThan(0);
  for (const name of Object.keys(params)) await expect(panel).toContainText(name);
  await page.mouse.move(0, 0);
  await expect(panel).toBeHidden();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(dashboard.title).toHaveText(trial);
});

test("two objectives have a Pareto front", async ({ page, dashboard }) => {
  await dashboard.openStudy("metric-names");
  await dashboard.settled();
  const front = dashboard.figure("Pareto front");
  await expect(front.locator(".xtitle")).toContainText("loss");
  await expect(front.locator(".ytitle")).toContainText("accüracy 🚀");
  expect(await front.locator(".scatterlayer .point").count()).toBeGreaterThanOrEqual(6);
  await page.goBack();
  await dashboard.openStudy("mo-constrained");
  await dashboard.settled();
  await expect(dashboard.figure("Pareto front").locator(".legend")).toContainText("Infeasible");
});

test("three objectives have one in space", async ({ dashboard }) => {
  await dashboard.openStudy("mo-3");
  await dashboard.settled();
  const front = dashboard.figure("Pareto front");
  await expect(front.locator(".gl-container canvas").first()).toBeVisible();
  await expect(dashboard.drawing("Pareto front")).toHaveAccessibleName(/12/);
});

test("a figure fills the window and comes back", async ({ page, dashboard }) => {
  await dashboard.openStudy("single-maximize");
  await dashboard.settled();
  await page.getByRole("button", { name: "History in full screen" }).click();
  const dialog = page.getByRole("dialog", { name: "History" });
  await expect(dialog.locator(".js-plotly-plot")).toBeVisible();
  const width = async () => (await dialog.locator(".main-svg").first().boundingBox())?.width ?? 0;
  await expect.poll(width).toBeGreaterThan(1100);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(dashboard.figure("History").locator(".js-plotly-plot")).toBeVisible();
});

test("a figure is saved as a picture", async ({ page, dashboard }) => {
  await dashboard.openStudy("single-maximize");
  await dashboard.settled();
  for (const format of ["PNG", "SVG"]) {
    await page.getByRole("button", { name: "Save History" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: format }).click();
    expect((await download).suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
  }
});

test("a figure is drawn once, with room for what stands at its axes", async ({ dashboard }) => {
  await dashboard.openStudy("single-minimize");
  await dashboard.settled();
  const found = await dashboard
    .figure("History")
    .locator(".js-plotly-plot")
    .evaluate((element) => {
      const { _fullLayout: layout } = element as unknown as { _fullLayout: object };
      const { left } = element.getBoundingClientRect();
      const labels = [...element.querySelectorAll(".ytick text, .ytitle")];
      return {
        // Plotly counts how often it drew all anew because axes wanted more room.
        drawnAnew: "_redrawFromAutoMarginCount" in layout,
        labels: labels.length > 2,
        outside: labels.filter((label) => label.getBoundingClientRect().left < left).length,
      };
    });
  expect(found).toEqual({ drawnAnew: false, labels: true, outside: 0 });
});

/** A part of what Plotly was told to lay out. */
function layout(figure: Locator, path: string): Promise<unknown> {
  return figure.locator(".js-plotly-plot").evaluate((element, keys) => {
    let value: unknown = (element as unknown as { layout: unknown }).layout;
    for (const key of keys) value = (value as Record<string, unknown> | undefined)?.[key];
    return value;
  }, path.split("."));
}

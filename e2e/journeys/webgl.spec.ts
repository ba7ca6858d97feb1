import type { Locator } from "@playwright/test";
import { drag } from "../support/drag.ts";
import { generatedFile } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

/** Of so many, points are drawn by WebGL. */
const COUNT = 3_000;

test("of a large study, too, trials are selected by a filter and by a box", async ({
  page,
  dashboard,
}) => {
  await dashboard.visit();
  await dashboard.choose(generatedFile(COUNT));
  await expect(dashboard.studies).toBeVisible();
  await dashboard.visit("studies/1/analysis?figure=history");
  await dashboard.settled();
  const history = dashboard.figure("History");
  await expect.poll(() => inked(history, "context")).toBeGreaterThan(0);

  await page.getByRole("button", { name: "Filter" }).click();
  await page.keyboard.type("number < 500");
  await page.keyboard.press("Enter");
  const bar = page.getByRole("region", { name: "Selection" });
  await expect(bar).toContainText("500 of 3,000 trials");
  // What is selected has a layer of its own.
  await expect.poll(() => inked(history, "focus")).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await expect.poll(() => inked(history, "focus")).toBe(0);

  await history.getByRole("button", { name: "Select trials in History by dragging" }).click();
  await drag(history.locator(".nsewdrag").first(), [0.02, 0.01], [0.6, 0.99]);
  const field = page.getByRole("combobox", { name: "Filter of trials" });
  await expect(field).toHaveValue(/^number <= \d+/);
  await expect.poll(() => inked(history, "focus")).toBeGreaterThan(0);
});

/** How many pixels of a layer of a figure have a colour. */
function inked(figure: Locator, layer: "context" | "focus"): Promise<number> {
  return figure.locator(`.gl-canvas-${layer}`).evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const copy = new OffscreenCanvas(width, height).getContext("2d");
    copy?.drawImage(element as HTMLCanvasElement, 0, 0);
    const colors = copy?.getImageData(0, 0, width, height).data ?? [];
    return colors.filter((part, place) => place % 4 === 3 && part > 0).length;
  });
}

import { expect, type Locator, type Page } from "@playwright/test";

/** Drags over a part of a drawing. */
export async function zoom(page: Page, figure: Locator): Promise<void> {
  const area = figure.locator(".nsewdrag").first();
  await area.scrollIntoViewIfNeeded();
  const box = await area.boundingBox();
  if (!box) throw new Error("There is nothing to drag over");
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.7, { steps: 4 });
  await page.mouse.up();
  await expect(figure.getByRole("button", { name: "Reset zoom" })).toBeVisible();
}

/** What the x axis of a drawing shows. */
export function range(figure: Locator): Promise<readonly unknown[]> {
  return figure.locator(".js-plotly-plot").evaluate((element) => {
    const { _fullLayout: layout } = element as unknown as {
      _fullLayout: { xaxis: { range: unknown[] } };
    };
    return [...layout.xaxis.range];
  });
}

/** The address has as many digits as can be seen. */
export function rounded(range: readonly unknown[]): unknown[] {
  return range.map((end) => expect.closeTo(Number(end), 3));
}

import { VIEWS } from "../support/routes.ts";
import { expect, test } from "../support/test.ts";

test("the theme follows the system until one is chosen, and is remembered", async ({
  page,
  dashboard,
}) => {
  const root = page.locator("html");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await dashboard.visit();
  await expect(root).toHaveAttribute("data-color-scheme", "light");
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(root).toHaveAttribute("data-color-scheme", "dark");
  expect(await ground()).not.toBe(light);
  await dashboard.chooseSetting("Theme", "Light");
  await expect(root).toHaveAttribute("data-color-scheme", "light");
  await dashboard.chooseSetting("Theme", "Dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.reload();
  await expect(root).toHaveAttribute("data-color-scheme", "dark");
});

test("figures follow the theme", async ({ page, dashboard }) => {
  await dashboard.openStudies();
  await dashboard.visit("studies/1");
  await dashboard.settled();
  const text = page.locator(".js-plotly-plot .xtitle").first();
  const colour = () => text.evaluate((element) => getComputedStyle(element).fill);
  await expect(text).toBeVisible();
  const light = await colour();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(colour).not.toBe(light);
});

test("a drawing is as wide as its card, also the one that was begun before", async ({
  page,
  dashboard,
}) => {
  await dashboard.visit();
  // Something unseen is drawn when the library is there.
  const isLoaded = () =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("plotlyGl"));
  await page.waitForFunction(isLoaded);
  await page.waitForTimeout(1000);
  await dashboard.openStudies();
  await dashboard.visit("studies/1");
  await dashboard.settled();
  const drawing = page.locator(".js-plotly-plot").first();
  const { width } = (await drawing.boundingBox()) ?? { width: 0 };
  const drawn = drawing.locator(".main-svg").first();
  expect(width).toBeGreaterThan(0);
  expect(Math.abs(((await drawn.boundingBox())?.width ?? 0) - width)).toBeLessThan(2);
});

for (const [name, width, height] of [
  ["a narrow phone", 360, 640],
  ["a tablet", 820, 1180],
  ["a 4k screen", 3840, 2160],
] as const) {
  test(`no page is wider than ${name}`, async ({ page, dashboard }) => {
    await page.setViewportSize({ width, height });
    await dashboard.openStudies();
    for (const { route, title } of VIEWS) {
      await dashboard.visit(route);
      await expect(dashboard.title).toHaveText(title);
      await dashboard.settled();
      expect.soft(await dashboard.overflow(), route).toBe(0);
    }
  });
}

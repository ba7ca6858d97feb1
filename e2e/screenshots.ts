import { resolve } from "node:path";
import { fixture, ROOT } from "./support/files.ts";
import { expect, test } from "./support/test.ts";

const OUT = resolve(ROOT, process.env.OUT ?? "build/screenshots");

/** Pages of the sample file; its first study is 1. */
const PAGES: Readonly<Record<string, string>> = {
  studies: "",
  study: "studies/1",
  "study-two-objectives": "studies/2",
  analysis: "studies/1/analysis",
  trials: "studies/1/trials?trial=42",
  trial: "studies/1/trials/42",
};

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 360, height: 780 } };

for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const path = (name: string) => ({ path: `${OUT}/${name}-${colorScheme}-${size}.png` });

    test(`${colorScheme}, ${size}`, async ({ page, dashboard }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await dashboard.visit();
      await page.screenshot(path("first-page"));
      await dashboard.choose(fixture("special/picture.db"), fixture("special/gzipped.db"));
      await expect(dashboard.file("gzipped.db")).toContainText("Unpack it");
      await page.screenshot(path("refused"));
      await page.reload();
      await dashboard.sample.click();
      await expect(dashboard.studies).toBeVisible();
      for (const [name, route] of Object.entries(PAGES)) {
        await dashboard.visit(route);
        await dashboard.settled();
        await page.screenshot(path(name));
        await page.screenshot({ ...path(`${name}-whole`), fullPage: true });
      }
    });
  }
}

/** Files, the sample first, and those of their studies that between them have every figure. */
const FIGURE_STUDIES: readonly [file: string | null, studies: readonly string[]][] = [
  [null, ["studies/1", "studies/2"]],
  ["special/preferential.db", ["studies/1"]],
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`every figure, ${colorScheme}`, async ({ page, dashboard }) => {
    await page.setViewportSize({ width: 1000, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const seen = new Set<string>();
    for (const [file, studies] of FIGURE_STUDIES) {
      await dashboard.visit();
      await page.reload();
      await (file ? dashboard.choose(fixture(file)) : dashboard.sample.click());
      await expect(dashboard.studies).toBeVisible();
      for (const study of studies) await takeFigures(study);
    }

    async function takeFigures(study: string): Promise<void> {
      await dashboard.visit(`${study}/analysis`);
      await expect(page.locator("[data-figure]")).not.toHaveCount(0);
      for (const place of await page.locator("[data-figure]").all()) {
        const name = (await place.getAttribute("data-figure")) ?? "";
        if (seen.has(name)) continue;
        seen.add(name);
        await place.scrollIntoViewIfNeeded();
        await expect(place.locator(".js-plotly-plot").first()).toBeVisible();
        await dashboard.settled();
        await place.screenshot({ path: `${OUT}/figures/${name}-${colorScheme}.png` });
      }
    }
  });
}

test("the picture of the README", async ({ page, dashboard }) => {
  await page.setViewportSize(SIZES.wide);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await dashboard.visit();
  await dashboard.sample.click();
  await dashboard.openStudy("Image classifier");
  await dashboard.settled();
  await page.screenshot({ path: `${OUT}/study.png` });
});

import { findings, SCHEMES } from "../support/axe.ts";
import { VIEWS } from "../support/routes.ts";
import { expect, test } from "../support/test.ts";

for (const colorScheme of SCHEMES) {
  test(`no page is closed to anyone, ${colorScheme}`, async ({ page, dashboard }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await dashboard.openStudies();
    for (const { route, title } of VIEWS) {
      await dashboard.visit(route);
      await expect(dashboard.title).toHaveText(title);
      await dashboard.settled();
      expect.soft(await findings(page), route).toEqual([]);
    }
  });
}

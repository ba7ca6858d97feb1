import { findings, SCHEMES } from "../support/axe.ts";
import { ROUTES } from "../support/routes.ts";
import { expect, test } from "../support/test.ts";

for (const colorScheme of SCHEMES) {
  test(`no page is closed to anyone, ${colorScheme}`, async ({ page, dashboard }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await dashboard.openStudies();
    for (const [name, route] of Object.entries(ROUTES)) {
      await dashboard.visit(route);
      await dashboard.settled();
      expect.soft(await findings(page), name).toEqual([]);
    }
  });
}

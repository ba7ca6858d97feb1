import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { fixture } from "../support/files.ts";
import { ROUTES } from "../support/routes.ts";
import { expect, test } from "../support/test.ts";

const SCHEMES = ["light", "dark"] as const;

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

test("neither is the first page, with its refusals", async ({ page, dashboard, host }) => {
  if (host === "server") return expect(dashboard.startUrl).toContain("/dashboard/");
  await dashboard.visit();
  await dashboard.choose(fixture("special/picture.db"), fixture("special/gzipped.db"));
  await expect(dashboard.file("gzipped.db")).toContainText("gzip");
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await findings(page), colorScheme).toEqual([]);
  }
});

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" | ")}`);
}

import { prepareHosts } from "../support/hosts.ts";
import { expect, test } from "../support/test.ts";

test.use({ startUrl: prepareHosts().subPath });

test("works below a path of any static server", async ({ page, dashboard }) => {
  await page.goto(dashboard.startUrl);
  await dashboard.sample.click();
  await dashboard.openStudy("House prices");
  await dashboard.settled();
  await expect(page.locator(".js-plotly-plot").first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/some/sub/path/");
});

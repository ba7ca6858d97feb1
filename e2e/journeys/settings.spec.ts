import { fixture } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

test("times of an unknown zone stay as they are written", async ({ page, dashboard }) => {
  await dashboard.visit();
  await dashboard.choose(fixture("sqlite/optuna-4.9.0.db"));
  await dashboard.openStudy("single-minimize");
  await dashboard.visit("studies/1?history.x=start");
  const axis = dashboard.figure("History").locator(".xtitle");
  await expect(axis).toHaveText("Start (as written)");
  const first = page
    .getByRole("definition")
    .filter({ hasText: /\d{4}, \d\d:\d\d/ })
    .first();
  const written = await first.textContent();
  await dashboard.chooseSetting("Time zone", "UTC");
  await expect(first).toHaveText(String(written));
  await expect(axis).toHaveText("Start (as written)");
});

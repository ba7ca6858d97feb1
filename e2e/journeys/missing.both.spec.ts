import { expect, test } from "../support/test.ts";

test.beforeEach(async ({ dashboard, guard }) => {
  // The browser itself reports what a server does not have.
  guard.allow(/status of 404/);
  await dashboard.openStudies();
});

test("an address of nothing says so and leads home", async ({ page, dashboard }) => {
  await dashboard.visit("nowhere");
  await expect(page.getByText("There is no such page")).toBeVisible();
  await page.getByRole("link", { name: "Go to the list of studies" }).click();
  await expect(dashboard.studies).toBeVisible();
});

test("a study that is not there is said to be missing", async ({ page, dashboard }) => {
  await dashboard.visit("studies/999");
  await expect(page.getByRole("alert")).toContainText("This study could not be read");
});

test("a trial that is not there is said to be missing", async ({ page, dashboard }) => {
  await dashboard.visit("studies/1/trials/999");
  await expect(page.getByRole("alert")).toContainText("Trial 999 could not be read");
});

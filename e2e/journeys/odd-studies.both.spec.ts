import { expect, test } from "../support/test.ts";

test.beforeEach(({ dashboard }) => dashboard.openStudies());

test("a study without trials says so", async ({ page, dashboard }) => {
  await dashboard.openStudy("empty study");
  await expect(page.getByText("This study has no trials yet")).toBeVisible();
  await page.getByRole("link", { name: "Trials", exact: true }).click();
  await expect(page.getByText("This study has no trials yet")).toBeVisible();
});

test("a study without a complete trial says so and shows what there is", async ({
  page,
  dashboard,
}) => {
  await dashboard.openStudy("no-complete");
  await expect(page.getByText("No trial is complete yet")).toBeVisible();
  await expect(dashboard.figure("History")).toContainText("No trial to draw");
  await page.getByRole("link", { name: "Trials", exact: true }).click();
  await expect.poll(() => dashboard.trialNumbers()).toEqual([0, 1, 2]);
});

test("a study without a feasible trial says so", async ({ page, dashboard }) => {
  await dashboard.openStudy("mo-all-infeasible");
  await expect(page.getByText("No trial is feasible")).toBeVisible();
  await expect(dashboard.drawing("Pareto front")).toBeVisible();
});

test("infinite values are shown, and said where they cannot be drawn", async ({
  page,
  dashboard,
}) => {
  await dashboard.openStudy("nan-inf");
  await expect(page.getByRole("region", { name: "Best value" })).toContainText("−∞");
  await dashboard.settled();
  await expect(dashboard.figure("History")).toContainText(/[Ii]nfinite|∞/);
  await page.getByRole("link", { name: "Trials", exact: true }).click();
  await expect(dashboard.trials).toContainText("−∞");
  await page.goBack();
  await dashboard.visit("studies/14");
  await expect(dashboard.title).toHaveText("mo-inf");
  await dashboard.settled();
  await expect(dashboard.figure("Pareto front")).toContainText(/[Ii]nfinite|∞/);
});

test("a constrained study shows its feasible best trial", async ({ page, dashboard }) => {
  await dashboard.openStudy("single-constrained");
  const best = page.getByRole("region", { name: "Best value" });
  await expect(best).toContainText("−0.311436");
  await best.getByRole("link", { name: "Trial 11" }).click();
  await expect(dashboard.title).toHaveText("Trial 11");
  await expect(page.getByRole("heading", { name: "Constraints" })).toBeVisible();
});

import { expectedStudies, type State } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

const STUDY = expectedStudies("sqlite/optuna-5.0.0").get("single-minimize");
const TRIALS = STUDY?.trials ?? [];
const TABLE = "studies/1/trials";

const inState = (...states: State[]) =>
  TRIALS.filter(({ state }) => states.includes(state)).map(({ number }) => number);
const upTo = (most: number) =>
  TRIALS.filter(({ values }) => typeof values?.[0] === "number" && values[0] <= most).map(
    ({ number }) => number,
  );

test.beforeEach(async ({ dashboard }) => {
  await dashboard.openStudies();
  await dashboard.visit(TABLE);
  await expect(dashboard.trialRow(0)).toBeVisible();
});

test("a column is filtered in its header, in the filter of all pages", async ({
  page,
  dashboard,
}) => {
  await page.getByRole("button", { name: "Column Value" }).click();
  const menu = page.getByRole("dialog", { name: "Column Value" });
  await menu.getByLabel("At most").fill("ten");
  await menu.getByLabel("At most").press("Enter");
  await expect(menu).toContainText("Type a number");
  await menu.getByLabel("At most").fill("10");
  await menu.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => dashboard.trialNumbers()).toEqual(upTo(10));
  expect(new URL(page.url().replace("#/", "")).searchParams.get("filter")).toBe("value <= 10");

  await page.getByRole("button", { name: "Column kind" }).click();
  await page.getByRole("dialog").getByLabel("svm").check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Column kind, filtered" })).toBeVisible();
  const field = page.getByRole("combobox", { name: "Filter" });
  await expect(field).toHaveValue('value <= 10 and params.kind == "svm"');

  await page.getByRole("button", { name: "Column Value, filtered" }).click();
  await page.getByRole("button", { name: "Remove the condition" }).click();
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue('params.kind == "svm"');
});

test("chips filter by state, and for the best", async ({ page, dashboard }) => {
  await page.getByRole("button", { name: "Pruned 2" }).click();
  await expect.poll(() => dashboard.trialNumbers()).toEqual(inState("PRUNED"));
  await page.getByRole("button", { name: "Failed 2" }).click();
  await expect.poll(() => dashboard.trialNumbers()).toEqual(inState("PRUNED", "FAIL"));
  await page.getByRole("button", { name: "Best 1" }).click();
  await expect(page.getByText("The filter selects no trial.")).toBeVisible();
  await page.getByRole("button", { name: "Pruned 2" }).click();
  await page.getByRole("button", { name: "Failed 2" }).click();
  await expect.poll(() => dashboard.trialNumbers()).toEqual([0]);
  await expect(page.getByRole("button", { name: "Best 1" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

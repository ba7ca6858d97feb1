import type { Locator } from "@playwright/test";
import { fixture } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

const OLD = "single-minimize (optuna-4.9.0.db)";
const NEW = "single-minimize (optuna-5.0.0.db)";

test("studies of two files are chosen in the list and compared", async ({ page, dashboard }) => {
  await dashboard.visit();
  await dashboard.choose(fixture("sqlite/optuna-5.0.0.db"), fixture("sqlite/optuna-4.9.0.db"));
  const twins = dashboard.row("single-minimize");
  await expect(twins).toHaveCount(2);
  for (const twin of await twins.all()) await twin.getByRole("checkbox").check();
  await page.getByRole("link", { name: "Compare 2 studies" }).click();
  await expect(dashboard.title).toHaveText("Compare studies 2");
  await expect(page).toHaveURL(/compare\?ids=1,1000000001$/);

  const summary = page.getByRole("table", { name: "Summary" });
  await expect(summary.getByRole("row")).toHaveCount(3);
  for (const label of [OLD, NEW]) await expect(summary).toContainText(label);
  await expect(dashboard.drawing("History")).toHaveAccessibleName(/of 32 trials/);
  const best = dashboard.figure("Best value over trials");
  await expect(best.locator(".scatterlayer .js-line")).toHaveCount(2);
  const [first, second] = await lines(best);
  expect(first?.color).not.toBe(second?.color);
  expect(first?.dash).not.toBe(second?.dash);

  // Hidden in one figure, a study is hidden in all of them, and stays so.
  const legend = page.getByRole("group", { name: "Studies in the figures" });
  await legend.getByRole("button", { name: OLD }).click();
  await expect(page).toHaveURL(/hide=1000000001/);
  await expect(best.locator(".scatterlayer .js-line")).toHaveCount(1);

  await page.getByRole("heading", { name: "Parameter ranges" }).scrollIntoViewIfNeeded();
  const params = page.getByRole("table", { name: "Parameter ranges" });
  await expect(params.getByRole("rowheader", { name: NEW }).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("link", { name: "Compare 2 studies" })).toBeVisible();
});

test("a study that does not fit is refused by name and can be taken out", async ({
  page,
  dashboard,
}) => {
  await dashboard.openStudies();
  // The address that earlier dashboards have for it.
  await dashboard.visit("compare-studies?ids=1,4");
  await expect(page.getByRole("table", { name: "Summary" })).toBeVisible();
  await page.getByRole("combobox", { name: "Add a study" }).fill("maximize");
  await page.getByRole("option", { name: "single-maximize" }).click();
  await expect(page.getByRole("alert")).toContainText(
    "“single-maximize” (maximize) cannot be compared with the others (minimize).",
  );
  await page.getByRole("button", { name: "Remove what does not fit" }).click();
  await expect(page.getByRole("table", { name: "Summary" })).toBeVisible();
  await expect(page).toHaveURL(/compare\?ids=1,4$/);
});

test("an address that compares waits for its files", async ({ page, dashboard }) => {
  await dashboard.visit("compare?ids=1,1000000001");
  await expect(page.getByText("This address compares studies of files")).toBeVisible();
  await dashboard.choose(fixture("sqlite/optuna-5.0.0.db"));
  await expect(page.getByText("1 study of this address is in no file that is open")).toBeVisible();
  await dashboard.drop(fixture("sqlite/optuna-4.9.0.db"));
  await expect(page.getByRole("table", { name: "Summary" })).toContainText(OLD);
});

test("several objectives have their fronts in one figure", async ({ page, dashboard }) => {
  await dashboard.openStudies();
  await dashboard.visit("compare?ids=14,15,16");
  await expect(dashboard.title).toHaveText("Compare studies 3");
  const front = dashboard.figure("Pareto front");
  await expect(front.locator(".scatterlayer .trace")).toHaveCount(3);
  await expect(dashboard.figure("Empirical distribution of Objective 1")).toBeAttached();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("compare");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Choose studies to compare")).toBeVisible();
});

/** The colour and the dashes of each line of a figure. */
function lines(figure: Locator): Promise<{ color: string; dash: string }[]> {
  return figure.locator(".scatterlayer .js-line").evaluateAll((paths) =>
    paths.map((path) => {
      const { stroke, strokeDasharray } = getComputedStyle(path);
      return { color: stroke, dash: strokeDasharray };
    }),
  );
}

import { type ExpectedTrial, expectedStudies, numberOf } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

/** Study 1 of Optuna 5's fixture file: all five states, parameters that not every trial has. */
const TABLE = "studies/1/trials";
const TRIALS = expectedStudies("sqlite/optuna-5.0.0").get("single-minimize")?.trials ?? [];

test.beforeEach(({ dashboard }) => dashboard.openStudies());

test("shows every trial with its state and value", async ({ dashboard }) => {
  await dashboard.visit(TABLE);
  await expect(dashboard.trials).toHaveAttribute("aria-rowcount", String(TRIALS.length + 1));
  await expect.poll(() => dashboard.trialNumbers()).toEqual(TRIALS.map(({ number }) => number));
  const words = { COMPLETE: "Complete", PRUNED: "Pruned", FAIL: "Failed" } as const;
  for (const { number, state } of TRIALS) {
    const word = state in words ? words[state as keyof typeof words] : "";
    await expect(dashboard.trialRow(number)).toContainText(word);
  }
  await expect(dashboard.trialRow(0)).toContainText("8.54304");
});

test("sorts by value, the trials without one last in either order", async ({ page, dashboard }) => {
  await dashboard.visit(TABLE);
  const value = dashboard.column("Value");
  await dashboard.sortButton("Value").click();
  await expect(value).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(() => dashboard.trialNumbers()).toEqual(sortedByValue(1));
  await dashboard.sortButton("Value").click();
  await expect(value).toHaveAttribute("aria-sort", "descending");
  await expect.poll(() => dashboard.trialNumbers()).toEqual(sortedByValue(-1));
  expect(page.url()).toContain("sort=-value");
});

test("goes to a number and moves on with the arrow keys", async ({ page, dashboard, guard }) => {
  // The browser itself reports that the server has no trial 99.
  guard.allow(/status of 404/);
  await dashboard.visit(TABLE);
  const box = page.getByRole("textbox", { name: "Go to the trial with this number" });
  await box.fill("5");
  await box.press("Enter");
  await expect(dashboard.trialRow(5)).toHaveAttribute("aria-current", "true");
  await expect(dashboard.trialDetails).toContainText("Trial 5");
  await dashboard.trials.focus();
  await page.keyboard.press("ArrowDown");
  await expect(dashboard.trialRow(6)).toHaveAttribute("aria-current", "true");
  await expect(dashboard.trialDetails).toContainText("Trial 6");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(dashboard.trialRow(4)).toHaveAttribute("aria-current", "true");
  expect(page.url()).toContain("trial=4");
  await box.fill("99");
  await box.press("Enter");
  await expect(page.getByRole("alert").first()).toContainText("no trial 99");
});

test("a click shows a trial beside the table", async ({ page, dashboard }) => {
  await dashboard.visit(TABLE);
  await dashboard.trialRow(9).click();
  await expect(dashboard.trialDetails).toContainText("Trial 9");
  expect(page.url()).toContain("trial=9");
});

test("the address holds the view", async ({ page, dashboard, host }) => {
  await dashboard.visit(
    `${TABLE}?sort=-value%3A0&filter=state+in+%5BCOMPLETE%2C+PRUNED%5D&trial=3`,
  );
  const holds = async () => {
    await expect(dashboard.column("Value")).toHaveAttribute("aria-sort", "descending");
    const expected = sortedByValue(-1).slice(0, 12);
    await expect.poll(() => dashboard.trialNumbers()).toEqual(expected);
    await expect(dashboard.trialRow(3)).toHaveAttribute("aria-current", "true");
  };
  await holds();
  // The site's file is gone after a reload; the server's is not.
  if (host === "server") {
    await page.reload();
  } else {
    await dashboard.page.getByRole("link", { name: "Overview" }).click();
    await expect(dashboard.title).toHaveText("single-minimize");
    await page.goBack();
  }
  await holds();
});

function sortedByValue(order: 1 | -1): number[] {
  const value = ({ values }: ExpectedTrial) => (values?.[0] ? numberOf(values[0]) : Number.NaN);
  const valued = TRIALS.filter((trial) => !Number.isNaN(value(trial)));
  const others = TRIALS.filter((trial) => Number.isNaN(value(trial)));
  valued.sort((a, b) => order * (value(a) - value(b)));
  return [...valued, ...others].map(({ number }) => number);
}

import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

const TABLE = "studies/1/trials";

test.beforeEach(async ({ dashboard }) => {
  await dashboard.openStudies();
  await dashboard.visit(TABLE);
  await expect(dashboard.trialRow(0)).toBeVisible();
});

const tick = (page: Page, number: number) =>
  page.getByRole("checkbox", { name: `Select trial ${number}`, exact: true });
const bar = (page: Page) => page.getByRole("region", { name: "Selected trials" });

/** The text of the file that a button saves. */
async function saved(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return {
    name: download.suggestedFilename(),
    text: readFileSync(await download.path(), "utf8"),
  };
}

test("trials are selected by clicks and keys, and exported", async ({ page, dashboard }) => {
  await tick(page, 2).click();
  await tick(page, 4).click({ modifiers: ["Shift"] });
  await expect(bar(page)).toContainText("3 trials selected");
  await expect(dashboard.trialRow(3)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await expect(bar(page)).toContainText("4 trials selected");

  const csv = await saved(page, bar(page).getByRole("button", { name: "Export as CSV" }));
  expect(csv.name).toBe("single-minimize.csv");
  expect(
    csv.text
      .trim()
      .split("\n")
      .map((line) => line.split(",")[0]),
  ).toEqual(["Number", "0", "2", "3", "4"]);
  const json = await saved(page, bar(page).getByRole("button", { name: "Export as JSON" }));
  expect(json.name).toBe("single-minimize.json");
  const numbers = JSON.parse(json.text).trials.map((trial: { number: number }) => trial.number);
  expect(numbers).toEqual([0, 2, 3, 4]);

  await bar(page).getByRole("button", { name: "Clear" }).click();
  await expect(bar(page)).toBeHidden();
});

test("what the filter selects is exported, or selected as a whole", async ({ page }) => {
  await page.getByRole("button", { name: "Pruned 2" }).click();
  await page.getByRole("checkbox", { name: "Select all: 2 trials" }).click();
  await expect(bar(page)).toContainText("2 trials selected");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const { text } = await saved(page, page.getByRole("menuitem", { name: "2 trials as JSON" }));
  const states = JSON.parse(text).trials.map((trial: { state: string }) => trial.state);
  expect(states).toEqual(["Pruned", "Pruned"]);
});

test("selected trials are compared side by side", async ({ page, dashboard, guard }) => {
  // The browser itself reports that the server has no trial 99.
  guard.allow(/status of 404/);
  for (const number of [0, 3, 5]) await tick(page, number).click();
  await bar(page).getByRole("link", { name: "Compare" }).click();
  await expect(dashboard.title).toHaveText("Compare trials");
  const table = page.getByRole("table");
  const heads = table.getByRole("columnheader");
  const order = async () => (await heads.allInnerTexts()).map((text) => text.split("\n")[0]);
  await expect.poll(order).toEqual(["Trial 0 ★", "Trial 3", "Trial 5"]);
  const state = table.getByRole("row", { name: /^State differs/ });
  await expect(state.getByRole("cell")).toHaveText(["Complete", "Pruned", "Failed"]);

  const rows = await table.getByRole("row").count();
  await page.getByRole("switch", { name: "Differences only" }).check();
  await expect.poll(() => table.getByRole("row").count()).toBeLessThan(rows);

  await page.getByRole("button", { name: "Move trial 5 to the left" }).click();
  await expect.poll(order).toEqual(["Trial 0 ★", "Trial 5", "Trial 3"]);
  await page.getByRole("button", { name: "Remove trial 3" }).click();
  const box = page.getByRole("textbox", { name: "Add the trial with this number" });
  await box.fill("99");
  await box.press("Enter");
  await expect(heads.last()).toContainText("trial 99 is not found");
  expect(page.url()).toContain("numbers=0%2C5%2C99");

  await table.getByRole("link", { name: "Trial 5" }).click();
  await expect(dashboard.title).toHaveText("Trial 5");
  await page.goBack();
  await expect(dashboard.title).toHaveText("Compare trials");
  await page.getByRole("link", { name: "Trials", exact: true }).first().click();
  await expect(bar(page)).toContainText("3 trials selected");
});

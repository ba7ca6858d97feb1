import { generatedFile } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

const COUNT = 100_000;

test("a table of 100,000 trials scrolls to its end without a blank", async ({
  page,
  dashboard,
}) => {
  // The first run makes the file, which takes a minute.
  test.setTimeout(240_000);
  const file = generatedFile(COUNT);
  await dashboard.visit();
  await dashboard.choose(file);
  await expect(dashboard.studies).toContainText("100,000 trials", { timeout: 30_000 });
  await dashboard.visit("studies/1/trials");
  await expect(dashboard.trials).toHaveAttribute("aria-rowcount", String(COUNT + 1));
  await expect(dashboard.trialRow(0)).toBeVisible();

  // Into the middle by the scroll bar, to the end by the wheel, and back by the keyboard.
  await dashboard.trials.evaluate((grid) => {
    grid.scrollTop = grid.scrollHeight / 2;
  });
  await expectFilled(40_000, 60_000);
  await dashboard.trials.evaluate((grid) => {
    grid.scrollTop = grid.scrollHeight;
  });
  await expectFilled(COUNT - 100, COUNT - 1);
  await expect(dashboard.trialRow(COUNT - 1)).toBeInViewport();
  await dashboard.trials.hover();
  for (let turns = 0; turns < 10; turns++) await page.mouse.wheel(0, -2000);
  await expectFilled(COUNT - 2000, COUNT - 300);
  await dashboard.trials.focus();
  await page.keyboard.press("End");
  await expect(dashboard.trialRow(COUNT - 1)).toBeInViewport();
  await page.keyboard.press("Home");
  await expect(dashboard.trialRow(0)).toBeInViewport();

  await dashboard.sortButton("Value").click();
  await expect(dashboard.column("Value")).toHaveAttribute("aria-sort", "ascending");
  await expectFilled(0, COUNT - 1);

  /** Every row in sight has its trial, and they follow each other. */
  async function expectFilled(first: number, last: number): Promise<void> {
    await expect(async () => {
      const numbers = await dashboard.trialNumbers();
      expect(numbers.length).toBeGreaterThan(10);
      for (const number of numbers) {
        expect(number).toBeGreaterThanOrEqual(first);
        expect(number).toBeLessThanOrEqual(last);
      }
      const box = await dashboard.trials.boundingBox();
      const rows = await dashboard.trials.getByRole("row").count();
      expect(rows * 33).toBeGreaterThan((box?.height ?? 0) - 40);
    }).toPass({ timeout: 15_000 });
  }
});

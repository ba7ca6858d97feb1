import type { Locator } from "@playwright/test";
import { expect, test } from "../support/test.ts";

/** Studies of Optuna 5's fixture file that between them have every figure. */
const STUDIES = [1, 12];

test.beforeEach(({ dashboard }) => dashboard.openStudies());

for (const id of STUDIES) {
  test(`every option of every figure of study ${id} is in the address and has an answer`, async ({
    page,
    dashboard,
  }) => {
    test.setTimeout(240_000);
    await dashboard.visit(`studies/${id}/analysis`);
    const entries = page.getByRole("navigation", { name: "Figures", exact: true });
    await expect(entries.getByRole("link")).not.toHaveCount(0);
    for (const title of await entries.getByRole("link").allTextContents()) {
      await entries.getByRole("link", { name: title, exact: true }).click();
      const card = dashboard.figure(title);
      await dashboard.settled();
      const fold = card.getByRole("button", { expanded: false });
      if ((await fold.count()) === 0) continue;
      await fold.first().click();
      for (const control of await controls(card)) {
        await test.step(`${title}: ${await nameOf(control)}`, async () => {
          const before = page.url();
          if (!(await change(control))) return;
          await expect.poll(() => page.url()).not.toBe(before);
          await dashboard.settled();
          const answer = card.locator(".js-plotly-plot").or(card.getByText("No trial to draw"));
          await expect(answer.first()).toBeVisible();
          expect(await page.getByRole("alert").count()).toBe(0);
        });
      }
    }
  });
}

/** Those that choose one thing of several, or switch; multiple choices have their own test. */
async function controls(card: Locator): Promise<Locator[]> {
  const choices = await card.locator("select").all();
  return [...choices, ...(await card.getByRole("switch").all())];
}

function nameOf(control: Locator): Promise<string> {
  return control.evaluate((element) => {
    const { labels } = element as HTMLInputElement | HTMLSelectElement;
    return labels?.[0]?.textContent ?? "";
  });
}

/** Whether there was something else to choose. */
async function change(control: Locator): Promise<boolean> {
  const isChoice = await control.evaluate((element) => element instanceof HTMLSelectElement);
  if (!isChoice) {
    await control.click();
    return true;
  }
  const now = await control.inputValue();
  const values = await control
    .locator("option")
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  const next = values.find((value) => value !== now);
  if (next === undefined) return false;
  await control.selectOption(next);
  return true;
}

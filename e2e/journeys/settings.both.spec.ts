import type { Locator } from "@playwright/test";
import { findings, SCHEMES } from "../support/axe.ts";
import { Dashboard } from "../support/dashboard.ts";
import { expect, test } from "../support/test.ts";

/** Study 1 of Optuna 5's fixture file; its times are UTC. */
const STUDY = "studies/1";

test("numbers change everywhere at once, and stay so", async ({ page, dashboard, host }) => {
  await dashboard.openStudies();
  await dashboard.visit(`${STUDY}/trials?trial=0`);
  const value = dashboard.trialRow(0).getByText(/^8\.54/);
  await expect(value).toHaveText("8.54304");
  await dashboard.chooseSetting("Numbers", "In full");
  await expect(value).toHaveText(/^8\.54303\d{8,}$/);
  await expect(dashboard.trialDetails).toContainText(/8\.54303\d{8,}/);
  await dashboard.chooseSetting("Numbers", "Powers of ten");
  await expect(value).toHaveText("8.54304e0");
  await page.getByLabel("Details of the selected trial").getByRole("link").first().click();
  await expect(dashboard.title).toHaveText("Trial 0");
  await expect(page.getByText("8.54304e0").first()).toBeVisible();
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.getByLabel("Best value")).toContainText(/\de\S*\d/);
  if (host === "server") {
    await page.reload();
    await expect(page.getByLabel("Best value")).toContainText(/\de\S*\d/);
  }
});

test("a setting reaches the other tabs", async ({ context, dashboard, host, startUrl }) => {
  await dashboard.openStudies();
  const other = new Dashboard(await context.newPage(), host, startUrl);
  await other.openStudies();
  const best = other.row("single-minimize").getByTitle(/^\d+\.\d{7,}$/);
  await expect(best).not.toContainText("e");
  await dashboard.chooseSetting("Numbers", "Powers of ten");
  await expect(best).toContainText("e");
  await dashboard.chooseSetting("Theme", "Dark");
  await expect(other.page.locator("html")).toHaveAttribute("data-color-scheme", "dark");
});

test("times are shown in the chosen zone, in figures too", async ({ page, dashboard }) => {
  await dashboard.openStudies();
  await dashboard.visit(`${STUDY}?history.x=start`);
  const axis = dashboard.figure("History").locator(".xtitle");
  // The browser of the tests is in Zurich.
  await expect(axis).toHaveText(/^Start \(UTC\+0[12]:00\)$/);
  const first = page
    .getByRole("definition")
    .filter({ hasText: /\d{4}, \d\d:\d\d/ })
    .first();
  const local = await hourOf(first);
  await dashboard.chooseSetting("Time zone", "UTC");
  await expect(axis).toHaveText("Start (UTC)");
  expect([1, 2]).toContain((local - (await hourOf(first)) + 24) % 24);
});

test("figures take another template", async ({ dashboard }) => {
  await dashboard.openStudies();
  await dashboard.visit(STUDY);
  await dashboard.settled();
  const title = dashboard.figure("History").locator(".xtitle");
  const size = () =>
    title.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const before = await size();
  await dashboard.chooseSetting("Figures", "Presentation");
  await expect.poll(size).toBeGreaterThan(before);
});

test("garbage in the browser's memory is as good as nothing", async ({ page, dashboard }) => {
  await page.addInitScript(() => localStorage.setItem("optuna-dashboard.settings", '{"zone":['));
  await dashboard.openStudies();
  await page.getByRole("button", { name: "Settings" }).click();
  await expect(page.getByRole("radio", { name: /^Local/ })).toBeChecked();
});

for (const colorScheme of SCHEMES) {
  test(`the dialog is closed to nobody, ${colorScheme}`, async ({ page, dashboard }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await dashboard.visit();
    const button = page.getByRole("button", { name: "Settings" });
    await button.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Settings" });
    await expect(dialog).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Tab");
    await expect(dialog.getByRole("radio", { name: "As the system" })).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(dialog.getByRole("radio", { name: "Light" })).toBeChecked();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  });
}

/** The hour in "22 Nov 2026, 02:20". */
async function hourOf(time: Locator): Promise<number> {
  return Number(/(\d\d):\d\d/.exec((await time.textContent()) ?? "")?.[1]);
}

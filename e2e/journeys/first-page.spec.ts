import { findings, SCHEMES } from "../support/axe.ts";
import { dragFiles } from "../support/drop.ts";
import { fixture } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

test("says what it is and what to do before Python is there", async ({ page, dashboard }) => {
  // Python never comes: its first file is held back.
  await page.route("**/runtime/**", () => undefined);
  await dashboard.visit();
  await expect(dashboard.title).toHaveText("See what your Optuna studies found");
  await expect(dashboard.dropZone).toBeVisible();
  await expect(dashboard.sample).toBeEnabled();
  await expect(page.getByRole("heading", { name: "Nothing leaves your machine" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "How to check" })).toBeVisible();
});

test("a file that comes before Python waits and says what for", async ({ page, dashboard }) => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/runtime/**", async (route) => {
    await held;
    await route.continue();
  });
  await dashboard.visit();
  await dashboard.choose(fixture("special/small.db"));
  await expect(dashboard.file("small.db")).toContainText("Loading Python");
  await expect(page.getByRole("progressbar", { name: "Opening small.db" })).toBeVisible();
  letGo();
  await expect(dashboard.study("demo")).toBeVisible();
});

test("the sample study opens in one click and leads to a trial and back", async ({
  page,
  dashboard,
}) => {
  await page.goto(dashboard.startUrl);
  await dashboard.sample.click();
  await expect(dashboard.studies.getByRole("link")).toHaveCount(3);
  await dashboard.openStudy("Image classifier");
  await dashboard.settled();
  await page.getByRole("link", { name: "Trials", exact: true }).click();
  await dashboard.trialRow(7).click();
  await dashboard.trialDetails.getByRole("link", { name: "Trial 7" }).click();
  await expect(dashboard.title).toHaveText("Trial 7");
  await dashboard.settled();
  await page.goBack();
  await expect(dashboard.trialRow(7)).toHaveAttribute("aria-current", "true");
  await page.getByRole("link", { name: "Optuna Dashboard, list of studies" }).click();
  await expect(dashboard.study("Image classifier")).toBeVisible();
});

test("files that hover are welcome anywhere", async ({ page, dashboard }) => {
  await dashboard.visit();
  await dragFiles(page.locator("body"), [fixture("special/small.db")]);
  await expect(page.getByText("Drop to open")).toBeVisible();
  await page.locator("body").dispatchEvent("dragleave");
  await expect(page.getByText("Drop to open")).toBeHidden();
});

test("the button opens the file dialog, for several files", async ({ page, dashboard }) => {
  await dashboard.visit();
  const chooser = page.waitForEvent("filechooser");
  await dashboard.dropZone.click();
  const dialog = await chooser;
  expect(dialog.isMultiple()).toBe(true);
  await dialog.setFiles([fixture("special/small.db"), fixture("journal/small.log")]);
  await expect(dashboard.studies.getByRole("link")).toHaveCount(3);
});

test("from the drop zone to a trial with the keyboard alone", async ({ page, dashboard }) => {
  await dashboard.visit();
  const reach = async (target: typeof dashboard.title) => {
    for (let presses = 0; presses < 60; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("60 times Tab did not lead there");
  };
  await reach(dashboard.dropZone);
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(fixture("sqlite/optuna-5.0.0.db"));
  const study = dashboard.study("single-maximize");
  await study.waitFor();
  await reach(study);
  await page.keyboard.press("Enter");
  await expect(dashboard.title).toHaveText("single-maximize");
  const best = page.getByRole("link", { name: "Trial 9", exact: true }).first();
  await best.waitFor();
  await reach(best);
  await page.keyboard.press("Enter");
  await expect(dashboard.title).toContainText("Trial 9");
});

for (const colorScheme of SCHEMES) {
  test(`is closed to nobody, with its refusals, ${colorScheme}`, async ({ page, dashboard }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await dashboard.visit();
    await dashboard.choose(fixture("special/picture.db"), fixture("special/gzipped.db"));
    await expect(dashboard.file("gzipped.db")).toContainText("Unpack it");
    expect(await findings(page)).toEqual([]);
  });
}

for (const width of [360, 3840]) {
  test(`is not wider than a window of ${width} pixels`, async ({ page, dashboard }) => {
    await page.setViewportSize({ width, height: 800 });
    await dashboard.visit();
    await dashboard.choose(fixture("special/picture.db"));
    await expect(dashboard.file("picture.db")).toContainText("PNG picture");
    expect(await dashboard.overflow()).toBe(0);
  });
}

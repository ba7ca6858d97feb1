import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findings, SCHEMES } from "../support/axe.ts";
import { fixture } from "../support/files.ts";
import { expect, test } from "../support/writeServer.ts";

const OLD = "sqlite/optuna-2.10.1.db";
const BACKUP = /optuna-2\.10\.1\.before-upgrade-\d{4}-\d\d-\d\d\.db/;

test.use({ stored: OLD });

for (const colorScheme of SCHEMES) {
  test(`an old file is upgraded, and can be written to then, ${colorScheme}`, async ({
    page,
    startUrl,
    storedFile,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(startUrl);
    const studies = page.getByRole("table", { name: "Studies" });
    await expect(studies.getByRole("row").nth(1)).toBeVisible();
    const before = await studies.getByRole("row").count();
    await expect(page.getByRole("button", { name: "New study" })).toHaveCount(0);

    // By keyboard alone.
    await page.getByRole("button", { name: "Upgrade optuna-2.10.1.db" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Upgrade optuna-2.10.1.db?" });
    await expect(dialog).toContainText(BACKUP);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press("Enter");
    await dialog.getByRole("button", { name: "Upgrade" }).press("Enter");

    const done = page.getByRole("dialog", { name: "optuna-2.10.1.db is upgraded" });
    await expect(done).toContainText(BACKUP);
    await expect(done.getByRole("button", { name: "Close" })).toBeFocused();
    expect(await findings(page)).toEqual([]);
    const backup = BACKUP.exec((await done.textContent()) ?? "")?.[0] ?? "";
    expect(existsSync(join(dirname(storedFile), backup))).toBe(true);
    await page.keyboard.press("Enter");
    await expect(done).toHaveCount(0);

    await expect(page.getByRole("button", { name: "New study" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Upgrade/ })).toHaveCount(0);
    await expect(studies.getByRole("row")).toHaveCount(before);
  });
}

test.describe("read-only", () => {
  test.use({ serverOptions: ["--read-only"] });

  test("no upgrade is offered", async ({ page, startUrl, storedFile }) => {
    await page.goto(startUrl);
    await expect(page.getByRole("table", { name: "Studies" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Convert optuna-2.10.1.db" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Upgrade/ })).toHaveCount(0);
    expect(readFileSync(storedFile).equals(readFileSync(fixture(OLD)))).toBe(true);
  });
});

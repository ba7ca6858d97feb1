import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { fixture } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

const NAME = "study.db";

/** Writes a file of the browser's own file system, which has handles like those of the disk. */
async function write(page: Page, path: string): Promise<void> {
  const content = readFileSync(path).toString("base64");
  await page.evaluate(
    async ([name, base64]) => {
      const root = await navigator.storage.getDirectory();
      const handle = await root.getFileHandle(String(name), { create: true });
      const stream = await handle.createWritable();
      await stream.write(Uint8Array.from(atob(String(base64)), (char) => char.charCodeAt(0)));
      await stream.close();
    },
    [NAME, content],
  );
}

/** Has the dialog choose that file. */
async function chooseIt(page: Page): Promise<void> {
  await page.evaluate((name) => {
    const choose = async () => {
      const root = await navigator.storage.getDirectory();
      return [await root.getFileHandle(name)];
    };
    Object.assign(window, { showOpenFilePicker: choose });
  }, NAME);
}

test("what is added to an open file appears by itself, the page stays", async ({
  page,
  dashboard,
}, testInfo) => {
  const whole = fixture("special/small.db");
  const older = testInfo.outputPath(NAME);
  copyFileSync(whole, older);
  const code = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2])";
  execFileSync("python3", [
    "-c",
    `${code}; c.commit()`,
    older,
    "DELETE FROM trials WHERE number >= 15",
  ]);
  await dashboard.visit();
  await write(page, older);
  await chooseIt(page);
  await page.getByRole("button", { name: "Open file", exact: true }).click();
  await dashboard.openStudy("demo");
  const address = page.url();
  const all = page.getByRole("img", { name: "History: 15 trials" });
  await expect(all).toBeVisible();
  await write(page, fixture("special/picture.db"));
  await expect(page.getByText("This is an earlier state of study.db.")).toBeVisible();
  await expect(dashboard.title).toHaveText("demo");
  await write(page, whole);
  await expect(page.getByText("This is an earlier state of study.db.")).toHaveCount(0);
  await expect(page.getByRole("img", { name: "History: 20 trials" })).toBeVisible();
  expect(page.url()).toBe(address);
  await dashboard.settled();
});

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fixture, ROOT } from "../../../e2e/support/files.ts";
import { expect, test } from "../support/test.ts";

test("from the menu of a file to a figure, and the figure into a file", async ({
  server,
  workbench,
  page,
}) => {
  const folder = server.makeFolder({
    "study.db": fixture("sqlite/optuna-5.0.0.db"),
    "notes.txt": join(ROOT, "README.md"),
  });
  await workbench.openFolder(folder);
  await workbench.openFromMenu("study.db");
  await expect(workbench.studies).toBeVisible();
  await expect(workbench.tab("study.db")).toBeVisible();

  await workbench.study("single-minimize").click();
  await expect(workbench.title).toHaveText("single-minimize");
  await expect(workbench.drawing("History")).toBeVisible();

  await workbench.pages.getByRole("button", { name: /^Save History/ }).click();
  await workbench.pages.getByRole("menuitem", { name: /PNG/ }).click();
  await expect(workbench.input).toHaveValue(join(folder, "single-minimize-History.png"));
  await page.keyboard.press("Enter");
  await expect(workbench.file("single-minimize-History.png")).toBeVisible();
  const picture = readFileSync(join(folder, "single-minimize-History.png"));
  expect(picture.subarray(1, 4).toString()).toBe("PNG");

  mkdirSync(join(folder, "folder.db"));
  for (const name of ["notes.txt", "folder.db"]) {
    await workbench.file(name).click({ button: "right" });
    await expect(page.getByRole("menuitem", { name: /^Copy Path/ })).toBeVisible();
    await expect(page.getByRole("menuitem", { name: "Open in Optuna Dashboard" })).toHaveCount(0);
    await page.keyboard.press("Escape");
  }
});

test("by the command that asks for a file", async ({ server, workbench, page }) => {
  const folder = server.makeFolder({ "journal.log": fixture("journal/optuna-5.0.0.log") });
  await workbench.openFolder(folder);
  await expect(async () => {
    await workbench.run("Optuna Dashboard: Open File…");
    await expect(workbench.input).toHaveValue(/^\//, { timeout: 2_000 });
  }).toPass();
  await page.getByRole("option", { name: "journal.log" }).click();
  await expect(workbench.studies).toBeVisible();
});

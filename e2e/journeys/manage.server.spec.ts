import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { fixture, ROOT } from "../support/files.ts";
import { runProgram } from "../support/program.ts";
import { expect, test } from "../support/writeServer.ts";

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });

async function open(page: Page, startUrl: string, study: string): Promise<void> {
  await page.goto(startUrl);
  await page.getByRole("link", { name: study, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: study })).toBeVisible();
}

async function writeNote(page: Page, text: string): Promise<void> {
  await button(page, /Write a note|Edit the note/).click();
  await page.getByRole("textbox", { name: /Text of the note/ }).fill(text);
  await button(page, "Save").click();
}

test.use({ stored: "special/small.db" });

test("a study is made, renamed and deleted", async ({ page, startUrl }) => {
  await page.goto(startUrl);
  await button(page, "New study").click();
  await page.getByRole("textbox", { name: "Name" }).fill("fresh");
  await button(page, "Create").click();
  await expect(page.getByRole("heading", { level: 1, name: "fresh" })).toBeVisible();
  const address = page.url();

  await button(page, "Rename or delete the study").click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("renamed");
  await button(page, "Rename").click();
  await expect(page.getByRole("heading", { level: 1, name: "renamed" })).toBeVisible();
  expect(page.url()).toBe(address);

  await button(page, "Rename or delete the study").click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await button(page, "Delete").click();
  await expect(page.getByRole("table", { name: "Studies" })).toBeVisible();
  await expect(page.getByRole("link", { name: "renamed" })).toHaveCount(0);
});

test("a name that is taken is refused, and nothing is lost", async ({ page, startUrl, guard }) => {
  guard.allow(/400 \(Bad Request\)/);
  await page.goto(startUrl);
  await button(page, "New study").click();
  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill("demo");
  await button(page, "Create").click();
  await expect(page.getByRole("alert")).toContainText("exists");
  await expect(name).toHaveValue("demo");
});

test("two tabs write the same note: both texts are shown", async ({
  page,
  context,
  startUrl,
  guard,
}) => {
  guard.allow(/409 \(Conflict\)/);
  const other = await context.newPage();
  await open(page, startUrl, "demo");
  await open(other, startUrl, "demo");
  await button(other, "Write a note").click();
  await writeNote(page, "first **text**");
  await expect(page.getByText("first text")).toBeVisible();

  await other.getByRole("textbox", { name: /Text of the note/ }).fill("second");
  await button(other, "Save").click();
  await expect(other.getByRole("region", { name: "Stored now" })).toContainText("first **text**");
  await expect(other.getByRole("region", { name: "Yours" })).toContainText("second");
  await button(other, "Replace it by yours").click();
  await expect(button(other, "Edit the note")).toBeVisible();
  // The first tab follows.
  await expect(page.getByText("second")).toBeVisible();
});

test("what a program writes is on screen without a reload, unless it is paused", async ({
  page,
  startUrl,
  storedFile,
}) => {
  await open(page, startUrl, "demo");
  const counts = page.getByText(/\d+ complete/).first();
  const before = await counts.textContent();
  await addTrial(storedFile);
  await expect(counts).not.toHaveText(before ?? "");

  await button(page, "Live: pause following changes").click();
  const paused = (await counts.textContent()) ?? "";
  await addTrial(storedFile);
  // Longer than it takes to be seen when changes are followed.
  await page.waitForTimeout(5_000);
  await expect(counts).toHaveText(paused);
  await button(page, "Paused: follow changes again").click();
  await expect(counts).not.toHaveText(paused);
});

test.describe("with an artifact store", () => {
  test.use({ serverOptions: ["--artifact-dir", mkdtempSync(join(tmpdir(), "artifacts-"))] });

  test("files are uploaded, seen, downloaded and deleted", async ({ page, startUrl }) => {
    await open(page, startUrl, "demo");
    const section = page.getByRole("region", { name: "Artifacts" });
    const chooser = page.waitForEvent("filechooser");
    await button(page, "Upload files").click();
    const picture = join(ROOT, "docs/images/study.png");
    await (await chooser).setFiles([picture, fixture("special/text.txt")]);
    await expect(section.getByRole("img", { name: "study.png" })).toBeVisible();

    const download = page.waitForEvent("download");
    await button(page, "Download text.txt").click();
    expect((await download).suggestedFilename()).toBe("text.txt");

    await button(page, "Delete text.txt").click();
    await button(page, "Delete").click();
    await expect(section.getByText("text.txt")).toHaveCount(0);
    await expect(section.getByRole("img", { name: "study.png" })).toBeVisible();
  });
});

test.describe("read-only", () => {
  test.use({ serverOptions: ["--read-only"] });

  test("nothing is offered that would be refused", async ({ page, startUrl }) => {
    await open(page, startUrl, "demo");
    for (const name of ["Write a note", "Upload files", "Rename or delete the study"]) {
      await expect(button(page, name)).toHaveCount(0);
    }
  });
});

/** As a program would that optimizes. */
function addTrial(file: string): Promise<void> {
  return runProgram(file, "study.tell(study.ask(), 1e6)");
}

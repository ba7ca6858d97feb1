import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { findings } from "../support/axe.ts";
import { ROOT } from "../support/files.ts";
import {
  objFile,
  pdfFile,
  type Sample,
  stlFile,
  textFile,
  wavFile,
  webmFile,
} from "../support/samples.ts";
import { expect, test } from "../support/writeServer.ts";

const button = (page: Page | Locator, name: string) =>
  page.getByRole("button", { name, exact: true });

test.use({
  stored: "special/small.db",
  serverOptions: ["--artifact-dir", mkdtempSync(join(tmpdir(), "artifacts-"))],
});

test.beforeEach(async ({ page, startUrl }) => {
  await page.goto(startUrl);
  await page.getByRole("link", { name: "demo", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "demo" })).toBeVisible();
});

async function upload(page: Page, files: readonly Sample[]): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await button(page, "Upload files").click();
  await (await chooser).setFiles([...files]);
  for (const { name } of files) await expect(button(page, `View ${name}`)).toBeVisible();
}

/** Uploads a file and views it; the dialog is closed afterwards, and has the page as it was. */
async function view(page: Page, file: Sample, look: (dialog: Locator) => Promise<void>) {
  await upload(page, [file]);
  await button(page, `View ${file.name}`).click();
  const dialog = page.getByRole("dialog", { name: file.name });
  await look(dialog);
  await button(dialog, `Close ${file.name}`).click();
  await expect(dialog).toHaveCount(0);
  await expect(button(page, `View ${file.name}`)).toBeFocused();
}

test("a formula in a note is drawn, and a price is none", async ({ page }) => {
  await button(page, "Write a note").click();
  const text = "It costs $5 and $6: see $x^2$.\n\n$$\n\\frac{a}{b}\n$$\n\nand $\\nothing$";
  await page.getByRole("textbox", { name: /Text of the note/ }).fill(text);
  await button(page, "Save").click();
  await expect(button(page, "Edit the note")).toBeVisible();

  const formulas = page.locator("math");
  await expect(formulas).toHaveCount(2);
  await expect(page.getByText("It costs $5 and $6: see")).toBeVisible();
  // Drawn as a formula, not written as text: the exponent is above, the denominator below.
  const place = async (selector: string, at = 0) => {
    const box = await formulas.locator(selector).nth(at).boundingBox();
    if (!box) throw new Error(`${selector} is not there`);
    return box;
  };
  const [base, exponent] = [await place("msup > mi"), await place("msup > mn")];
  expect(exponent.y + exponent.height).toBeLessThan(base.y + base.height);
  const [numerator, denominator] = [await place("mfrac mi"), await place("mfrac mi", 1)];
  expect(denominator.y).toBeGreaterThan(numerator.y + numerator.height / 2);

  const wrong = page.getByText("\\nothing", { exact: true });
  await expect(wrong).toHaveAttribute("title", /Undefined control sequence/);
  expect(await findings(page)).toEqual([]);
});

test("a picture is viewed over the whole window", async ({ page }) => {
  const buffer = readFileSync(join(ROOT, "docs/images/study.png"));
  await view(page, { name: "study.png", mimeType: "image/png", buffer }, async (dialog) => {
    await expect(dialog.getByRole("img", { name: "study.png" })).toBeVisible();
  });
});

test("text is read, JSON indented, and HTML text", async ({ page }) => {
  const script = "<script>document.title = 'ran'</script><h1>a</h1>";
  await view(page, textFile("page.html", script, "text/html"), async (dialog) => {
    await expect(dialog.getByRole("region", { name: "Text of page.html" })).toHaveText(script);
    expect(await findings(page)).toEqual([]);
  });
  expect(await page.title()).not.toBe("ran");
  await view(page, textFile("a.json", '{"a":[1.0]}', "application/json"), async (dialog) => {
    const text = dialog.getByRole("region", { name: "Text of a.json" });
    expect(await text.textContent()).toBe('{\n  "a": [\n    1.0\n  ]\n}');
  });
  await view(page, textFile("long.log", "0123456789".repeat(60_000)), async (dialog) => {
    await expect(dialog).toContainText("These are the first 500 kB of 600 kB.");
  });
});

test("CSV, TSV and JSON Lines are tables", async ({ page }) => {
  const files = [
    textFile("a.csv", 'name,loss\n"x, y",0.5\n', "text/csv"),
    textFile("a.tsv", "name\tloss\nx, y\t0.5\n"),
    textFile("a.jsonl", '{"name": "x, y", "loss": 0.5}\n'),
  ];
  for (const file of files) {
    await view(page, file, async (dialog) => {
      const table = dialog.getByRole("table", { name: file.name });
      await expect(table.getByRole("columnheader")).toHaveText(["Row", "name", "loss"]);
      await expect(table.getByRole("cell")).toHaveText(["x, y", "0.5"]);
      expect(await findings(page)).toEqual([]);
    });
  }
  const rows = Array.from({ length: 700 }, (_, row) => `${row},${row ** 2}`);
  await view(page, textFile("long.csv", `n,square\n${rows.join("\n")}`), async (dialog) => {
    await expect(dialog).toContainText("These are the first 500 rows.");
    await expect(dialog.getByRole("row")).toHaveCount(501);
  });
});

test("sound and films play", async ({ page }) => {
  const state = (player: Locator) =>
    player.evaluate((element: HTMLMediaElement) => element.readyState >= element.HAVE_METADATA);
  await view(page, wavFile("a.wav"), async (dialog) => {
    const player = dialog.locator("audio");
    await expect.poll(() => state(player)).toBe(true);
    expect(await player.evaluate((element: HTMLAudioElement) => element.duration)).toBeCloseTo(0.1);
  });
  await view(page, await webmFile(page, "a.webm"), async (dialog) => {
    const player = dialog.locator("video");
    await expect.poll(() => state(player)).toBe(true);
    expect(await player.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBe(64);
  });
  // What is no sound is said to be none.
  await view(page, textFile("b.wav", "no sound", "audio/wav"), async (dialog) => {
    await expect(dialog.getByText("This file cannot be shown here")).toBeVisible();
  });
});

test("PDF is shown by the browser, or offered for download", async ({ page, guard }) => {
  // Chromium's own viewer is an extension.
  guard.allow(/request to another origin: chrome-extension:/);
  await view(page, pdfFile("a.pdf"), async (dialog) => {
    if (await page.evaluate(() => navigator.pdfViewerEnabled)) {
      await expect(dialog.getByTitle("a.pdf")).toHaveAttribute("src", /^blob:/);
    } else {
      await expect(dialog).toContainText("This browser shows no PDF in a page.");
    }
  });
});

for (const file of [stlFile("a.stl"), objFile("a.obj")]) {
  test(`a model is drawn and turned by keys and by mouse: ${file.name}`, async ({ page }) => {
    await view(page, file, async (dialog) => {
      const drawing = dialog.getByRole("img", { name: `${file.name}: 4 triangles, 2 × 4 × 6` });
      await expect(drawing).toBeVisible();
      const picture = async () => (await drawing.screenshot()).toString("base64");
      const first = await picture();
      await drawing.focus();
      for (let times = 0; times < 3; times += 1) await page.keyboard.press("ArrowLeft");
      await expect.poll(picture).not.toBe(first);
      const turned = await picture();
      const box = await drawing.boundingBox();
      if (!box) throw new Error("The drawing is not there");
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 + 80, box.y + box.height / 2 + 20, { steps: 5 });
      await page.mouse.up();
      await expect.poll(picture).not.toBe(turned);
      expect(await findings(page)).toEqual([]);
      await button(dialog, "Reset the view").click();
    });
  });
}

test("what cannot be shown says so, and is saved", async ({ page }) => {
  const file = { name: "a.bin", mimeType: "", buffer: Buffer.from([0, 1, 2, 255]) };
  await view(page, file, async (dialog) => {
    await expect(dialog.getByText("This file cannot be shown here")).toBeVisible();
    const download = page.waitForEvent("download");
    await button(dialog, "Download a.bin").last().click();
    expect((await download).suggestedFilename()).toBe("a.bin");
  });
});

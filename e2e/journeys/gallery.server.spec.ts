import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findings } from "../support/axe.ts";
import { ROOT } from "../support/files.ts";
import { expect, test } from "../support/writeServer.ts";

test.use({ serverOptions: ["--artifact-dir", mkdtempSync(join(tmpdir(), "artifacts-"))] });

const PICTURE = `data:image/png;base64,${readFileSync(join(ROOT, "docs/images/study.png"), "base64")}`;
const TEXT = `data:text/plain;base64,${btoa("done")}`;

test("the artifacts of selected trials are seen side by side", async ({
  page,
  dashboard,
  startUrl,
}) => {
  const address = (path: string) => new URL(path, startUrl).href;
  const get = async (path: string) => (await page.request.get(address(path))).json();
  // Of finished trials nothing changes any more.
  const { numbers } = await get("/api/studies/1/trial-numbers?state=Running,Waiting");
  const [first, second]: [number, number] = numbers;
  for (const [number, filename, file] of [
    [first, "curve.png", PICTURE],
    [first, "run.log", TEXT],
    [second, "curve.png", PICTURE],
  ] as const) {
    const { trial_id } = await get(`/api/studies/1/trials/${number}`);
    const path = address(`/api/artifacts/1/${trial_id}`);
    const answer = await page.request.post(path, { data: { file, filename } });
    expect(answer.status()).toBe(201);
  }

  await dashboard.visit("studies/1/trials");
  for (const number of [first, second, 0]) {
    await page.getByRole("checkbox", { name: `Select trial ${number}`, exact: true }).click();
  }
  const bar = page.getByRole("region", { name: "Selected trials" });
  await bar.getByRole("link", { name: "Artifacts" }).click();
  await expect(dashboard.title).toHaveText("Artifacts");
  await expect(page.getByText("Of 3 trials, 2 have artifacts.")).toBeVisible();
  await expect(page.getByRole("img", { name: "curve.png" })).toHaveCount(2);
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: `View run.log of trial ${first}` }).click();
  await expect(page.getByRole("dialog", { name: "run.log" })).toContainText("done");
  await page.keyboard.press("Escape");

  await page.goBack();
  await bar.getByRole("link", { name: "Compare" }).click();
  await expect(dashboard.title).toHaveText("Compare trials");
  const row = page.getByRole("row", { name: /^curve\.png/ });
  await row.scrollIntoViewIfNeeded();
  await expect(row.getByRole("img", { name: "curve.png" })).toHaveCount(2);
  await expect(row.getByRole("cell").last()).toContainText("nothing");
  expect(await findings(page)).toEqual([]);
});

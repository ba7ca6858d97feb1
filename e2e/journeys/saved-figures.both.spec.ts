import { execFileSync } from "node:child_process";
import { findings, SCHEMES } from "../support/axe.ts";
import { ROOT } from "../support/files.ts";
import { expect, openStored, test as stored } from "../support/writeServer.ts";

/** What a user's program does. */
const SAVE = `
import sys
import optuna
from optuna_dashboard import save_plotly_graph_object

class Saved:
    def __init__(self, text):
        self.to_json = lambda: text

study = optuna.load_study(study_name="demo", storage=f"sqlite:///{sys.argv[1]}")
for name, text in zip(sys.argv[2::2], sys.argv[3::2]):
    save_plotly_graph_object(study, Saved(text), graph_object_id=name)
`;
const FIGURES = {
  losses: {
    data: [{ type: "scatter", mode: "lines", name: "train", x: [0, 1, 2], y: [3, 2, 1.5] }],
    layout: { title: { text: "Loss by epoch" }, xaxis: { title: { text: "Epoch" } } },
  },
  "per-class": { data: [{ type: "bar", x: ["cat", "dog"], y: [0.9, 0.7] }] },
};

const test = stored.extend({
  storedFile: async ({ storedFile }, use) => {
    const figures = Object.entries(FIGURES).flatMap(([id, json]) => [id, JSON.stringify(json)]);
    execFileSync(`${ROOT}.venv/bin/python`, ["-c", SAVE, storedFile, ...figures], { cwd: ROOT });
    await use(storedFile);
  },
});
test.use({ stored: "special/small.db" });

test("figures that a program saved stand among the others", async ({
  page,
  dashboard,
  storedFile,
}) => {
  await openStored(dashboard, storedFile);
  await dashboard.openStudy("demo");
  await page.getByRole("link", { name: "Analysis" }).click();
  await expect(dashboard.title).toHaveText("Analysis");
  const index = page.getByRole("navigation", { name: "Figures", exact: true });
  const entry = (title: string) => index.getByRole("link", { name: title, exact: true });
  await expect(entry("History")).toBeVisible();

  await entry("Loss by epoch").click();
  const losses = dashboard.figure("Loss by epoch");
  await expect(losses.locator(".xtitle")).toHaveText("Epoch");
  await expect(losses.locator(".scatterlayer .trace")).toHaveCount(1);
  await expect(losses).toContainText("A Plotly figure that a program saved with this study.");
  await entry("per-class").click();
  await expect(dashboard.figure("per-class").locator(".bars .point")).toHaveCount(2);

  // It is saved as any other, and its place is in the address.
  await page.getByRole("button", { name: "Save Loss by epoch" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "SVG" }).click();
  expect((await download).suggestedFilename()).toBe("demo-Loss-by-epoch.svg");
  await expect(page).toHaveURL(/figure=user(:|%3A)per-class/);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await dashboard.settled();
    expect(await findings(page)).toEqual([]);
  }
});

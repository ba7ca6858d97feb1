import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { fixture } from "../../../e2e/support/files.ts";
import { range, rounded, zoom } from "../../../e2e/support/zoom.ts";
import { expect, test } from "../support/test.ts";
import { Writer } from "../support/writer.ts";

const STUDY = "single-minimize";
/** By being told, not by coming by: a second is what bench/ measures. */
const SOON = { timeout: 10_000 };

for (const journalMode of ["delete", "wal"] as const) {
  test(`what an optimization commits is on screen, journal mode ${journalMode}`, async ({
    server,
    workbench,
    page,
  }) => {
    const folder = server.makeFolder({ "study.db": fixture("sqlite/optuna-5.0.0.db") });
    const writer = await Writer.open(join(folder, "study.db"), STUDY, journalMode);
    try {
      await workbench.openFolder(folder);
      await workbench.openFromMenu("study.db");
      await expect(workbench.row(STUDY)).toContainText("8.54304");

      await writer.write(-7.25);
      await expect(workbench.row(STUDY)).toContainText("−7.25", SOON);
      await expect(workbench.row(STUDY)).toContainText("17");

      // Where the reader is, their zoom and what they have selected stays.
      await workbench.study(STUDY).click();
      await expect(workbench.drawing("History")).toBeVisible();
      const history = workbench.figure("History");
      await zoom(page, history);
      const [zoomed, drawn] = [await range(history), await points(history)];
      await writer.write(-7.5);
      await expect.poll(() => points(history), SOON).toBeGreaterThan(drawn);
      expect(await range(history)).toEqual(rounded(zoomed));
      await expect(history.getByRole("button", { name: "Reset zoom" })).toBeVisible();

      await workbench.pages.getByRole("link", { name: "Trials", exact: true }).click();
      await workbench.trial(3).click();
      await expect(workbench.details).toContainText("Trial 3");
      await expect(workbench.title).toHaveText("Trials 18");
      await writer.write(2.5);
      await expect(workbench.title).toHaveText("Trials 19", SOON);
      await expect(workbench.details).toContainText("Trial 3");
    } finally {
      writer.end();
    }
  });
}

/** How many points a drawing has, within its range or not. */
function points(figure: Locator): Promise<number> {
  return figure.locator(".js-plotly-plot").evaluate((element) => {
    const { _fullData: traces } = element as unknown as { _fullData: { x?: unknown[] }[] };
    return traces.reduce((sum, { x }) => sum + (x?.length ?? 0), 0);
  });
}

import { join } from "node:path";
import { fixture } from "../../../e2e/support/files.ts";
import { expect, test } from "../support/test.ts";
import { Writer } from "../support/writer.ts";

const STUDY = "single-minimize";

for (const journalMode of ["delete", "wal"] as const) {
  test(`what an optimization commits is on screen, journal mode ${journalMode}`, async ({
    server,
    workbench,
  }) => {
    const folder = server.makeFolder({ "study.db": fixture("sqlite/optuna-5.0.0.db") });
    const writer = await Writer.open(join(folder, "study.db"), STUDY, journalMode);
    try {
      await workbench.openFolder(folder);
      await workbench.openFromMenu("study.db");
      await expect(workbench.row(STUDY)).toContainText("8.54304");

      await writer.write(-7.25);
      await expect(workbench.row(STUDY)).toContainText("−7.25", { timeout: 10_000 });
      await expect(workbench.row(STUDY)).toContainText("17");

      // Where the reader is and what they have selected stays.
      await workbench.study(STUDY).click();
      await workbench.pages.getByRole("link", { name: "Trials", exact: true }).click();
      await workbench.trial(3).click();
      await expect(workbench.details).toContainText("Trial 3");
      await expect(workbench.title).toHaveText("Trials 17");
      await writer.write(2.5);
      await expect(workbench.title).toHaveText("Trials 18", { timeout: 10_000 });
      await expect(workbench.details).toContainText("Trial 3");
    } finally {
      writer.end();
    }
  });
}

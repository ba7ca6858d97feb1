import { join } from "node:path";
import { fixture } from "../../../e2e/support/files.ts";
import { expect, test } from "../support/test.ts";
import { Writer } from "../support/writer.ts";

test("the extension runs in the browser, where there is no Node", async ({ server, workbench }) => {
  const folder = server.makeFolder({ "study.db": fixture("sqlite/optuna-5.0.0.db") });
  const writer = await Writer.open(join(folder, "study.db"), "single-minimize", "wal");
  try {
    await workbench.openFolder(folder);
    await workbench.openFromMenu("study.db");
    await expect(workbench.row("single-minimize")).toContainText("8.54304");
    await writer.write(-7.25);
    await expect(workbench.row("single-minimize")).toContainText("−7.25", { timeout: 10_000 });
  } finally {
    writer.end();
  }
});

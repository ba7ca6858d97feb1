import { generatedFile } from "../../e2e/support/files.ts";
import { expect, test } from "./support/test.ts";
import { Workbench } from "./support/workbench.ts";

const TRIALS = 10_000;
const ROUNDS = 3;

/** Snapshot first: the other one changes the page that is installed. */
const BOOTS = ["snapshot", "plain"] as const;

for (const boot of BOOTS) {
  test(boot, async ({ browser, server }) => {
    if (boot === "plain") server.leaveSnapshot();
    const toList: number[] = [];
    const toFigure: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await browser.newPage();
      const workbench = new Workbench(page, server.origin);
      await workbench.openFolder(server.makeFolder({ "study.db": generatedFile(TRIALS) }));
      await workbench.openFromMenu("study.db");
      const start = performance.now();
      const study = workbench.studies.getByRole("link").first();
      await expect(study).toBeVisible();
      toList.push((performance.now() - start) / 1000);
      await study.click();
      await expect(workbench.drawing("History")).toBeVisible();
      toFigure.push((performance.now() - start) / 1000);
      await page.close();
    }
    report(`menu -> list, ${boot} start`, toList);
    report(`menu -> list, click -> figure, ${boot} start`, toFigure);
  });
}

/** In the form in which `bench/measurement.py` collects it. */
function report(action: string, numbers: readonly number[]): void {
  const line = JSON.stringify({ subject: "vscode", action, trials: TRIALS, numbers });
  process.stdout.write(`${line}\n`);
}

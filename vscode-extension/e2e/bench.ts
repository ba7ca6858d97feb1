import { join } from "node:path";
import { generatedFile } from "../../e2e/support/files.ts";
import { test } from "./support/test.ts";
import { Workbench } from "./support/workbench.ts";
import { Writer } from "./support/writer.ts";

const TRIALS = 10_000;
const ROUNDS = 3;

/** Snapshot first: the other one changes the page that is installed. */
const BOOTS = ["snapshot", "plain"] as const;

for (const boot of BOOTS) {
  test(boot, async ({ browser, server }) => {
    if (boot === "plain") server.leaveSnapshot();
    const toList: number[] = [];
    const toFigure: number[] = [];
    const toChange: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await browser.newPage();
      const workbench = new Workbench(page, server.origin);
      const folder = server.makeFolder({ "study.db": generatedFile(TRIALS) });
      await workbench.openFolder(folder);
      await workbench.openFromMenu("study.db");
      const start = performance.now();
      const study = workbench.studies.getByRole("link").first();
      // Not `expect`: it looks once in a second only, when it has waited for one.
      await study.waitFor();
      toList.push((performance.now() - start) / 1000);
      await study.click();
      await workbench.drawing("History").waitFor();
      toFigure.push((performance.now() - start) / 1000);
      if (boot === "snapshot") toChange.push(await followTime(workbench, folder));
      await page.close();
    }
    if (boot === "snapshot") report("outside commit -> on screen", toChange);
    report(`menu -> list, ${boot} start`, toList);
    report(`menu -> list, click -> figure, ${boot} start`, toFigure);
  });
}

/** Seconds from the end of a commit until the page of the study counts one trial more. */
async function followTime(workbench: Workbench, folder: string): Promise<number> {
  const name = (await workbench.title.textContent()) ?? "";
  const writer = await Writer.open(join(folder, "study.db"), name, "delete");
  try {
    const counts = workbench.pages.getByText(/complete$/).first();
    const changed = counts.evaluate(whenTextChanges);
    await writer.write(1e6);
    const committed = Date.now();
    return ((await changed) - committed) / 1000;
  } finally {
    writer.end();
  }
}

/** The time of the first frame in which an element has another text. Runs in the page. */
function whenTextChanges(element: Element): Promise<number> {
  const before = element.textContent;
  return new Promise((resolve) => {
    const look = () => {
      if (element.textContent === before) requestAnimationFrame(look);
      else resolve(Date.now());
    };
    look();
  });
}

/** In the form in which `bench/measurement.py` collects it. */
function report(action: string, numbers: readonly number[]): void {
  const line = JSON.stringify({ subject: "vscode", action, trials: TRIALS, numbers });
  process.stdout.write(`${line}\n`);
}

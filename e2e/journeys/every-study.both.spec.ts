import { shownName } from "../support/dashboard.ts";
import { expectedStudies, fixture } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

/** The server has one file open. */
const FILES = { site: ["optuna-5.0.0", "optuna-2.10.1"], server: ["optuna-5.0.0"] };

test("every study opens: overview, trials and a trial", async ({ dashboard, host }) => {
  test.setTimeout(300_000);
  for (const [source, file] of FILES[host].entries()) {
    await dashboard.visit();
    if (host === "site") await dashboard.choose(fixture(`sqlite/${file}.db`));
    await expect(dashboard.studies).toContainText("single-maximize");
    for (const [name, study] of expectedStudies(`sqlite/${file}`)) {
      await test.step(`${file}: ${name}`, async () => {
        const id = source * 1e9 + study.study_id;
        await dashboard.visit(`studies/${id}`);
        await expect(dashboard.title).toHaveText(shownName(name));
        await dashboard.settled();
        await dashboard.visit(`studies/${id}/analysis`);
        await expect(dashboard.title).toHaveText("Analysis");
        await dashboard.visit(`studies/${id}/trials`);
        await expect(dashboard.title).toHaveText(`Trials ${study.n_trials}`);
        await dashboard.settled();
        if (study.n_trials === 0) return;
        expect(await dashboard.trialNumbers()).toHaveLength(study.n_trials);
        await dashboard.visit(`studies/${id}/trials/${study.n_trials - 1}`);
        await expect(dashboard.title).toHaveText(`Trial ${study.n_trials - 1}`);
        await dashboard.settled();
        expect(await dashboard.page.getByRole("alert").count()).toBe(0);
      });
    }
  }
});

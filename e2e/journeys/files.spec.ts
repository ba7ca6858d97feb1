import { basename } from "node:path";
import type { Dashboard } from "../support/dashboard.ts";
import { shownName } from "../support/dashboard.ts";
import { type ExpectedStudy, expectedStudies, fixture, type State } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

const SQLITE = ["0.8.0", "1.2.0", "1.5.0", "2.3.0", "2.4.0", "2.10.1", "3.1.1", "4.9.0", "5.0.0"];
const JOURNALS = ["3.1.1", "4.0.0", "4.9.0", "5.0.0"];

/** Each with the expectation that holds for it, where that is another's. */
const GROUPS: Readonly<Record<string, readonly (readonly [string, string?])[]>> = {
  "SQLite files of every release": SQLITE.map((version) => [`sqlite/optuna-${version}.db`]),
  "upgraded SQLite files": [
    // After this upgrade Optuna itself shows one trial a study; all are still in the file.
    ["upgraded/optuna-0.8.0-to-2.4.0-to-5.0.0.db", "optuna-0.8.0-to-2.4.0-to-5.0.0.before"],
    ["upgraded/optuna-2.10.1-to-5.0.0.db"],
    ["upgraded/optuna-2.3.0-touched-by-5.0.0.db"],
    ["upgraded/revision-v3.0.0.c.db"],
  ],
  "journal logs": [
    ...JOURNALS.map((version): [string] => [`journal/optuna-${version}.log`]),
    ["journal/crlf.log"],
    ["journal/discard-trials-op10.log"],
    ["journal/no-final-newline.log"],
    ["journal/small.log"],
    ["journal/truncated-last-line.log"],
    ["journal/two-workers-and-delete.log"],
  ],
};

for (const [group, files] of Object.entries(GROUPS)) {
  test(`${group} show exactly their studies`, async ({ dashboard, page }) => {
    test.setTimeout(90_000);
    await dashboard.visit();
    for (const [file, expectation] of files) {
      await test.step(file, async () => {
        await dashboard.choose(fixture(file));
        await expect(dashboard.openFiles).toContainText(basename(file));
        const expected = expectedStudies(
          expectation ? `upgraded/${expectation}` : file.replace(/\.(db|log)$/, ""),
        );
        await showHelpers(dashboard, expected);
        await expectStudies(dashboard, expected);
        await dashboard.closeFile(basename(file));
        await expect(dashboard.dropZone).toBeVisible();
      });
    }
    expect(await page.getByRole("alert").count()).toBe(0);
  });
}

/** Helper studies of the legacy MOTPE sampler are folded away, and never silently. */
async function showHelpers(
  dashboard: Dashboard,
  expected: ReadonlyMap<string, ExpectedStudy>,
): Promise<void> {
  const helpers = [...expected.keys()].filter((name) => name.startsWith("_motpe-"));
  const button = dashboard.page.getByRole("button", { name: /^(Show|Hide) \d+ helper stud/ });
  await expect(button).toHaveCount(helpers.length > 0 ? 1 : 0);
  if (helpers.length === 0 || (await button.textContent())?.startsWith("Hide")) return;
  for (const helper of helpers) await expect(dashboard.study(helper)).toBeHidden();
  await button.click();
}

async function expectStudies(
  dashboard: Dashboard,
  expected: ReadonlyMap<string, ExpectedStudy>,
): Promise<void> {
  await expect(dashboard.studies.getByRole("link")).toHaveCount(expected.size);
  const shown = (await dashboard.studyNames()).map(shownName).sort();
  expect(shown).toEqual([...expected.keys()].map(shownName).sort());
  for (const [name, study] of expected) await expectRow(dashboard, name, study);
}

const STATE_WORDS: readonly (readonly [State, string])[] = [
  ["COMPLETE", "complete"],
  ["PRUNED", "pruned"],
  ["RUNNING", "running"],
  ["WAITING", "waiting"],
  ["FAIL", "failed"],
];

async function expectRow(dashboard: Dashboard, name: string, study: ExpectedStudy): Promise<void> {
  const { n_trials, states } = study;
  const text = new RegExp(`^${n_trials || "no"} trial`);
  const trials = dashboard.row(name).getByRole("cell").filter({ hasText: text });
  await expect(trials, name).toHaveCount(1);
  if (n_trials === 0) return;
  const counts = STATE_WORDS.filter(([state]) => states[state] ?? 0).map(
    ([state, word]) => `${states[state]} ${word}`,
  );
  await expect(dashboard.states(name), name).toHaveAccessibleName(counts.join(", "));
}

test("shows the best value as Optuna computes it", async ({ dashboard }) => {
  await dashboard.visit();
  await dashboard.choose(fixture("sqlite/optuna-5.0.0.db"));
  const best: Readonly<Record<string, string>> = {
    "single-minimize": "8.54304",
    "single-maximize": "0.838597",
    "nan-inf": "−∞",
    // The lowest value of this study is infeasible.
    "single-constrained": "−0.311436",
    "mo-2": "14 on the front",
    "mo-constrained": "1 on the front",
    "mo-all-infeasible": "0 on the front",
    "no-complete": "none yet",
  };
  for (const [name, text] of Object.entries(best)) {
    await expect(dashboard.row(name)).toContainText(text);
  }
});

const ODD_BUT_GOOD = [
  "alembic-empty.db",
  "alembic-missing.db",
  "bad-json.db",
  "null-number.db",
  "orphans.db",
  "unknown-state.db",
  "utf16-page1024.db",
];

test("odd files that can be read are read whole", async ({ dashboard }) => {
  await dashboard.visit();
  for (const file of ODD_BUT_GOOD) {
    await dashboard.choose(fixture(`special/${file}`));
    await expect(dashboard.row("demo"), file).toContainText("20 trials");
    await expect(dashboard.studies.getByRole("link")).toHaveCount(1);
    await dashboard.openStudy("demo");
    await dashboard.settled();
    await dashboard.page.goBack();
    await dashboard.closeFile(file);
  }
});

test("a newer schema and a damaged table open with a warning", async ({ dashboard, page }) => {
  await dashboard.visit();
  await dashboard.choose(
    fixture("special/newer-compatible.db"),
    fixture("special/corrupt-trial_params-page.db"),
  );
  await expect(dashboard.studies.getByRole("link")).toHaveCount(2);
  const warning = page.getByRole("alert").filter({ hasText: "newer-compatible.db" });
  await expect(warning).toContainText("newer");
  await expect(warning).toContainText("6.1.0");
  await dashboard.studies.getByRole("link").last().click();
  await expect(dashboard.title).toHaveText("demo");
  await dashboard.settled();
  await page.getByRole("link", { name: "Trials", exact: true }).click();
  await dashboard.settled();
  await dashboard.visit();
  const damage = page.getByRole("alert").filter({ hasText: "corrupt-trial_params-page.db" });
  await expect(damage).toContainText("damaged");
});

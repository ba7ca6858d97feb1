import { fixture } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

/** What each wrong file is, and what to do about it. */
const WRONG: Readonly<Record<string, readonly RegExp[]>> = {
  "zero-bytes.db": [/is empty \(0 bytes\)/, /copy failed|no study was written/],
  "gzipped.db": [/compressed.*gzip/, /[Uu]npack it first/],
  "picture.db": [/PNG picture/, /[Cc]hoose the SQLite database/],
  "random.db": [/neither a SQLite database nor an Optuna journal/, /[Cc]hoose the SQLite database/],
  "text.txt": [/text file/, /neither a SQLite database nor an Optuna journal/],
  "bad-magic.db": [/first bytes are damaged/, /[Cc]hoose the SQLite database/],
  "no-tables.db": [/SQLite database without any table/, /Optuna/],
  "not-optuna.db": [/SQLite database/, /not.*Optuna/],
  "lookalike-studies.db": [/SQLite database/, /not.*Optuna/],
  "mlflow-like.db": [/SQLite database/, /not.*Optuna|MLflow/],
  "newer-breaking.db": [/newer/, /[Uu]pdate/],
  "truncated-header-only.db": [/cut off|damaged/, /[Cc]opy/],
  "truncated-1page.db": [/cut off|damaged/, /[Cc]opy/],
  "truncated-60pct.db": [/cut off|damaged/, /[Cc]opy/],
};

test("each wrong file says what it is and what to do, beside the drop zone", async ({
  page,
  dashboard,
}) => {
  await dashboard.visit();
  for (const [file, sentences] of Object.entries(WRONG)) {
    await test.step(file, async () => {
      await dashboard.choose(fixture(`special/${file}`));
      const entry = dashboard.file(file);
      for (const sentence of sentences) await expect(entry).toContainText(sentence);
      await expect(dashboard.dropZone).toBeVisible();
      // Not a word of the machine inside.
      await expect(entry).not.toContainText(
        /Traceback|sqlite3\.|Error:|\/home\/|\/tmp\/|\/files\//,
      );
    });
  }
  // They all stay until they are put away.
  await expect(page.getByRole("list", { name: "Files" }).getByRole("listitem")).toHaveCount(
    Object.keys(WRONG).length,
  );
  await page.getByRole("button", { name: "Dismiss picture.db" }).click();
  await expect(dashboard.file("picture.db")).toHaveCount(0);
});

test("an empty journal log is empty, a broken JSON file is no journal", async ({ dashboard }) => {
  await dashboard.visit();
  await dashboard.choose(fixture("journal/empty.log"));
  await expect(dashboard.file("empty.log")).toContainText("is empty (0 bytes)");
  await dashboard.choose(fixture("journal/small.expected.json"));
  await expect(dashboard.file("small.expected.json")).toContainText("not an Optuna journal log");
});

test("journal logs with unreadable lines open and say which", async ({ page, dashboard }) => {
  await dashboard.visit();
  await dashboard.choose(
    fixture("journal/corrupt-middle.log"),
    fixture("journal/unknown-op99.log"),
  );
  const damaged = page.getByRole("alert").filter({ hasText: "corrupt-middle.log" });
  await expect(damaged).toContainText(/21/);
  await expect(page.getByRole("alert").filter({ hasText: "unknown-op99.log" })).toContainText(/99/);
  expect(await dashboard.studies.getByRole("link").count()).toBeGreaterThanOrEqual(3);
});

test("after a refused file a good one opens", async ({ dashboard }) => {
  await dashboard.visit();
  await dashboard.drop(fixture("special/picture.db"));
  await expect(dashboard.file("picture.db")).toContainText("PNG picture");
  await dashboard.drop(fixture("special/small.db"));
  await expect(dashboard.study("demo")).toBeVisible();
});

test("of a good and a bad file dropped together the good one opens, the bad one is named", async ({
  dashboard,
}) => {
  await dashboard.visit();
  await dashboard.drop(fixture("special/text.txt"), fixture("special/small.db"));
  await expect(dashboard.row("demo")).toContainText("20 trials");
  await expect(dashboard.file("text.txt")).toContainText("text file");
});

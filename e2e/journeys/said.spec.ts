import { execFileSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { fixture } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

const NOTE = [
  "# What we found",
  "The learning rate matters **most**, see [the paper](https://example.org/paper).",
  "<script>document.title = 'taken over'</script>",
  "<img src=x onerror=\"document.title = 'taken over'\">",
  "[click](javascript:document.title='taken')",
  "![a picture](https://example.org/picture.png)",
  "| layers | accuracy |\n| --- | --- |\n| 2 | 0.91 |",
].join("\n\n");
const ARTIFACT = {
  artifact_id: "0d1f",
  filename: "confusion-matrix.png",
  mimetype: "image/png",
  encoding: null,
};
const FORM = {
  output_type: "objective",
  widgets: [{ type: "slider", description: "How good it sounds", min: 1, max: 5, step: 1 }],
};

/** What a dashboard keeps of people, put into a copy of a fixture. */
function writeSaid(path: string): void {
  copyFileSync(fixture("special/small.db"), path);
  const study = (key: string, value: unknown) => ["study", "study_id", key, value];
  const attrs = [
    study("dashboard:note_ver", 1),
    study("dashboard:note_str:0", NOTE),
    study("dashboard:1:note_ver", 1),
    study("dashboard:1:note_str:0", "Stopped *early*."),
    study("artifacts:0d1f", JSON.stringify(ARTIFACT)),
    study("dashboard:form_widgets:v2", FORM),
    ["trial", "trial_id", "artifacts:0d1f", JSON.stringify(ARTIFACT)],
  ];
  const code = `
import json, sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
for table, id, key, value in json.loads(sys.argv[2]):
    sql = f"INSERT INTO {table}_system_attributes ({id}, key, value_json) VALUES (1, ?, ?)"
    connection.execute(sql, (key, json.dumps(value)))
connection.commit()`;
  execFileSync("python3", ["-c", code, path, JSON.stringify(attrs)]);
}

test("what people said of a study and its trials is shown, and only shown", async ({
  page,
  dashboard,
}, testInfo) => {
  const path = testInfo.outputPath("said.db");
  writeSaid(path);
  await dashboard.visit();
  await dashboard.choose(path);
  await dashboard.openStudy("demo");
  const note = page.getByRole("group", { name: "Text of the note" });
  await expect(note.getByRole("heading", { name: "What we found" })).toBeVisible();
  await expect(note.getByRole("link", { name: "the paper" })).toHaveAttribute(
    "href",
    "https://example.org/paper",
  );
  await expect(note.getByRole("cell", { name: "0.91" })).toBeVisible();
  await expect(note.locator("script, img")).toHaveCount(0);
  await expect(note.locator("[href^=javascript]")).toHaveCount(0);
  await expect(page.getByText("confusion-matrix.png")).toBeVisible();
  await expect(page.getByText("How good it sounds")).toBeVisible();
  await expect(page).not.toHaveTitle(/taken/);
  await page.getByRole("link", { name: "Trials", exact: true }).click();
  await dashboard.visit("studies/1/trials/0");
  await expect(page.getByText("early", { exact: true })).toBeVisible();
  await expect(page.getByText("confusion-matrix.png")).toBeVisible();
  await dashboard.settled();
});

test("a preferential study names the trials that people prefer, no value", async ({
  page,
  dashboard,
}) => {
  await dashboard.visit();
  await dashboard.choose(fixture("special/preferential.db"));
  const row = dashboard.row("Sunset colours");
  await expect(row).toContainText("2 preferred");
  await dashboard.openStudy("Sunset colours");
  await expect(page.getByText("Best value")).toHaveCount(0);
  await dashboard.settled();
});

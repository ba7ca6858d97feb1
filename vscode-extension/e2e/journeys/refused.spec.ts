import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fixture, ROOT } from "../../../e2e/support/files.ts";
import { expect, test } from "../support/test.ts";

const REFUSED: Readonly<Record<string, RegExp>> = {
  "picture.db": /picture/i,
  "zero-bytes.db": /empty/i,
  "truncated-60pct.db": /damaged|incomplete|cut/i,
  "mlflow-like.db": /Optuna/,
};

test("what is no sound Optuna file says what it is, until it becomes one", async ({
  server,
  workbench,
}) => {
  const names = Object.keys(REFUSED);
  const folder = server.makeFolder(
    Object.fromEntries(names.map((name) => [name, fixture(`special/${name}`)])),
  );
  await workbench.openFolder(folder);
  for (const [name, reason] of Object.entries(REFUSED)) {
    await workbench.openFromMenu(name);
    const alert = workbench.pages.getByRole("alert");
    await expect(alert).toContainText(`${name} is not shown`);
    await expect(alert).toContainText(reason);
  }
  copyFileSync(fixture("special/small.db"), join(folder, names.at(-1) ?? ""));
  await expect(workbench.studies).toBeVisible();
});

test("a file over the limit is refused, and opens once the limit is raised", async ({
  server,
  workbench,
}) => {
  const folder = server.makeFolder({ "large.db": join(ROOT, "web/public/sample.db") });
  server.configure(folder, { "optunaDashboard.maxFileSize": 0.1 });
  await workbench.openFolder(folder);
  await workbench.openFromMenu("large.db");
  const alert = workbench.pages.getByRole("alert");
  await expect(alert).toContainText("more than the 0.1 MB");
  await expect(alert).toContainText("optunaDashboard.maxFileSize");
  server.configure(folder, {});
  await expect(workbench.studies).toBeVisible();
});

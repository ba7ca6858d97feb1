import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../e2e/support/files.ts";
import { expect, test } from "./support/test.ts";

const OUT = join(ROOT, process.env.OUT ?? "build/screenshots-vscode");

const CODE = `"""Tune the image classifier."""

import optuna

from model import train


def objective(trial: optuna.Trial) -> float:
    rate = trial.suggest_float("learning_rate", 1e-5, 1e-1, log=True)
    layers = trial.suggest_int("layers", 1, 8)
    optimizer = trial.suggest_categorical("optimizer", ["adam", "sgd"])
    return train(rate, layers, optimizer)


study = optuna.create_study(
    study_name="Image classifier",
    storage="sqlite:///study.db",
    direction="maximize",
)
study.optimize(objective, n_trials=120)
`;

const THEMES = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "high-contrast": "Default High Contrast",
  "high-contrast-light": "Default High Contrast Light",
} as const;

for (const [name, theme] of Object.entries(THEMES)) {
  test(name, async ({ server, workbench, page }) => {
    const folder = server.makeFolder({ "study.db": join(ROOT, "web/public/sample.db") });
    writeFileSync(join(folder, "tune.py"), CODE);
    server.configure(folder, { "workbench.colorTheme": theme });
    const shoot = async (place: string) => {
      await expect(workbench.pages.locator("[aria-busy=true], .MuiSkeleton-root")).toHaveCount(0);
      await page.mouse.move(0, 0);
      await page.screenshot({ path: join(OUT, `${place}-${name}.png`) });
    };
    await workbench.openFolder(folder);
    await workbench.openFromMenu("study.db");
    await expect(workbench.studies).toBeVisible();
    await shoot("studies");
    await workbench.study("Image classifier").click();
    await expect(workbench.drawing("History")).toBeVisible();
    await shoot("study");
    await workbench.pages.getByRole("link", { name: "Analysis", exact: true }).click();
    await expect(workbench.drawing("Slice").first()).toBeVisible();
    await shoot("analysis");
    await workbench.pages.getByRole("link", { name: "Trials", exact: true }).click();
    await workbench.trial(3).click();
    await expect(workbench.details).toContainText("Trial 3");
    await shoot("trials");
  });
}

test("beside the code", async ({ server, workbench, page }) => {
  await page.setViewportSize({ width: 1440, height: 1100 });
  const folder = server.makeFolder({ "study.db": join(ROOT, "web/public/sample.db") });
  writeFileSync(join(folder, "tune.py"), CODE);
  await workbench.openFolder(folder);
  await workbench.file("tune.py").dblclick();
  await workbench.run("View: Split Editor Right");
  await workbench.openFromMenu("study.db");
  await workbench.study("Image classifier").click();
  await expect(workbench.drawing("History")).toBeVisible();
  await workbench.run("View: Close Primary Side Bar");
  await workbench.run("View: Toggle Minimap");
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(OUT, "study.png") });
});

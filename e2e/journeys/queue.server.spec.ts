import type { Page } from "@playwright/test";
import { findings } from "../support/axe.ts";
import { runProgram } from "../support/program.ts";
import { expect, test } from "../support/writeServer.ts";

const FAIL = `
study.add_trial(optuna.create_trial(
    state=optuna.trial.TrialState.FAIL,
    params={"x": 0.25},
    distributions={"x": optuna.distributions.FloatDistribution(-5, 5)},
))`;
/** Takes what waits, and has the page show what it got. */
const TAKE = `
trial = study.ask()
trial.set_user_attr("x", trial.suggest_float("x", -5, 5))
study.tell(trial, 0)`;
const SAVE = `
from optuna_dashboard import save_plotly_graph_object
import plotly.graph_objects as go
figure = go.Figure(go.Scatter(x=[1, 2], y=[3, 4]), layout={"title": {"text": "My curve"}})
save_plotly_graph_object(study, figure, graph_object_id="my-curve")`;

test.use({ stored: "special/small.db" });

async function openTrials(page: Page, startUrl: string): Promise<void> {
  await page.goto(startUrl);
  await page.getByRole("link", { name: "demo", exact: true }).click();
  await page.getByRole("link", { name: "Trials" }).click();
}

test("a failed trial is tried again, by the next program that runs", async ({
  page,
  startUrl,
  storedFile,
}) => {
  await runProgram(storedFile, FAIL);
  await openTrials(page, startUrl);
  await page.goto(`${page.url()}/20`);
  await expect(page.getByRole("heading", { level: 1, name: "Trial 20" })).toBeVisible();
  await page.getByRole("button", { name: "Retry" }).press("Enter");
  await expect(page.getByText("Trial 21 waits to be run in its place.")).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole("link", { name: "Trial 21" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Trial 21" })).toBeVisible();
  await expect(page.getByText("Waiting", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Retry" })).toHaveCount(0);
  await runProgram(storedFile, TAKE);
  await expect(page.getByText("Complete", { exact: true }).first()).toBeVisible();
});

test("a trial is enqueued with parameters that the reader chose", async ({
  page,
  startUrl,
  storedFile,
  guard,
}) => {
  guard.allow(/400 \(Bad Request\)/);
  await openTrials(page, startUrl);
  await page.getByRole("button", { name: "Enqueue a trial" }).click();
  const dialog = page.getByRole("dialog", { name: "Enqueue a trial" });
  const x = dialog.getByRole("textbox", { name: "x", exact: true });
  await x.fill("many");
  await expect(dialog.getByText("This is not a number.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Enqueue" })).toBeDisabled();
  await x.fill("1e6");
  await x.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("x: 1000000 is not from -5.0 to 5.0.");
  expect(await findings(page)).toEqual([]);
  await x.fill("0.125");
  await dialog.getByRole("button", { name: "Enqueue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Trial 20" })).toBeVisible();
  await expect(page.getByText("0.125").first()).toBeVisible();
  await runProgram(storedFile, TAKE);
  await expect(page.getByText("Complete", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("0.125").first()).toBeVisible();
});

test("a figure that a program saved is deleted", async ({ page, startUrl, storedFile, guard }) => {
  // A page that follows the storage may see the change before the answer, and ask once more.
  guard.allow(/status of 404/);
  await runProgram(storedFile, SAVE);
  await page.goto(startUrl);
  await page.getByRole("link", { name: "demo", exact: true }).click();
  const figure = page.getByRole("region", { name: "My curve" });
  await figure.getByRole("button", { name: "Delete My curve" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete the figure?" });
  await dialog.getByRole("button", { name: "Delete" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(figure).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("region").first()).toBeVisible();
  await expect(figure).toHaveCount(0);
});

test.describe("with a token", () => {
  test.use({ serverOptions: ["--auth-token", "a-long-token"] });

  test("who logged in can log out", async ({ page, startUrl }) => {
    await page.goto(startUrl);
    await page.getByLabel("Token").fill("a-long-token");
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page.getByRole("table", { name: "Studies" })).toBeVisible();
    await page.getByRole("link", { name: "Log out" }).click();
    await page.getByRole("button", { name: "Log out" }).click();
    await expect(page.getByLabel("Token")).toBeVisible();
    await page.goto(startUrl);
    await expect(page.getByLabel("Token")).toBeVisible();
  });
});

test.describe("read-only", () => {
  test.use({ serverOptions: ["--read-only"] });

  test("nothing of it is offered", async ({ page, startUrl, storedFile }) => {
    await runProgram(storedFile, FAIL + SAVE);
    await openTrials(page, startUrl);
    await expect(page.getByRole("button", { name: "Export" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Enqueue a trial" })).toHaveCount(0);
    await page.goto(`${page.url()}/20`);
    await expect(page.getByText("Failed", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Retry" })).toHaveCount(0);
    await page.getByRole("link", { name: "Overview" }).click();
    await expect(page.getByRole("region", { name: "My curve" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Delete My curve" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Log out" })).toHaveCount(0);
  });
});

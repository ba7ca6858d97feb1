import type { Page } from "@playwright/test";
import { findings, SCHEMES } from "../support/axe.ts";
import { expect, test } from "../support/writeServer.ts";

test.use({ stored: "special/judged.db" });

const form = (page: Page, number: number) =>
  page.getByRole("form", { name: `Judge trial ${number}` });
const radio = (page: Page, name: string) => page.getByRole("radio", { name });

interface Trial {
  readonly state: string;
  readonly values: readonly number[] | null;
  readonly user_attrs: Readonly<Record<string, unknown>>;
}

/** What is stored of a trial. */
async function stored(page: Page, study: number, number: number): Promise<Trial> {
  const response = await page.request.get(
    new URL(`/api/studies/${study}/trials/${number}`, page.url()).href,
  );
  const { state, values, user_attrs } = (await response.json()) as Trial;
  return { state, values, user_attrs };
}

test("a trial gets its values from the answers of a person", async ({ dashboard, page }) => {
  await dashboard.visit("studies/1/trials/1");
  const judged = form(page, 1);
  const send = judged.getByRole("button", { name: "Complete the trial" });
  await send.click();
  await expect(judged).toContainText("Choose one of these.");
  await expect(radio(page, "Good")).toBeFocused();
  await radio(page, "So-so").check();
  const slider = judged.getByRole("slider", { name: "How bright?" });
  await slider.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await expect(judged.getByLabel("How bright?, as a number")).toHaveValue("9.5");
  const seconds = judged.getByLabel("After how many seconds did you see the cat?");
  await seconds.fill("two");
  await send.click();
  await expect(seconds).toBeFocused();
  await expect(seconds).toHaveAccessibleDescription(/A number is needed/);
  await seconds.fill("2.25");
  await send.click();
  await expect(page.getByRole("status").getByText("The trial is complete.")).toBeVisible();
  await expect(judged).toBeHidden();
  await expect(page.getByRole("region", { name: "Form" })).toContainText("So-so (0)");
  expect(await stored(page, 1, 1)).toMatchObject({
    state: "Complete",
    values: [0, 9.5, 2.25, 101],
  });
});

test("answers are kept beside a trial, and can be changed", async ({ dashboard, page }) => {
  await dashboard.visit("studies/2/trials/1");
  const judged = form(page, 1);
  await expect(radio(page, "No")).toBeChecked();
  await expect(judged.getByLabel("What would you call it?")).toHaveValue("Vanilla");
  await radio(page, "Yes").check();
  await judged.getByLabel("Anything else? (optional)").fill("Less sugar");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").getByText("Saved.")).toBeVisible();
  expect((await stored(page, 2, 1)).user_attrs).toEqual({
    buy: 1,
    sure: 0.25,
    name: "Vanilla",
    remark: "Less sugar",
  });
});

test("trials that wait are judged one after the other by keys", async ({ dashboard, page }) => {
  await dashboard.visit("studies/1");
  await page.getByRole("link", { name: "Judge", exact: true }).click();
  await expect(page.getByText("3 trials wait.")).toBeVisible();
  await expect(form(page, 1)).toBeVisible();
  await radio(page, "Good").focus();
  for (const key of ["Space", "Tab", "Home", "Tab", "Tab", "1", "Enter"]) {
    await page.keyboard.press(key);
  }
  await expect(form(page, 2)).toBeVisible();
  await expect(page.getByText("Trial 1 is judged. 2 trials wait.")).toBeVisible();
  expect((await stored(page, 1, 1)).values).toEqual([1, 0, 1, 101]);

  // The program has not told the size of this one.
  await expect(form(page, 2)).toContainText("user attribute “size”");
  await expect(form(page, 2).getByRole("button")).toBeDisabled();
  await expect(radio(page, "Good")).toBeFocused();
  await page.getByRole("button", { name: "More for trial 2" }).click();
  await page.getByRole("menuitem", { name: "Mark as failed…" }).click();
  await page.getByRole("button", { name: "Mark as failed" }).click();
  await expect(page.getByText("1 trial waits.")).toBeVisible();
  expect((await stored(page, 1, 2)).state).toBe("Fail");
});

test("the form passes axe", async ({ dashboard, page }) => {
  await dashboard.visit("studies/1/judge");
  await form(page, 1).getByRole("button").click();
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await findings(page)).toEqual([]);
  }
});

test.describe("on a server that takes no changes", () => {
  test.use({ serverOptions: ["--read-only"] });

  test("nobody is asked", async ({ dashboard, page }) => {
    await dashboard.visit("studies/2/trials/1");
    await expect(page.getByRole("region", { name: "Form" })).toContainText("Vanilla");
    await expect(form(page, 1)).toBeHidden();
    await expect(page.getByRole("link", { name: "Judge", exact: true })).toBeHidden();
    await expect(page.getByRole("button", { name: /^More for/ })).toBeHidden();
  });
});

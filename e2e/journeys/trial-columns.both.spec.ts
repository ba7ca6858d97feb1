import { expect, test } from "../support/test.ts";

const TABLE = "studies/1/trials";

test.beforeEach(async ({ dashboard }) => {
  await dashboard.openStudies();
  await dashboard.visit(TABLE);
  await expect(dashboard.trialRow(0)).toBeVisible();
});

test("columns are chosen, moved, widened and pinned, and stay so", async ({
  page,
  dashboard,
  host,
}) => {
  const columns = () =>
    dashboard.trials
      .getByRole("columnheader")
      .evaluateAll((heads) => heads.map((head) => head.getAttribute("aria-label")));

  await page.getByRole("button", { name: /^Columns/ }).click();
  const chooser = page.getByRole("dialog", { name: "Columns" });
  await chooser.getByRole("checkbox", { name: "User attributes" }).uncheck();
  await chooser.getByRole("textbox", { name: "Search columns" }).fill("lr");
  await chooser.getByRole("button", { name: "Hide these" }).click();
  await page.keyboard.press("Escape");
  await expect.poll(columns).toEqual(expect.not.arrayContaining(["lr", "note"]));

  await dashboard.sortButton("Value").dragTo(dashboard.column("State"), {
    targetPosition: { x: 5, y: 10 },
  });
  await expect.poll(columns).toEqual(expect.arrayContaining(["Value", "State"]));
  expect((await columns()).slice(1, 4)).toEqual(["Trial", "Value", "State"]);
  await expect(dashboard.column("Value")).toHaveAttribute("aria-sort", "none");

  const width = async () => (await dashboard.column("State").boundingBox())?.width ?? 0;
  const before = await width();
  await page.getByRole("separator", { name: "Width of State" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(width).toBeGreaterThan(before);

  await page.getByRole("button", { name: "Column k", exact: true }).click();
  await page.getByRole("menuitem", { name: "Pin at the left" }).click();
  await expect.poll(async () => (await columns()).slice(1, 4)).toEqual(["Trial", "k", "Value"]);

  const left = await columns();
  // The site's file is gone after a reload; the server's is not.
  if (host === "server") {
    await page.reload();
  } else {
    await page.getByRole("link", { name: "Overview" }).click();
    await page.getByRole("link", { name: "Trials", exact: true }).first().click();
  }
  await expect.poll(columns).toEqual(left);
  expect(await width()).toBeGreaterThan(before);

  await page.getByRole("button", { name: /^Columns/ }).click();
  await chooser.getByRole("button", { name: "Reset" }).click();
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await columns()).slice(1, 4)).toEqual(["Trial", "State", "Value"]);
});

test("headers are reached and moved with the arrow keys", async ({ page, dashboard }) => {
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await dashboard.sortButton("Trial").focus();
  await page.keyboard.press("ArrowRight");
  expect(await focused()).toContain("State");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText("State is column 3 of")).toBeAttached();
  expect(await focused()).toContain("State");
  await page.keyboard.press("End");
  await expect.poll(focused).toContain("Duration");
  await expect(dashboard.column("Duration")).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press("Enter");
  await expect(dashboard.column("Duration")).toHaveAttribute("aria-sort", "ascending");
});

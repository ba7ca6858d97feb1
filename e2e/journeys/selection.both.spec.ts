import type { Locator } from "@playwright/test";
import type { Dashboard } from "../support/dashboard.ts";
import { drag } from "../support/drag.ts";
import { expectedStudies, numberOf } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

/** Study 1 of Optuna 5's fixture file. */
const TRIALS = expectedStudies("sqlite/optuna-5.0.0").get("single-minimize")?.trials ?? [];
const VALUED = TRIALS.flatMap(({ number, values }) =>
  values?.[0] ? [{ number, value: numberOf(values[0]) }] : [],
);

test.beforeEach(async ({ dashboard }) => {
  await dashboard.openStudies();
  await dashboard.openStudy("single-minimize");
  await dashboard.settled();
});

test("a filter selects the same trials in figures and in the table", async ({
  page,
  dashboard,
  host,
}) => {
  const median = [...VALUED].sort((a, b) => a.value - b.value)[Math.floor(VALUED.length / 2)];
  const limit = median?.value ?? 0;
  const low = VALUED.filter(({ value }) => value < limit).map(({ number }) => number);

  await page.getByRole("button", { name: "Filter" }).click();
  await expect(field(dashboard)).toBeFocused();
  await page.keyboard.type("va");
  await page.getByRole("option", { name: /^value/ }).click();
  await page.keyboard.type(`< ${limit}`);
  await page.keyboard.press("Enter");
  await expect(bar(dashboard)).toContainText(`${low.length} of ${TRIALS.length} trials`);
  await expect.poll(() => highlighted(dashboard.figure("History"))).toEqual(low);

  // On the next page, where the figures come one after the other.
  await page.getByRole("link", { name: "Analysis" }).click();
  await expect(field(dashboard)).toHaveValue(`value < ${limit}`);
  await expect.poll(() => highlighted(dashboard.figure("History"))).toEqual(low);

  await page.getByRole("link", { name: "Show in table" }).click();
  await expect.poll(() => dashboard.trialNumbers()).toEqual(low);
  await expect(dashboard.title).toHaveText(`Trials ${low.length} of ${TRIALS.length}`);

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  expect((await saved).suggestedFilename()).toBe("single-minimize.csv");

  // The site's file is gone after a reload; the server's is not.
  if (host === "server") {
    await page.reload();
    await expect.poll(() => dashboard.trialNumbers()).toEqual(low);
  }
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await expect.poll(() => dashboard.trialNumbers()).toHaveLength(TRIALS.length);
  expect(page.url()).not.toContain("filter=");
  await expect(page.getByRole("button", { name: "Filter" })).toBeFocused();
});

test("a filter that cannot be read says where, and selects nothing", async ({
  page,
  dashboard,
  guard,
}) => {
  // The browser itself reports that the filter was refused.
  guard.allow(/status of 400/);
  await page.getByRole("button", { name: "Filter" }).click();
  await page.keyboard.type("best or valeu < 1");
  await page.keyboard.press("Enter");
  await expect(bar(dashboard).getByRole("alert")).toContainText("no name valeu");
  await expect(bar(dashboard).locator("mark")).toHaveText("valeu");
  await expect(field(dashboard)).toHaveAttribute("aria-invalid", "true");
  expect(await highlighted(dashboard.figure("History"))).toBeNull();

  await field(dashboard).fill("best or value < -1e9");
  await page.keyboard.press("Enter");
  await expect(bar(dashboard)).toContainText(`1 of ${TRIALS.length} trials`);
  await expect(bar(dashboard).getByRole("alert")).toHaveCount(0);
});

test("what a button does is told within a narrow window", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.getByRole("button", { name: "Filter" }).click();
  await page.keyboard.type("number < 5");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "CSV" }).hover();
  const told = page.getByRole("tooltip", { name: "Save these trials as a table in a file" });
  await expect(told).toBeVisible();
  // Without the gutter of the scrollbar, where nothing is drawn.
  const width = await page.locator("body").evaluate((body) => body.clientWidth);
  await expect
    .poll(() => told.evaluate((box) => box.getBoundingClientRect().right))
    .toBeLessThan(width);
});

test("brushes make a filter, one beside the other", async ({ page, dashboard }) => {
  const history = dashboard.figure("History");
  await history.getByRole("button", { name: "Select trials in History by dragging" }).click();
  await drag(history.locator(".nsewdrag").first(), [0.02, 0.01], [0.6, 0.99]);
  await expect(field(dashboard)).toHaveValue(/^number <= \d+$/);
  const first = await field(dashboard).inputValue();
  const most = Number(first.replace(/\D/g, ""));
  const early = VALUED.map(({ number }) => number).filter((number) => number <= most);
  await expect.poll(() => highlighted(history)).toEqual(early);

  // Options of the figure keep the selection.
  await page.goto(`${page.url()}&history.log=true`);
  await dashboard.settled();
  await expect(field(dashboard)).toHaveValue(first);
  await expect.poll(() => highlighted(history)).not.toBeNull();

  await page.getByRole("link", { name: "Analysis" }).click();
  const lines = dashboard.figure("Parallel coordinates");
  await lines.scrollIntoViewIfNeeded();
  await expect(lines.locator(".axis-brush").first()).toBeVisible();
  await drag(lines.locator(".axis-brush .background").first(), [0.5, 0.02], [0.5, 0.5]);
  await expect(field(dashboard)).toHaveValue(/^number <= \d+ and .*value/);

  // A click beside the range takes it away again.
  await lines
    .locator(".axis-brush .background")
    .first()
    .click({ position: { x: 5, y: 5 } });
  await expect(field(dashboard)).toHaveValue(first);
});

/** Study 12 of the same file, with two objectives. */
const PAIRS = expectedStudies("sqlite/optuna-5.0.0").get("mo-2")?.trials ?? [];

for (const { title, entry, from, to, columns } of [
  {
    title: "Pareto front",
    entry: "pareto-front",
    from: [0.01, 0.01],
    to: [0.5, 0.99],
    columns: ["values[0]"],
  },
  {
    title: "Scatter matrix",
    entry: "scatter-matrix",
    from: [0.01, 0.4],
    to: [0.6, 0.99],
    columns: ["values[0]", "values[1]"],
  },
] as const) {
  test(`a box in the ${title.toLowerCase()} asks for what is in it`, async ({
    page,
    dashboard,
  }) => {
    await dashboard.visit(`studies/12/analysis?figure=${entry}`);
    const figure = dashboard.figure(title);
    await dashboard.settled();
    await figure.getByRole("button", { name: `Select trials in ${title} by dragging` }).click();
    await drag(figure.locator(".nsewdrag").first(), from, to);
    const ask = columns.map((column) => `${column} <= (\\S+)`.replace(/[[\]]/g, "\\$&"));
    await expect(field(dashboard)).toHaveValue(new RegExp(`^${ask.join(" and ")}$`));
    const limits = limitsIn(await field(dashboard).inputValue());
    const inside = PAIRS.flatMap(({ number, values }) =>
      values && limits.every((limit, place) => numberOf(values[place] ?? Number.NaN) <= limit)
        ? [number]
        : [],
    );
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.length).toBeLessThan(PAIRS.length);
    await expect.poll(() => highlighted(figure)).toEqual(inside);

    await page.getByRole("link", { name: "Show in table" }).click();
    await expect.poll(() => dashboard.trialNumbers()).toEqual(inside);
  });
}

function limitsIn(filter: string): number[] {
  return [...filter.matchAll(/<= (\S+)/g)].map(([, text]) => Number(text));
}

function bar({ page }: Dashboard): Locator {
  return page.getByRole("region", { name: "Selection" });
}

function field({ page }: Dashboard): Locator {
  return page.getByRole("combobox", { name: "Filter of trials" });
}

/** Numbers of the trials that stand out among the points of a figure; null if none are faded. */
function highlighted(figure: Locator): Promise<number[] | null> {
  return figure.locator(".js-plotly-plot").evaluate((element) => {
    interface Drawn {
      /** What names the trials where their numbers are not on the axis. */
      readonly customdata?: ArrayLike<number>;
      readonly x: ArrayLike<number>;
      readonly selectedpoints?: readonly number[];
    }
    const { _fullData: traces = [] } = element as unknown as { _fullData?: readonly Drawn[] };
    const faded = traces.filter(({ selectedpoints }) => selectedpoints);
    if (faded.length === 0) return null;
    return faded
      .flatMap(({ x, customdata = x, selectedpoints = [] }) =>
        selectedpoints.map((place) => customdata[place] ?? -1),
      )
      .sort((a, b) => a - b);
  });
}

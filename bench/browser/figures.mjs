import { dropFile, openStudy } from "./journey.mjs";
import { withFreshPage } from "./launch.mjs";
import { report, seconds } from "./report.mjs";

const FIGURES = {
  history: "history",
  "pareto-front": "Pareto front",
  hypervolume: "hypervolume",
  "intermediate-values": "intermediate values",
  importance: "importance",
  slice: "slice",
  contour: "contour",
  rank: "rank",
  "parallel-coordinates": "parallel coordinates",
  "scatter-matrix": "scatter-plot matrix",
  edf: "EDF",
  timeline: "timeline",
  terminator: "terminator",
  "preference-graph": "preference graph",
  "preference-history": "preference history",
  "preferred-parameters": "preferred parameters",
};
/** Those that only a study of a special kind has. */
const SPECIAL = [
  "pareto-front",
  "hypervolume",
  "intermediate-values",
  "preference-graph",
  "preference-history",
  "preferred-parameters",
];
const PLAIN = Object.keys(FIGURES).filter((name) => !SPECIAL.includes(name));
const FILTER = "params.dropout < 0.2";
/** A freeze may come a little after what was waited for. */
const AFTERWARDS_MS = 1500;

/**
 * Each figure alone on the analysis page: how long until it is drawn, and for how long the
 * page answers to nothing meanwhile, and when some of the trials are selected.
 */
export async function measureFigures(site, { trials, file, study, figures = PLAIN }) {
  await withFreshPage(async (page) => {
    await page.goto(site);
    await page.waitForFunction(() => window.bench.marks.ready !== null);
    await dropFile(page, file, study);
    await openStudy(page, study);
    for (const name of figures) {
      const title = FIGURES[name];
      await showOnly(page, name);
      const opened = await watch(page, name, () =>
        page.getByRole("link", { name: "Analysis" }).click(),
      );
      report(`${title}, drawn`, trials, [seconds(opened.drawn)]);
      report(`${title}, longest freeze`, trials, [seconds(opened.freeze)]);
      const selected = await watch(page, name, () => select(page));
      report(`${title}, selection, longest freeze`, trials, [seconds(selected.freeze)]);
      await page.getByRole("button", { name: "Clear the filter" }).click();
      await page.getByRole("link", { name: "Overview" }).click();
      await page.waitForTimeout(AFTERWARDS_MS);
    }
  });
}

/** The others are as far away as if the page ended before them. */
function showOnly(page, name) {
  return page.evaluate((shown) => {
    const style = document.getElementById("bench-style") ?? document.createElement("style");
    style.id = "bench-style";
    style.textContent = `[data-figure]:not([data-figure="${shown}"]) { display: none !important }`;
    document.head.append(style);
  }, name);
}

async function select(page) {
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.keyboard.type(FILTER);
  await page.keyboard.press("Enter");
}

/** Until the figure is drawn after `action`: milliseconds, and those of the longest freeze. */
async function watch(page, name, action) {
  const from = await page.evaluate(() => performance.now());
  await action();
  return page.evaluate(
    async ([figure, start, wait]) => {
      const { drawn, freezes, when } = window.bench;
      await when(() => drawn[figure] > start);
      const at = drawn[figure] - start;
      await new Promise((resolve) => setTimeout(resolve, wait));
      const long = freezes.filter((task) => task.start > start).map((task) => task.duration);
      return { drawn: at, freeze: Math.max(0, ...long) };
    },
    [name, from, AFTERWARDS_MS],
  );
}

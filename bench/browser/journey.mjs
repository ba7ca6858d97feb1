import { withFreshPage } from "./launch.mjs";
import { report, seconds } from "./report.mjs";

const SCROLL_MS = 4000;
const PIXELS_PER_FRAME = 400;
// Nobody drops a file in the very moment in which Python is ready.
const REACTION_MS = 1000;

/** What a person does with a file: drop it, open its study, scroll and sort its trials. */
export async function measureJourney(site, { trials, file, study }, rounds) {
  const times = { list: [], figure: [], both: [], table: [], frame: [], late: [] };
  const later = { jump: [], sort: [] };
  const memory = { figure: [], page: [], browser: [] };
  for (let round = 0; round < rounds; round++) {
    await withFreshPage(async (page, watch) => {
      await page.goto(site);
      await page.waitForFunction(() => window.bench.marks.ready !== null);
      await page.waitForTimeout(REACTION_MS);
      const list = await dropFile(page, file, study);
      const figure = await openStudy(page, study);
      memory.figure.push(watch.peak().page);
      times.list.push(seconds(list));
      times.figure.push(seconds(figure));
      times.both.push(seconds(list + figure));
      times.table.push(seconds(await openTable(page)));
      const frames = (await scrollTable(page)).sort((a, b) => a - b);
      times.frame.push(frames.at(-1));
      times.late.push((100 * frames.filter((frame) => frame > 34).length) / frames.length);
      later.jump.push(seconds(await jumpInTable(page)));
      later.sort.push(seconds(await sortTable(page)));
      memory.page.push(watch.peak().page);
      memory.browser.push(watch.peak().browser);
    });
  }
  report("drop -> list", trials, times.list);
  report("click -> figure", trials, times.figure);
  report("drop -> list, click -> figure", trials, times.both);
  report("trials tab -> rows", trials, times.table);
  report("longest frame while scrolling", trials, times.frame, "ms");
  report("frames over 34 ms while scrolling", trials, times.late, "%");
  report("jump to the middle -> rows", trials, later.jump);
  report("sort by value -> rows", trials, later.sort);
  report("peak memory, page process, first figure", trials, memory.figure, "MB");
  report("peak memory, page process", trials, memory.page, "MB");
  report("peak memory, whole browser", trials, memory.browser, "MB");
}

export async function dropFile(page, file, study) {
  const listed = page.evaluate((name) => {
    const isListed = () =>
      [...document.querySelectorAll("a, [role=row], tr")].some((e) => e.textContent.includes(name));
    return window.bench.when(isListed);
  }, study);
  await page.locator("input[type=file]").first().setInputFiles(file);
  const at = await listed;
  return at - (await page.evaluate(() => window.bench.marks.dropped));
}

export async function openStudy(page, study) {
  await page.getByRole("link", { name: study }).first().click();
  return page.evaluate(async () => {
    const { marks, figures, when } = window.bench;
    const isDrawn = () => figures.some((at) => at > marks.clicked);
    await when(isDrawn);
    return figures.find((at) => at > marks.clicked) - marks.clicked;
  });
}

async function openTable(page) {
  await page.getByRole("link", { name: "Trials", exact: true }).first().click();
  return page.evaluate(async () => {
    const hasRows = () => document.querySelectorAll("[role=grid] [role=rowheader] a").length > 5;
    return (await window.bench.when(hasRows)) - window.bench.marks.clicked;
  });
}

function scrollTable(page) {
  return page.evaluate(
    ([duration, pixels]) =>
      window.bench.scroll(document.querySelector("[role=grid]"), duration, pixels),
    [SCROLL_MS, PIXELS_PER_FRAME],
  );
}

/** Drags the scroll bar to the middle and waits for the trials there. */
function jumpInTable(page) {
  return page.evaluate(async () => {
    const grid = document.querySelector("[role=grid]");
    const start = performance.now();
    grid.scrollTop = grid.scrollHeight / 2;
    // The frame after the jump shows the new place, the trials come later.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const isFilled = () =>
      [...grid.querySelectorAll("[role=rowheader]")].every((cell) => cell.querySelector("a"));
    return (await window.bench.when(isFilled)) - start;
  });
}

async function sortTable(page) {
  const header = page.getByRole("columnheader", { name: /value/i }).first();
  const before = await page.evaluate(readRows);
  await header.getByRole("button").first().click();
  const read = await page.evaluateHandle(`(${readRows})`);
  return page.evaluate(
    async ([readNow, old]) => {
      const isSorted = () => readNow() !== "" && readNow() !== old;
      return (await window.bench.when(isSorted)) - window.bench.marks.clicked;
    },
    [read, before],
  );
}

/** The numbers of the trials in sight, empty while one of them is on its way. */
function readRows() {
  const cells = [...document.querySelectorAll("[role=grid] [role=rowheader]")];
  return cells.every((cell) => cell.querySelector("a"))
    ? cells.map((cell) => cell.textContent).join()
    : "";
}

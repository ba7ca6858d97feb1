import { withFreshPage } from "./launch.mjs";
import { report, seconds } from "./report.mjs";

const SCROLL_MS = 4000;
const PIXELS_PER_FRAME = 400;

/** What a person does with a file: drop it, open its study, scroll and sort its trials. */
export async function measureJourney(site, { trials, file, study }, rounds) {
  const times = { list: [], figure: [], both: [], table: [], frame: [], late: [], sort: [] };
  const memory = { page: [], browser: [] };
  for (let round = 0; round < rounds; round++) {
    await withFreshPage(async (page, watch) => {
      await page.goto(site);
      await page.waitForFunction(() => window.bench.marks.ready !== null);
      const list = await dropFile(page, file, study);
      const figure = await openStudy(page, study);
      times.list.push(seconds(list));
      times.figure.push(seconds(figure));
      times.both.push(seconds(list + figure));
      times.table.push(seconds(await openTable(page)));
      const frames = (await scrollTable(page)).sort((a, b) => a - b);
      times.frame.push(frames.at(-1));
      times.late.push((100 * frames.filter((frame) => frame > 34).length) / frames.length);
      times.sort.push(seconds(await sortTable(page)));
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
  report("sort by value", trials, times.sort);
  report("peak memory, page process", trials, memory.page, "MB");
  report("peak memory, whole browser", trials, memory.browser, "MB");
}

async function dropFile(page, file, study) {
  const listed = page.evaluate((name) => {
    const isListed = () =>
      [...document.querySelectorAll("a, [role=row], tr")].some((e) => e.textContent.includes(name));
    return window.bench.when(isListed);
  }, study);
  await page.locator("input[type=file]").first().setInputFiles(file);
  const at = await listed;
  return at - (await page.evaluate(() => window.bench.marks.dropped));
}

async function openStudy(page, study) {
  await page.getByRole("link", { name: study }).first().click();
  return page.evaluate(async () => {
    const { marks, figures, when } = window.bench;
    const isDrawn = () => figures.some(({ at }) => at > marks.clicked);
    await when(isDrawn);
    return figures.find(({ at }) => at > marks.clicked).at - marks.clicked;
  });
}

async function openTable(page) {
  await page.getByRole("link", { name: "Trials", exact: true }).first().click();
  return page.evaluate(async () => {
    const hasRows = () => document.querySelectorAll("[role=row], tbody tr").length > 5;
    return (await window.bench.when(hasRows)) - window.bench.marks.clicked;
  });
}

function scrollTable(page) {
  return page.evaluate(
    ([duration, pixels]) => {
      let box = document.querySelector("[role=row], tbody tr");
      const isScrollable = (e) =>
        e.scrollHeight > e.clientHeight + 500 && /auto|scroll/.test(getComputedStyle(e).overflowY);
      while (box && !isScrollable(box)) box = box.parentElement;
      return window.bench.scroll(box ?? document.scrollingElement, duration, pixels);
    },
    [SCROLL_MS, PIXELS_PER_FRAME],
  );
}

async function sortTable(page) {
  const header = page.getByRole("columnheader", { name: /value/i }).first();
  const before = await page.evaluate(readRows);
  await header.getByRole("button").or(header).first().click();
  const handle = await page.evaluateHandle(`(${readRows})`);
  return page.evaluate(
    async ([read, old]) => {
      const isSorted = () => read() !== old;
      return (await window.bench.when(isSorted)) - window.bench.marks.clicked;
    },
    [handle, before],
  );
}

/** The text of the rows that are shown, headers left out. */
function readRows() {
  const rows = [...document.querySelectorAll("[role=row], tbody tr")];
  return rows
    .filter((row) => row.querySelector("[role=cell], [role=gridcell], td"))
    .map((row) => row.textContent)
    .join("\n");
}

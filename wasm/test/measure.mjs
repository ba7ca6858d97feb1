// Prints how long a worker takes to start, in Chromium: node wasm/test/measure.mjs [ROUNDS]
import { buildPages, launch, serve } from "./browser.mjs";

const LOCAL = { local: true, saveData: false };
const REMOTE = { local: false, saveData: true };

const CASES = {
  "bare loadPyodide": (page) => bare(page, false),
  "bare loadPyodide from the snapshot": (page) => bare(page, true),
  "worker ready, from the snapshot": (page) => ours(page, LOCAL),
  "worker ready, plain": (page) => ours(page, REMOTE),
};

function bare(page, snapshot) {
  return page.evaluate(async (useSnapshot) => {
    const started = performance.now();
    const worker = new Worker("bare.js", { type: "module" });
    const base = new URL("runtime/", location.href).href;
    worker.postMessage({ base, snapshot: useSnapshot });
    await new Promise((done) => {
      worker.onmessage = done;
    });
    return performance.now() - started;
  }, snapshot);
}

function ours(page, link) {
  return page.evaluate(async (known) => {
    const started = performance.now();
    const state = await settled(makeHost({ link: known }));
    if (state.status !== "ready") throw new Error(state.error.message);
    return performance.now() - started;
  }, link);
}

/** Milliseconds; cold is a new browser profile, warm the second page in the same one. */
async function measure(origin, start) {
  const browser = await launch();
  const context = await browser.newContext();
  const times = [];
  for (let visit = 0; visit < 2; visit += 1) {
    const page = await context.newPage();
    await page.goto(`${origin}/index.html`);
    times.push(await start(page));
    await page.close();
  }
  await browser.close();
  return times;
}

const rounds = Number(process.argv[2] ?? 3);
const server = await serve(await buildPages());
const times = new Map(Object.keys(CASES).map((name) => [name, []]));
// In turns, so that whatever else the machine does meanwhile meets all of them.
for (let round = 0; round < rounds; round += 1) {
  for (const [name, start] of Object.entries(CASES)) {
    times.get(name).push(await measure(server.origin, start));
  }
}
await server.close();

const sorted = (pairs, visit) => pairs.map((pair) => pair[visit]).sort((a, b) => a - b);
const show = (numbers) => {
  const [median, least] = [numbers[Math.floor(numbers.length / 2)], numbers[0]];
  return `${median.toFixed(0).padStart(5)} / ${least.toFixed(0).padStart(5)}`;
};
process.stdout.write(`${"milliseconds, median / least".padEnd(36)}          cold          warm\n`);
for (const [name, pairs] of times) {
  process.stdout.write(`${name.padEnd(36)} ${show(sorted(pairs, 0))} ${show(sorted(pairs, 1))}\n`);
}

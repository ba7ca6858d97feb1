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
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const server = await serve(await buildPages());
for (const [name, start] of Object.entries(CASES)) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) times.push(await measure(server.origin, start));
  const [cold, warm] = [0, 1].map((visit) => median(times.map((pair) => pair[visit])));
  process.stdout.write(
    `${name.padEnd(36)} cold ${cold.toFixed(0).padStart(5)} ms, warm ${warm.toFixed(0).padStart(5)} ms\n`,
  );
}
await server.close();

import { newProfile, removeProfile, withPage } from "./launch.mjs";
import { report, seconds } from "./report.mjs";

const ROUNDS = 5;

/**
 * Times the start of the page against the reference page: cold with a new profile, warm on
 * the second visit by a browser started anew. The two take turns, because the machine's
 * speed drifts.
 */
export async function measureBoot({ site, reference }) {
  const own = newTimes();
  const bare = newTimes();
  for (let round = 0; round < ROUNDS; round++) {
    await visitTwice(site, own);
    await visitTwice(reference, bare);
  }
  for (const temperature of ["cold", "warm"]) {
    report(`first paint, ${temperature}`, 0, own[temperature].paint);
    report(`worker ready, ${temperature}`, 0, own[temperature].ready);
    report(`reference ready, ${temperature}`, 0, bare[temperature].ready);
  }
}

function newTimes() {
  return { cold: { paint: [], ready: [] }, warm: { paint: [], ready: [] } };
}

async function visitTwice(address, times) {
  const profile = newProfile();
  try {
    for (const temperature of ["cold", "warm"]) {
      const { paint, ready } = await withPage(profile, (page) => visit(page, address));
      times[temperature].paint.push(seconds(paint));
      times[temperature].ready.push(seconds(ready));
    }
  } finally {
    removeProfile(profile);
  }
}

async function visit(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => window.bench.marks.ready !== null);
  // What the page still writes into the browser's caches belongs to the first visit.
  await page.waitForTimeout(1500);
  return page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    ready: window.bench.marks.ready,
  }));
}

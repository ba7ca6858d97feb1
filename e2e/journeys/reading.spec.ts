import { launchOptions } from "../support/browser.ts";
import { fixture } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

const WITHOUT = launchOptions();
test.use({
  launchOptions: { ...WITHOUT, args: [...(WITHOUT.args ?? []), "--js-flags=--expose-gc"] },
});

// A read that nothing but its own promise held was forgotten, and the page waited for good.
test("a file is read to its end while the browser collects its garbage", async ({
  page,
  dashboard,
}) => {
  await dashboard.visit();
  await dashboard.choose(fixture("special/small.db"));
  await expect(dashboard.study("demo")).toBeVisible();
  const [worker] = page.workers();
  if (!worker) throw new Error("There is no worker.");
  await worker.evaluate(() => {
    const collect: unknown = Reflect.get(globalThis, "gc");
    if (typeof collect !== "function") throw new Error("Garbage cannot be collected.");
    setInterval(() => collect(), 0);
  });
  await dashboard.choose(fixture("special/preferential.db"));
  await expect(dashboard.study("Sunset colours")).toBeVisible();
});

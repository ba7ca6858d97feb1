import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fixture, ROOT } from "../support/files.ts";
import { test as base, expect } from "../support/test.ts";

interface Server {
  readonly url: string;
  stop(): void;
}

/** A server of its own, so that it can be taken away. */
const test = base.extend<{ server: Server }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures
  server: async ({}, use) => {
    const python = `${ROOT}.venv/bin/python`;
    const process = spawn(python, [
      `${ROOT}scripts/serve.py`,
      `${ROOT}dist/site`,
      "--port",
      "8700",
    ]);
    const stop = () => process.kill("SIGKILL");
    try {
      for await (const line of createInterface(process.stdout)) {
        const url = /http:\S+/.exec(line)?.[0] ?? "";
        await use({ url, stop });
        break;
      }
    } finally {
      stop();
    }
  },
  startUrl: ({ server }, use) => use(server.url),
});

test.use({ serviceWorkers: "allow" });

test("after one visit the page works without any server", async ({ page, dashboard, server }) => {
  await dashboard.visit();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await dashboard.choose(fixture("special/small.db"));
  await expect(dashboard.study("demo")).toBeVisible();
  // Everything that a page may need later has been put aside by then.
  await page.waitForLoadState("networkidle");
  server.stop();
  await page.reload();
  await dashboard.choose(fixture("sqlite/optuna-5.0.0.db"));
  await dashboard.openStudy("mo-3");
  await dashboard.settled();
  await expect(page.locator(".js-plotly-plot").first()).toBeVisible();
});

/** The worker in Chromium, under the site's content security policy. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { WorkerHost, WorkerHostOptions } from "../client";
import type { LoadState } from "../load-state";
import type { Link } from "../protocol";
import { buildPages, launch, serve } from "./browser.mjs";
import { ROOT } from "./node-python";

declare function makeHost(options?: Partial<WorkerHostOptions>): WorkerHost;
declare function settled(host: WorkerHost): Promise<LoadState>;

const REMOTE: Link = { local: false, saveData: false };

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launch();
  server = await serve(await buildPages());
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  for (const path of Object.keys(server.faults)) delete server.faults[path];
  context = await browser.newContext();
  page = await visit();
});

afterEach(() => context.close());

async function visit(): Promise<Page> {
  const next = await context.newPage();
  complaints = [];
  next.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  next.on("pageerror", (error) => complaints.push(error.message));
  next.on("request", (request) => {
    const own = request
      .url()
      .replace(/^blob:/, "")
      .startsWith(server.origin);
    if (!own) complaints.push(request.url());
  });
  await next.goto(`${server.origin}/index.html`);
  return next;
}

/** Starts a worker and waits until it is ready or has failed. */
function start(options: { link?: Link; bootTimeout?: number } = {}) {
  return page.evaluate(async (given) => {
    const host = makeHost(given);
    const state = await settled(host);
    return { state, timings: host.timings };
  }, options);
}

/** Opens a fixture in a new worker and lists its studies, twice if it is to be restarted. */
function openAndList(path: string, restart = false) {
  const bytes = [...readFileSync(join(ROOT, "tests/fixtures", path))];
  return page.evaluate(
    async ([content, again]) => {
      const host = makeHost();
      const name = "<script>.db";
      const opened = await host.open([{ name, file: new Blob([new Uint8Array(content)]) }]);
      if (again) await host.restart();
      const response = await host.fetch("/api/studies");
      const { study_summaries } = (await response.json()) as { study_summaries: unknown[] };
      return { opened, status: response.status, studies: study_summaries.length };
    },
    [bytes, restart] as const,
  );
}

test("starts from the snapshot, opens a file and answers", async () => {
  const { state, timings } = await start();
  expect(state).toEqual({ status: "ready" });
  expect(timings?.boot).toBe("snapshot");
  expect(timings?.fallback).toBeUndefined();
  const { opened, status, studies } = await openAndList("special/small.db");
  expect(opened).toEqual([{ name: "<script>.db", files: [0], index: 0 }]);
  expect([status, studies]).toEqual([200, 1]);
  expect(complaints).toEqual([]);
});

test("starts plainly over a slow link, and from the kept snapshot on the next visit", async () => {
  expect((await start({ link: REMOTE })).timings?.boot).toBe("plain");
  await expect
    .poll(
      () =>
        page.evaluate(async () => (await (await caches.open("optuna-dashboard")).keys()).length),
      {
        timeout: 60_000,
      },
    )
    .toBe(1);
  page = await visit();
  const { timings } = await start({ link: REMOTE });
  expect(timings?.boot).toBe("snapshot");
  expect(complaints).toEqual([]);
});

test("starts from the compressed snapshot over a fast link", async () => {
  const { timings } = await start({ link: { ...REMOTE, megabitsPerSecond: 100 } });
  expect(timings?.boot).toBe("snapshot");
});

test("a restart opens the same file again", async () => {
  const { opened, studies } = await openAndList("special/small.db", true);
  expect(opened[0]?.index).toBe(0);
  expect(studies).toBe(1);
  expect(complaints).toEqual([]);
});

test("WebAssembly served under any type will do", async () => {
  const headers = { "Content-Type": "application/octet-stream" };
  server.faults["/runtime/pyodide.asm.wasm"] = { headers };
  expect((await start()).state.status).toBe("ready");
});

test("a broken snapshot costs time, and nothing else", async () => {
  server.faults["/runtime/snapshot.bin"] = { cut: 1000 };
  const { state, timings } = await start();
  expect(state.status).toBe("ready");
  expect(timings?.boot).toBe("plain");
  expect(timings?.fallback).toContain("snapshot.bin came broken: 1000 bytes instead of");
});

describe("a start that cannot succeed says why", () => {
  test.each([
    ["pyodide.asm.wasm", { status: 404 }, "The server answered 404 to pyodide.asm.wasm."],
    [
      "pyodide.asm.wasm",
      { body: "<!doctype html>", headers: { "Content-Type": "text/html" } },
      "The server sent a web page instead of pyodide.asm.wasm.",
    ],
    ["pyodide.asm.wasm", { cut: 5000 }, "pyodide.asm.wasm came broken: 5000 bytes instead of"],
    ["python_stdlib.zip", { status: 500 }, "The server answered 500 to python_stdlib.zip."],
    ["pyodide-lock.json", { status: 403 }, "The server answered 403 to pyodide-lock.json."],
    ["core.zip", { body: "<html>" }, "The server sent a web page instead of core.zip."],
    ["manifest.json", { status: 404 }, "The server answered 404 to"],
  ])("%s %o", async (name, fault, message) => {
    server.faults[`/runtime/${name}`] = fault;
    const { state } = await start();
    expect(state).toMatchObject({ status: "failed" });
    expect(state).toMatchObject({ error: { message: expect.stringContaining(message) } });
  });

  test("the worker's own script", async () => {
    server.faults["/boot.js"] = { status: 404 };
    const { state } = await start();
    expect(state).toMatchObject({ status: "failed", error: { name: "WorkerError" } });
  });

  test("a policy without WebAssembly", async () => {
    const headers = { "Content-Security-Policy": "script-src 'self'; connect-src 'self'" };
    server.faults["/boot.js"] = { headers };
    const { state } = await start();
    expect(state).toMatchObject({ status: "failed", error: { name: "CompileError" } });
  });

  test("a server that does not answer", async () => {
    server.faults["/runtime/python_stdlib.zip"] = { hang: true };
    const { state } = await start({ bootTimeout: 4000 });
    expect(state).toMatchObject({ status: "failed", error: { name: "TimeoutError" } });
  });
});

test("runs as a blob that may not fetch, with the page fetching for it", async () => {
  const boot = await page.evaluate(async () => {
    const script = await (await fetch("boot.js")).blob();
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const asked: string[] = [];
    const host = makeHost({
      createWorker: () => new Worker(url, { type: "module" }),
      link: { local: true, saveData: false },
      fetchAsset: (address) => {
        asked.push(address);
        return fetch(address);
      },
    });
    const state = await settled(host);
    return { state, boot: host.timings?.boot, asked: asked.length };
  });
  expect(boot).toEqual({ state: { status: "ready" }, boot: "snapshot", asked: 6 });
  expect(complaints).toEqual([]);
});

describe("packages that a request turns out to need", () => {
  const path = "/api/studies/1/figures/importance?evaluator=fanova";

  /** Opens a fixture, asks for a forest, and for something else at once after it. */
  function askForForest() {
    const bytes = [...readFileSync(join(ROOT, "tests/fixtures/special/small.db"))];
    return page.evaluate(
      async ([content, forest]) => {
        const host = makeHost();
        await host.open([{ name: "small.db", file: new Blob([new Uint8Array(content)]) }]);
        const stages = new Set<string>();
        let total = 0;
        host.subscribe(() => {
          if (host.state.status !== "ready" || !host.state.progress) return;
          stages.add(host.state.progress.stage);
          total = Math.max(total, host.state.progress.total);
        });
        const order: string[] = [];
        const ask = async (address: string, name: string) => {
          const response = await host.fetch(address);
          order.push(name);
          return { status: response.status, json: await response.json() };
        };
        const [first, other] = await Promise.all([ask(forest, "forest"), ask("/api/meta", "meta")]);
        const again = await ask(forest, "again");
        return {
          ...{ first, other, again, order, total },
          stages: [...stages],
          status: host.state.status,
        };
      },
      [bytes, path] as const,
    );
  }

  test("are loaded, with progress, while others are answered", async () => {
    const { first, other, again, order, total, stages } = await askForForest();
    expect([first.status, other.status, again.status]).toEqual([200, 200, 200]);
    expect(order).toEqual(["meta", "forest", "again"]);
    expect(stages).toEqual(["packages"]);
    expect(total).toBeGreaterThan(20e6);
    expect(first.json.figure.data[0].x).toEqual(again.json.figure.data[0].x);
    expect(complaints).toEqual([]);
  });

  test("that do not come are a reason, and are asked for again", async () => {
    const wheel = "scikit_learn-1.8.0-cp314-cp314-pyemscripten_2026_0_wasm32.whl";
    server.faults[`/runtime/${wheel}`] = { status: 404 };
    const { first, again } = await askForForest();
    for (const { status, json } of [first, again]) {
      expect(status).toBe(503);
      expect(json).toEqual({
        reason: `This needs scikit-learn, which could not be loaded: The server answered 404 to ${wheel}.`,
        packages: ["scikit-learn"],
      });
    }
  });

  test("that nobody waits for any more do not end the worker", async () => {
    const bytes = [...readFileSync(join(ROOT, "tests/fixtures/special/small.db"))];
    const outcome = await page.evaluate(
      async ([content, forest]) => {
        const host = makeHost({ runawayTimeout: 2000 });
        await host.open([{ name: "small.db", file: new Blob([new Uint8Array(content)]) }]);
        const controller = new AbortController();
        const asked = host.fetch(forest, { signal: controller.signal });
        await new Promise<void>((resolve) => {
          host.subscribe(() => {
            if (host.state.status === "ready" && host.state.progress) resolve();
          });
        });
        controller.abort();
        const aborted = await asked.catch((error: unknown) => (error as Error).name);
        const statuses: string[] = [];
        host.subscribe(() => statuses.push(host.state.status));
        const { status } = await host.fetch(forest);
        return { aborted, status, statuses: [...new Set(statuses)] };
      },
      [bytes, path] as const,
    );
    expect(outcome).toEqual({ aborted: "AbortError", status: 200, statuses: ["ready"] });
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WorkerHost, type WorkerHostOptions } from "./client";
import type { FromWorker, OpenedSource } from "./protocol";
import { FakeWorker } from "./test/fakeWorker";

const MANIFEST = { pyodide: "1", files: {} };
const LINK = { local: true, saveData: false };
const READY: FromWorker = { type: "ready", timings: { boot: "snapshot", python: 1, ready: 2 } };

let workers: FakeWorker[];
let host: WorkerHost;

function start(options: Partial<WorkerHostOptions> = {}): WorkerHost {
  host = new WorkerHost({
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    base: "https://example.org/runtime/",
    link: LINK,
    ...options,
  });
  return host;
}

/** The worker that is current. */
function worker(): FakeWorker {
  const last = workers.at(-1);
  if (!last) throw new Error("no worker was started");
  return last;
}

function idOf(path: string): number {
  return (
    worker()
      .of("request")
      .find((one) => one.path === path)?.id ?? -1
  );
}

async function openOne(name: string, index: number): Promise<readonly OpenedSource[]> {
  const opening = host.open([{ name, file: new Blob([name]) }]);
  const { id } = worker().of("open").at(-1) ?? { id: -1 };
  worker().say({ type: "opened", id, sources: [{ name, files: [0], index }] });
  return opening;
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(MANIFEST)));
});

afterEach(() => {
  host.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("start", () => {
  test("begins at once, without being asked for anything", async () => {
    start();
    expect(workers).toHaveLength(1);
    await vi.waitFor(() => expect(worker().of("init")).toHaveLength(1));
    const assets = { base: "https://example.org/runtime/", manifest: MANIFEST, link: LINK };
    expect(worker().of("init")[0]?.assets).toEqual({ ...assets, transport: "network" });
  });

  test("tells its state to whoever subscribed", () => {
    start();
    const seen: string[] = [];
    const stop = host.subscribe(() => seen.push(host.state.status));
    worker().say({ type: "progress", stage: "snapshot", done: 1, total: 2 });
    worker().say(READY);
    stop();
    worker().crash("late");
    expect(seen).toEqual(["booting", "ready"]);
    expect(host.timings?.boot).toBe("snapshot");
  });

  test("a manifest that is not there is the failure", async () => {
    vi.stubGlobal("fetch", async () => new Response("", { status: 404 }));
    start();
    await vi.waitFor(() => expect(host.state.status).toBe("failed"));
    expect(host.state).toMatchObject({ error: { message: expect.stringContaining("404") } });
    expect(worker().terminated).toBe(true);
  });

  test("fails after a time without progress, and says in what", () => {
    start({ bootTimeout: 1000 });
    vi.advanceTimersByTime(900);
    worker().say({ type: "progress", stage: "snapshot", done: 1, total: 2 });
    vi.advanceTimersByTime(900);
    expect(host.state.status).toBe("booting");
    vi.advanceTimersByTime(100);
    expect(host.state).toMatchObject({ status: "failed", error: { name: "TimeoutError" } });
    expect(host.state).toMatchObject({ error: { message: expect.stringContaining("snapshot") } });
  });

  test("does not time out once ready", () => {
    start({ bootTimeout: 1000 });
    worker().say(READY);
    vi.advanceTimersByTime(5000);
    expect(host.state.status).toBe("ready");
  });

  test("a worker whose script does not load is a failure with a sentence", () => {
    start();
    worker().crash("");
    expect(host.state).toMatchObject({
      status: "failed",
      error: { message: "The worker stopped: its script could not be loaded." },
    });
  });
});

describe("requests", () => {
  test("become responses", async () => {
    start();
    const asked = host.fetch("/api/meta", { headers: { accept: "x" } });
    expect(worker().of("request")).toMatchObject([
      { method: "GET", path: "/api/meta", headers: { accept: "x" } },
    ]);
    worker().respond(idOf("/api/meta"), "hello", 418);
    const response = await asked;
    expect(response.status).toBe(418);
    expect(response.headers.get("content-type")).toBe("text/plain");
    expect(await response.text()).toBe("hello");
  });

  test("carry a body", () => {
    start();
    void host.fetch("/x", { method: "POST", body: "é" }).catch(() => undefined);
    const [request] = worker().of("request");
    expect(request?.body).toEqual(new Uint8Array([0xc3, 0xa9]));
  });

  test("304 has no body", async () => {
    start();
    const asked = host.fetch("/x");
    worker().respond(idOf("/x"), "", 304);
    expect((await asked).status).toBe(304);
  });

  test("errors come back as errors", async () => {
    start();
    const asked = host.fetch("/x");
    worker().say({ type: "error", id: idOf("/x"), name: "MemoryError", message: "no more" });
    await expect(asked).rejects.toMatchObject({ name: "MemoryError", message: "no more" });
  });

  test("that are under way, or come later, fail with a worker that is gone", async () => {
    start();
    worker().say(READY);
    const asked = host.fetch("/x");
    worker().say({ type: "fatal", name: "RuntimeError", message: "memory access out of bounds" });
    await expect(asked).rejects.toMatchObject({ message: "memory access out of bounds" });
    await expect(host.fetch("/y")).rejects.toMatchObject({ name: "RuntimeError" });
    expect(host.state.status).toBe("dead");
    expect(worker().terminated).toBe(true);
  });

  test("an unreadable message is the end", () => {
    start();
    worker().say(READY);
    worker().onmessageerror?.call(worker() as unknown as Worker, {} as MessageEvent);
    expect(host.state.status).toBe("dead");
  });
});

describe("cancel", () => {
  test("an aborted request rejects at once and is cancelled in the worker", async () => {
    start();
    const abort = new AbortController();
    const asked = host.fetch("/x", { signal: abort.signal });
    abort.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    expect(worker().of("cancel")).toEqual([{ type: "cancel", id: idOf("/x") }]);
  });

  test("an answer that comes after all does no harm", async () => {
    start();
    const abort = new AbortController();
    const asked = host.fetch("/x", { signal: abort.signal });
    abort.abort();
    await expect(asked).rejects.toThrow();
    worker().respond(idOf("/x"), "late");
    vi.advanceTimersByTime(60_000);
    expect(workers).toHaveLength(1);
  });

  test("with a signal that has already gone off nothing is sent", async () => {
    start();
    await expect(host.fetch("/x", { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(worker().of("request")).toEqual([]);
  });

  test("aborting after the answer does nothing", async () => {
    start();
    const abort = new AbortController();
    const asked = host.fetch("/x", { signal: abort.signal });
    worker().respond(idOf("/x"), "hello");
    await asked;
    abort.abort();
    expect(worker().of("cancel")).toEqual([]);
  });

  test("a runaway is ended: a new worker opens the same files and what waited is asked again", async () => {
    start({ runawayTimeout: 1000 });
    worker().say(READY);
    await openOne("a.db", 0);
    const abort = new AbortController();
    const runaway = host.fetch("/slow", { signal: abort.signal });
    const waiting = host.fetch("/next");
    abort.abort();
    await expect(runaway).rejects.toThrow();
    vi.advanceTimersByTime(1000);
    expect(workers).toHaveLength(2);
    expect(workers[0]?.terminated).toBe(true);
    expect(worker().received).toMatchObject([
      { type: "open", source: 0, files: [{ name: "a.db" }] },
      { type: "request", path: "/next" },
    ]);
    worker().respond(idOf("/next"), "answer");
    expect(await (await waiting).text()).toBe("answer");
  });

  test("a cancelled request that waits behind another is no runaway", async () => {
    start({ runawayTimeout: 1000 });
    const long = host.fetch("/long");
    const abort = new AbortController();
    const asked = host.fetch("/x", { signal: abort.signal });
    abort.abort();
    await expect(asked).rejects.toThrow();
    vi.advanceTimersByTime(5000);
    expect(workers).toHaveLength(1);
    worker().respond(idOf("/long"), "done");
    expect(await (await long).text()).toBe("done");
  });

  test("one that waits for packages does not hide a runaway behind it", async () => {
    start({ runawayTimeout: 1000 });
    worker().say(READY);
    const patient = host.fetch("/forest");
    const abort = new AbortController();
    const runaway = host.fetch("/slow", { signal: abort.signal });
    worker().say({ type: "postponed", id: idOf("/forest") });
    abort.abort();
    await expect(runaway).rejects.toThrow();
    vi.advanceTimersByTime(1000);
    expect(workers).toHaveLength(2);
    worker().respond(idOf("/forest"), "trees");
    expect(await (await patient).text()).toBe("trees");
  });
});

describe("restart", () => {
  test("opens the files again under their indices, siblings included, but not closed ones", async () => {
    start();
    worker().say(READY);
    await openOne("a.db", 0);
    await openOne("b.db", 1);
    const opening = host.open([
      { name: "c.db-wal", file: new Blob(["w"]) },
      { name: "bad.db", file: new Blob(["x"]) },
      { name: "c.db", file: new Blob(["c"]) },
    ]);
    const { id } = worker().of("open").at(-1) ?? { id: -1 };
    const error = { kind: "not-sqlite", message: "no" };
    worker().say({
      type: "opened",
      id,
      sources: [
        { name: "bad.db", files: [1], error },
        { name: "c.db", files: [2, 0], index: 2 },
      ],
    });
    expect(await opening).toMatchObject([{ error }, { index: 2 }]);
    void host.close(0).catch(() => undefined);

    worker().say({ type: "fatal", name: "RuntimeError", message: "unreachable" });
    const restarted = host.restart();
    expect(host.state.status).toBe("booting");
    const reopened = worker().of("open");
    expect(reopened).toMatchObject([
      { source: 1, files: [{ name: "b.db" }] },
      { source: 2, files: [{ name: "c.db" }, { name: "c.db-wal" }] },
    ]);
    for (const { id: again, source, files } of reopened) {
      const sources = [{ name: files[0]?.name ?? "", files: [0], index: source ?? -1 }];
      worker().say({ type: "opened", id: again, sources });
    }
    await restarted;
  });

  test("files that do not open again are told of by their index, and given up", async () => {
    start({ runawayTimeout: 1000 });
    worker().say(READY);
    for (const index of [0, 1, 2]) await openOne("a.db", index);
    const lost: unknown[] = [];
    host.onLost((one) => lost.push(one));
    const abort = new AbortController();
    const runaway = host.fetch("/slow", { signal: abort.signal });
    abort.abort();
    await expect(runaway).rejects.toThrow();
    vi.advanceTimersByTime(1000);
    const [first, second, third] = worker().of("open");
    const error = { kind: "unreadable", message: "It is gone." };
    const name = "a.db";
    worker().say({
      type: "opened",
      id: first?.id ?? -1,
      sources: [{ name, files: [0], index: 0 }],
    });
    worker().say({ type: "opened", id: second?.id ?? -1, sources: [{ name, files: [0], error }] });
    worker().say({ type: "error", id: third?.id ?? -1, name: "MemoryError", message: "no more" });
    await vi.waitFor(() => expect(lost).toHaveLength(2));
    expect(lost).toEqual([
      { source: 1, error },
      { source: 2, error: { kind: "MemoryError", message: "no more" } },
    ]);
    void host.restart();
    expect(worker().of("open")).toMatchObject([{ source: 0 }]);
  });

  test("a worker that dies again loses no file", async () => {
    start();
    worker().say(READY);
    await openOne("a.db", 0);
    const lost = vi.fn();
    host.onLost(lost);
    const restarted = host.restart();
    worker().say({ type: "fatal", name: "RuntimeError", message: "unreachable" });
    await restarted;
    expect(lost).not.toHaveBeenCalled();
    void host.restart();
    expect(worker().of("open")).toMatchObject([{ source: 0 }]);
  });

  test("asks reads and openings again, and fails writes", async () => {
    start();
    const read = host.fetch("/read");
    const write = host.fetch("/write", { method: "POST" });
    const opening = host.open([{ name: "a.db", file: new Blob() }]);
    const restarted = host.restart();
    await expect(write).rejects.toMatchObject({ name: "RestartError" });
    expect(worker().received).toMatchObject([
      { type: "request", path: "/read" },
      { type: "open", files: [{ name: "a.db" }] },
    ]);
    worker().respond(idOf("/read"), "again");
    const { id } = worker().of("open")[0] ?? { id: -1 };
    worker().say({ type: "opened", id, sources: [{ name: "a.db", files: [0], index: 0 }] });
    expect((await read).status).toBe(200);
    expect(await opening).toHaveLength(1);
    await restarted;
  });

  test("what an old worker still says is not heard", async () => {
    start();
    const old = worker();
    await host.restart();
    old.say(READY);
    old.crash("gone");
    expect(host.state.status).toBe("booting");
  });
});

describe("replace", () => {
  /** Replaces the one open source by a file of this content, with this outcome. */
  async function replace(content: string, outcome: Partial<OpenedSource>) {
    const replacing = host.replace(0, [{ name: "a.db", file: new Blob([content]) }]);
    const { id } = worker().of("open").at(-1) ?? { id: -1 };
    worker().say({ type: "opened", id, sources: [{ name: "a.db", files: [0], ...outcome }] });
    return replacing;
  }

  async function reopenedContent(): Promise<string | undefined> {
    void host.restart();
    const [reopened] = worker().of("open");
    expect(reopened?.source).toBe(0);
    return reopened?.files[0]?.file.text();
  }

  test("names the source, and a restart opens what is in its place now", async () => {
    start();
    worker().say(READY);
    await openOne("a.db", 0);
    expect(await replace("newer", { index: 0 })).toMatchObject({ index: 0 });
    expect(worker().of("open").at(-1)?.source).toBe(0);
    expect(await reopenedContent()).toBe("newer");
  });

  test("what could not be read does not count as open", async () => {
    start();
    worker().say(READY);
    await openOne("a.db", 0);
    const error = { kind: "damaged", message: "no" };
    expect(await replace("half", { error })).toMatchObject({ error });
    expect(await reopenedContent()).toBe("a.db");
  });
});

test("files that the worker may not fetch are fetched by the page", async () => {
  const fetchAsset = vi.fn(async (url: string) => {
    if (url.endsWith("broken")) throw new TypeError("no");
    const text = url.endsWith("manifest.json") ? JSON.stringify(MANIFEST) : "bytes";
    return new Response(text, { headers: { "content-type": "application/wasm" } });
  });
  start({ fetchAsset });
  await vi.waitFor(() => expect(worker().of("init")[0]?.assets.transport).toBe("page"));
  worker().say({ type: "fetch", id: 1, url: "https://example.org/runtime/x.wasm" });
  worker().say({ type: "fetch", id: 2, url: "https://example.org/runtime/broken" });
  await vi.waitFor(() => expect(worker().of("fetched")).toHaveLength(2));
  const answers = new Map(
    worker()
      .of("fetched")
      .map((one) => [one.id, one.answer]),
  );
  expect(answers.get(1)).toMatchObject({ status: 200, contentType: "application/wasm" });
  expect(answers.get(2)).toEqual({ name: "TypeError", message: "no" });
});

import { beforeEach, expect, test, vi } from "vitest";
import { WorkerHost } from "../../../wasm/client";
import { BOOTING, type LoadState } from "../../../wasm/load-state";
import type { LostSource, OpenedSource, OpenFile } from "../../../wasm/protocol";
import { FakeWorker } from "../../../wasm/test/fakeWorker";
import { EditorHost } from "./editorHost";
import type { Carrier } from "./siteHost";

const READY: LoadState = { status: "ready" };
const DEAD: LoadState = { status: "dead", error: { name: "RuntimeError", message: "unreachable" } };

class FakeCarrier implements Carrier {
  state: LoadState = READY;
  readonly read: string[] = [];
  answer: () => OpenedSource | Error = () => ({ name: "a.db", files: [0], index: 0 });
  lose: (lost: LostSource) => void = () => undefined;
  private listener: () => void = () => undefined;

  subscribe(listener: () => void) {
    this.listener = listener;
    return () => undefined;
  }

  async open(files: readonly OpenFile[]) {
    return [await this.take("open", files)];
  }

  async replace(source: number, files: readonly OpenFile[]) {
    return this.take(`replace ${source}`, files);
  }

  close = () => Promise.resolve();
  fetch = () => Promise.resolve(new Response());
  restart = async () => this.become(READY);

  onLost(listener: (lost: LostSource) => void) {
    this.lose = listener;
    return () => undefined;
  }

  become(state: LoadState) {
    this.state = state;
    this.listener();
  }

  private async take(how: string, files: readonly OpenFile[]): Promise<OpenedSource> {
    const texts = await Promise.all(files.map(async ({ file }) => file.text()));
    this.read.push(`${how}: ${texts.join(" + ")}`);
    const answer = this.answer();
    if (answer instanceof Error) throw answer;
    return answer;
  }
}

const appearance = { look: vi.fn(), subscribe: vi.fn() };

let carrier: FakeCarrier;
let ask: ReturnType<typeof vi.fn<() => void>>;
let host: EditorHost;

beforeEach(() => {
  carrier = new FakeCarrier();
  ask = vi.fn();
  host = makeHost(carrier);
});

function makeHost(by: Carrier): EditorHost {
  const look = { appearance, keepPlace: vi.fn(), pages: "https://files/pages/" };
  return new EditorHost(by, { name: "a.db", ask, ...look });
}

const part = (text: string, name = "a.db") => ({ name, bytes: new TextEncoder().encode(text) });

function give(...texts: string[]): void {
  host.receive({ type: "file", files: texts.map((text) => part(text)) });
}

const file = () => host.state().files[0];
/** When all promises that can be kept without the test have been. */
const settled = () => new Promise((resolve) => setTimeout(resolve));
const becomes = (status: string) => vi.waitFor(() => expect(file()?.fate.status).toBe(status));

test("asks for the file at once, and reads what comes", async () => {
  expect(ask).toHaveBeenCalledTimes(1);
  expect(file()).toMatchObject({ name: "a.db", fate: { status: "waiting" } });
  host.receive({ type: "file", files: [part("pages"), part("frames", "a.db-wal")] });
  await becomes("open");
  expect(file()).toMatchObject({ size: 11, fate: { source: 0 } });
  expect(carrier.read).toEqual(["open: pages + frames"]);
});

test("a change is read into the same source, under another mark", async () => {
  give("one");
  await becomes("open");
  const before = file()?.id;
  host.receive({ type: "changed" });
  expect(ask).toHaveBeenCalledTimes(2);
  give("two");
  await vi.waitFor(() => expect(file()?.id).not.toBe(before));
  expect(file()?.fate).toEqual({ status: "open", source: 0 });
  expect(carrier.read).toEqual(["open: one", "replace 0: two"]);
});

test("the very same files are not read again, but a core that lost them reads them", async () => {
  const files = [part("one")];
  host.receive({ type: "file", files });
  await becomes("open");
  const before = file();
  host.receive({ type: "changed" });
  host.receive({ type: "file", files });
  await settled();
  expect(file()).toEqual(before);
  expect(carrier.read).toEqual(["open: one"]);
  carrier.lose({ source: 0, error: { kind: "lost", message: "It is gone." } });
  host.receive({ type: "file", files });
  await vi.waitFor(() => expect(carrier.read).toEqual(["open: one", "open: one"]));
});

test("however many changes come while one is read, one more is asked for", async () => {
  for (let at = 0; at < 5; at++) host.receive({ type: "changed" });
  expect(ask).toHaveBeenCalledTimes(1);
  give("one");
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  give("two");
  await vi.waitFor(() => expect(carrier.read).toHaveLength(2));
  expect(ask).toHaveBeenCalledTimes(2);
});

test("a state that cannot be read leaves the one before, and says so", async () => {
  give("one");
  await becomes("open");
  const before = file()?.id;
  carrier.answer = () => ({
    name: "a.db",
    files: [0],
    error: { kind: "damaged", message: "a.db is damaged." },
  });
  host.receive({ type: "changed" });
  give("half");
  const outdated = { status: "open", source: 0, outdated: "a.db is damaged." };
  await vi.waitFor(() => expect(file()?.fate).toEqual(outdated));
  expect(file()?.id).toBe(before);
  carrier.answer = () => ({ name: "a.db", files: [0], index: 0 });
  host.receive({ type: "changed" });
  give("two");
  await vi.waitFor(() => expect(file()?.fate).toEqual({ status: "open", source: 0 }));
  expect(carrier.read.at(-1)).toBe("replace 0: two");
});

test("what the editor refuses is refused; trying again asks again", async () => {
  host.receive({ type: "refused", kind: "too-large", reason: "a.db has 3 MB." });
  expect(file()?.fate).toEqual({ status: "refused", kind: "too-large", message: "a.db has 3 MB." });
  await host.restart();
  expect(ask).toHaveBeenCalledTimes(2);
  give("one");
  await becomes("open");
});

test("what came while the core was down gives way to what the next one asks for", async () => {
  carrier.become(DEAD);
  give("one");
  expect(carrier.read).toEqual([]);
  expect(host.state().core).toEqual({ status: "dead", cause: "unreachable" });
  await host.restart();
  expect(ask).toHaveBeenCalledTimes(2);
  give("two");
  await becomes("open");
  expect(carrier.read).toEqual(["open: two"]);
});

test("what the core was reading when it was replaced is read again", async () => {
  give("one");
  await becomes("open");
  carrier.answer = () => Object.assign(new Error("again"), { name: "RestartError" });
  host.receive({ type: "changed" });
  give("two");
  await vi.waitFor(() => expect(carrier.read).toHaveLength(2));
  carrier.answer = () => ({ name: "a.db", files: [0], index: 0 });
  carrier.become(BOOTING);
  await vi.waitFor(() => expect(carrier.read).toHaveLength(3));
  expect(carrier.read.at(-1)).toBe("replace 0: two");
  expect(file()?.fate.status).toBe("open");
});

test("a file that a restart could not open is opened anew when it comes", async () => {
  give("one");
  await becomes("open");
  carrier.lose({ source: 0, error: { kind: "MemoryError", message: "There is no memory." } });
  expect(file()?.fate).toMatchObject({ status: "refused", message: "There is no memory." });
  await host.restart();
  give("one");
  await becomes("open");
  expect(carrier.read.at(-1)).toBe("open: one");
});

test("any other failure is the reason why the file is not shown", async () => {
  carrier.answer = () => new RangeError("Array buffer allocation failed");
  give("one");
  await becomes("refused");
  expect(file()?.fate).toMatchObject({ message: "Array buffer allocation failed" });
});

test("a worker that died while it read is given only what was asked for after it", async () => {
  const workers: FakeWorker[] = [];
  const real = new WorkerHost({
    createWorker: () => workers[workers.push(new FakeWorker()) - 1] as FakeWorker,
    base: "https://files/pages/runtime/",
    fetchAsset: async () => new Response(JSON.stringify({ pyodide: "1", files: {} })),
    link: { local: true, saveData: false },
  });
  host = makeHost(real);
  const opens = () => workers.at(-1)?.of("open") ?? [];
  const texts = () =>
    Promise.all(opens().flatMap(({ files }) => files.map((one) => one.file.text())));
  const answer = (at: number) =>
    workers.at(-1)?.say({
      type: "opened",
      id: opens()[at]?.id ?? -1,
      sources: [{ name: "a.db", files: [0], index: 0 }],
    });
  workers[0]?.say({ type: "ready", timings: { boot: "snapshot", python: 1, ready: 2 } });
  give("one");
  await vi.waitFor(() => expect(opens()).toHaveLength(1));
  answer(0);
  await becomes("open");
  const before = file()?.id;

  host.receive({ type: "changed" });
  give("two");
  workers[0]?.crash("unreachable");
  await settled();
  void host.restart();
  give("three");
  // What was open, under the same index, and then its newest state.
  expect(await texts()).toEqual(["one", "three"]);
  answer(0);
  answer(1);
  await vi.waitFor(() => expect(file()?.id).not.toBe(before));

  // As a request that cannot be cancelled does: nothing older may come back.
  void real.restart();
  await settled();
  workers.at(-1)?.say({ type: "progress", stage: "runtime", done: 1, total: 2 });
  expect(await texts()).toEqual(["three"]);
  real.dispose();
});

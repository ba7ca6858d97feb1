import { beforeEach, expect, test, vi } from "vitest";
import { BOOTING, type LoadState } from "../../../wasm/load-state";
import type { LostSource, OpenedSource, OpenFile } from "../../../wasm/protocol";
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
  const look = { appearance, keepPlace: vi.fn(), pages: "https://files/pages/" };
  host = new EditorHost(carrier, { name: "a.db", ask, ...look });
});

const part = (text: string, name = "a.db") => ({ name, bytes: new TextEncoder().encode(text) });

function give(...texts: string[]): void {
  host.receive({ type: "file", files: texts.map((text) => part(text)) });
}

const file = () => host.state().files[0];
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

test("what came while the core was down is read by the next one", async () => {
  carrier.become(DEAD);
  give("one");
  expect(carrier.read).toEqual([]);
  expect(host.state().core).toEqual({ status: "dead", cause: "unreachable" });
  await host.restart();
  await becomes("open");
  expect(carrier.read).toEqual(["open: one"]);
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

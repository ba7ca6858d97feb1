import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { activate } from "../src/extension";
import { StudyEditorProvider } from "../src/provider";
import { FakePanel, newWorld, Uri, type World } from "./fakeVscode";

const DB = "/data/study [1].db";

let world: World;
let provider: StudyEditorProvider;

beforeEach(() => {
  vi.useFakeTimers();
  world = newWorld();
  world.disk.write(DB, "one");
  provider = new StudyEditorProvider(Uri.file("/extension") as never);
});

afterEach(() => {
  vi.useRealTimers();
});

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Opens the file in an editor. */
function open(document = provider.openCustomDocument(Uri.file(DB) as never)) {
  const panel = new FakePanel();
  provider.resolveCustomEditor(document, panel as never);
  return { document, panel };
}

/** What the page gets when it asks. */
async function ask(panel: FakePanel, state?: number): Promise<unknown> {
  const before = panel.posted.length;
  panel.say({ type: "ask", state });
  await vi.waitFor(() => expect(panel.posted.length).toBe(before + 1));
  return panel.posted.at(-1);
}

const file = (text: string, state = 1) => ({
  type: "file",
  state,
  files: [{ name: "study [1].db", bytes: bytesOf(text) }],
});

test("the page gets the file when it asks", async () => {
  const { panel } = open();
  expect(panel.posted).toEqual([]);
  expect(await ask(panel)).toEqual(file("one"));
});

test("a page that holds the last state is sent what has changed since", async () => {
  const { panel } = open();
  await ask(panel);
  world.disk.write(DB, "other");
  expect(await ask(panel, 1)).toEqual({
    type: "changes",
    since: 1,
    state: 2,
    files: [{ name: "study [1].db", size: 5, blocks: [{ at: 0, bytes: bytesOf("other") }] }],
  });
  expect(await ask(panel, 2)).toMatchObject({ files: [{ size: 5, blocks: [] }] });
  // A page made anew, as after hiding, holds nothing.
  expect(await ask(panel)).toEqual(file("other", 4));
});

test("the page is told of changes, once for each burst, and asks for the new state", async () => {
  const { panel } = open();
  await ask(panel);
  for (const text of ["two", "three", "four"]) world.touch(DB, text);
  world.touch(`${DB}-journal`, "x");
  world.disk.remove(`${DB}-journal`);
  await vi.advanceTimersByTimeAsync(1000);
  expect(panel.posted.slice(1)).toEqual([{ type: "changed" }]);
  expect(await ask(panel)).toEqual(file("four", 2));
});

test("changes that go on without a pause are told of all the same", async () => {
  const { panel } = open();
  for (let at = 0; at < 20; at++) {
    world.touch(DB, `state ${at}`);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(panel.posted.length).toBeGreaterThanOrEqual(5);
});

test("neither other files nor a touch without a change count", async () => {
  const { panel } = open();
  world.touch("/data/other.db", "x");
  world.touch(`${DB}-shm`, "x");
  await vi.advanceTimersByTimeAsync(1000);
  expect(panel.posted).toEqual([]);
  world.touch(DB, "two");
  await vi.advanceTimersByTimeAsync(1000);
  world.touched.fire(Uri.file(DB));
  await vi.advanceTimersByTimeAsync(1000);
  expect(panel.posted).toEqual([{ type: "changed" }]);
});

test("a change in the same tick of the file's clock, and of the same size, is one", async () => {
  const start = Date.now();
  world.disk.clock = () => start;
  const { panel } = open();
  for (const text of ["two", "six"]) {
    world.touch(DB, text);
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(panel.posted).toEqual([{ type: "changed" }, { type: "changed" }]);
});

test("what changed before the page asked is not given as it was", async () => {
  const { panel } = open();
  world.touch(DB, "two");
  await vi.advanceTimersByTimeAsync(1000);
  expect(await ask(panel)).toEqual(file("two"));
});

test("an editor out of sight is told once it is seen again", async () => {
  const { panel } = open();
  panel.show(false);
  for (const text of ["two", "three"]) {
    world.touch(DB, text);
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(panel.posted).toEqual([]);
  panel.show(true);
  panel.show(false);
  panel.show(true);
  expect(panel.posted).toEqual([{ type: "changed" }]);
});

test("every editor of a file is told; one that was closed is not", async () => {
  const { document, panel } = open();
  const other = open(document).panel;
  panel.dispose();
  world.touch(DB, "two");
  await vi.advanceTimersByTimeAsync(1000);
  expect(panel.posted).toEqual([]);
  expect(other.posted).toEqual([{ type: "changed" }]);
});

test("a closed file is followed no longer", async () => {
  const { document } = open();
  world.touch(DB, "two");
  document.dispose();
  expect(vi.getTimerCount()).toBe(0);
  expect([world.touched.size, world.configured.size]).toEqual([0, 0]);
});

test("a file over the limit is refused until the limit is raised", async () => {
  world.configure("optunaDashboard.maxFileSize", 1);
  world.disk.write(DB, new Uint8Array(1_000_001));
  const { panel } = open();
  expect(await ask(panel)).toMatchObject({ type: "refused", kind: "too-large" });
  world.configure("optunaDashboard.maxFileSize", 2);
  expect(panel.posted.at(-1)).toEqual({ type: "changed" });
  expect(await ask(panel)).toMatchObject({ type: "file" });
});

test("what cannot be read is refused with its cause", async () => {
  const { panel } = open();
  await ask(panel);
  world.disk.beforeRead = () => {
    throw new Error("EACCES: permission denied");
  };
  expect(await ask(panel)).toEqual({
    type: "refused",
    kind: "unreadable",
    reason: "study [1].db could not be read: EACCES: permission denied",
  });
  world.disk.remove(DB);
  expect(await ask(panel)).toMatchObject({ type: "refused", kind: "not-found" });
});

test("the page may run and reach nothing but what is packed with it", () => {
  const { panel } = open();
  const { html, options } = panel.webview;
  expect(options.localResourceRoots).toEqual([Uri.file("/extension/dist/pages")]);
  const [, nonce = ""] = /script-src [^;]*'nonce-(\w+)'/.exec(html) ?? [];
  expect(nonce).toHaveLength(32);
  expect(html).toContain(`nonce="${nonce}" src="https://files.example.org/extension/dist/pages`);
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/'unsafe-eval'|script-src[^;]*'unsafe-inline'/);
  expect(open().panel.webview.html).not.toContain(nonce);
});

test("a file may have any name", () => {
  world.disk.write('/data/"><b>&.db', "one");
  const document = provider.openCustomDocument(Uri.file('/data/"><b>&.db') as never);
  const { html } = open(document).panel.webview;
  expect(html).toContain('data-file="&quot;&gt;&lt;b&gt;&amp;.db"');
  expect(html).not.toContain("<b>");
});

test("what the page saves is written where the user says, beside the file at first", async () => {
  const { panel } = open();
  const bytes = new TextEncoder().encode("picture");
  world.saveTo = Uri.file("/elsewhere/a.png");
  panel.say({ type: "save", name: "../../a.png", bytes });
  await vi.waitFor(() => expect(world.disk.text("/elsewhere/a.png")).toBe("picture"));
  expect(world.proposed?.path).toBe("/data/a.png");
});

test("saving may be called off, and says when it fails", async () => {
  const { panel } = open();
  panel.say({ type: "save", name: "a.png", bytes: new Uint8Array(1) });
  await vi.waitFor(() => expect(world.proposed).toBeDefined());
  expect(world.errors).toEqual([]);
  world.saveTo = Uri.file("/elsewhere/a.png");
  vi.spyOn(world.disk, "write").mockImplementation(() => {
    throw new Error("disk full");
  });
  panel.say({ type: "save", name: "a.png", bytes: new Uint8Array(1) });
  await vi.waitFor(() => expect(world.errors).toEqual(["a.png could not be saved: disk full"]));
});

test("the commands open what is clicked, selected or chosen", async () => {
  activate({ extensionUri: Uri.file("/extension"), subscriptions: [] } as never);
  const [one, two] = [Uri.file("/data/one.db"), Uri.file("/data/two.db")];
  const run = async (name: string, ...args: unknown[]) => {
    world.executed.length = 0;
    await world.commands.get(name)?.(...(args as never[]));
    return world.executed.map(([command, uri, viewType]) => {
      expect([command, viewType]).toEqual(["vscode.openWith", "optunaDashboard.study"]);
      return uri;
    });
  };
  expect(await run("optunaDashboard.open", one)).toEqual([one]);
  expect(await run("optunaDashboard.open", one, [one, two])).toEqual([one, two]);
  const others = [Uri.file("/data/notes.txt"), Uri.file("/data/folder"), Uri.file("/data/db")];
  expect(await run("optunaDashboard.open", one, [one, ...others, two])).toEqual([one, two]);
  expect(await run("optunaDashboard.openFile")).toEqual([]);
  world.chosen = [two];
  expect(await run("optunaDashboard.openFile")).toEqual([two]);
});

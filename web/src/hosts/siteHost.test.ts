import { describe, expect, test, vi } from "vitest";
import { BOOTING, type LoadState } from "../../../wasm/load-state";
import type { LostSource, OpenedSource, OpenFile } from "../../../wasm/protocol";
import type { Chosen } from "../files/chosen";
import { type Carrier, SiteHost } from "./siteHost";

class FakeCarrier implements Carrier {
  state: LoadState = BOOTING;
  readonly opened: string[][] = [];
  readonly closed: number[] = [];
  lose: (lost: LostSource) => void = () => undefined;
  answer: (files: readonly OpenFile[]) => readonly OpenedSource[] = (files) =>
    files.map(({ name }, at) => ({ name, files: [at], index: at }));
  private listener: () => void = () => undefined;
  private boot: () => void = () => undefined;
  private readonly booted = new Promise<void>((resolve) => {
    this.boot = resolve;
  });

  subscribe(listener: () => void) {
    this.listener = listener;
    return () => undefined;
  }

  async open(files: readonly OpenFile[]) {
    this.opened.push(files.map(({ name }) => name));
    await this.booted;
    return this.answer(files);
  }

  readonly replaced: number[] = [];
  replacement: OpenedSource | undefined;
  private gate: Promise<unknown> = Promise.resolve();

  /** Keeps replacements waiting until the answer is called. */
  holdReplacements(): () => void {
    let release: () => void = () => undefined;
    this.gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    return () => release();
  }

  async replace(source: number, files: readonly OpenFile[]) {
    this.replaced.push(source);
    await this.gate;
    return this.replacement ?? { name: "a.db", files: [...files.keys()], index: source };
  }

  async close(source: number) {
    this.closed.push(source);
  }

  fetch = () => Promise.resolve(new Response());

  async restart() {
    this.become({ status: "ready" });
  }

  onLost(listener: (lost: LostSource) => void) {
    this.lose = listener;
    return () => undefined;
  }

  become(state: LoadState) {
    this.state = state;
    if (state.status === "ready") this.boot();
    this.listener();
  }
}

const file = (name: string, text = "x", lastModified = 0) => ({
  file: new File([text], name, { lastModified }),
});

/** A file with a handle, which says where it is and what is in it by now. */
function at(path: string, text = "x", now = text): Chosen {
  const handle = {
    path,
    isSameEntry: async (other: { path?: string }) => other.path === path,
    getFile: async () => file(path.split("/").at(-1) ?? "", now).file,
  };
  const chosen = file(path.split("/").at(-1) ?? "", text);
  return { ...chosen, handle: handle as unknown as FileSystemFileHandle };
}

test("files dropped while Python boots wait, are read, and open", async () => {
  const carrier = new FakeCarrier();
  const host = new SiteHost(carrier);
  const opening = host.open([file("a.db")]);
  await vi.waitFor(() =>
    expect(host.state().files).toMatchObject([{ name: "a.db", fate: { status: "waiting" } }]),
  );
  carrier.become({ status: "ready" });
  expect(host.state().files).toMatchObject([{ fate: { status: "reading" } }]);
  await opening;
  expect(host.state().files).toMatchObject([{ name: "a.db", fate: { status: "open", source: 0 } }]);
});

test("a refused file stays with its reason until it is dismissed", async () => {
  const carrier = new FakeCarrier();
  carrier.become({ status: "ready" });
  carrier.answer = () => [
    { name: "p.db", files: [0], error: { kind: "not-sqlite", message: "A picture." } },
  ];
  const host = new SiteHost(carrier);
  await host.open([file("p.db")]);
  const [entry] = host.state().files;
  expect(entry?.fate).toEqual({ status: "refused", kind: "not-sqlite", message: "A picture." });
  await host.close(entry?.id ?? "");
  expect(host.state().files).toEqual([]);
  expect(carrier.closed).toEqual([]);
});

test("a database and its -wal become one entry", async () => {
  const carrier = new FakeCarrier();
  carrier.become({ status: "ready" });
  carrier.answer = () => [{ name: "a.db", files: [0, 1], index: 0 }];
  const host = new SiteHost(carrier);
  await host.open([file("a.db", "1234"), file("a.db-wal", "56")]);
  expect(host.state().files).toMatchObject([{ name: "a.db", size: 6, fate: { status: "open" } }]);
});

test("a late -wal and its database take the place of the database", async () => {
  const carrier = new FakeCarrier();
  carrier.become({ status: "ready" });
  const host = new SiteHost(carrier);
  await host.open([file("a.db", "1234")]);
  await host.open([file("a.db-wal", "56")]);
  expect(carrier.closed).toEqual([]);
  expect(carrier.replaced).toEqual([0]);
  expect(host.state().files).toMatchObject([{ name: "a.db", size: 6, fate: { source: 0 } }]);
});

test("a -wal that comes while its database is being read replaces that reading", async () => {
  const carrier = new FakeCarrier();
  const host = new SiteHost(carrier);
  const first = host.open([file("a.db")]);
  await vi.waitFor(() => expect(host.state().files).toHaveLength(1));
  let turn = 0;
  carrier.answer = () => {
    turn += 1;
    return turn === 1
      ? [{ name: "a.db", files: [0], index: 0 }]
      : [{ name: "a.db", files: [1, 0], index: 1 }];
  };
  const second = host.open([file("a.db-wal")]);
  await vi.waitFor(() => expect(carrier.opened).toHaveLength(2));
  carrier.become({ status: "ready" });
  await Promise.all([first, second]);
  expect(carrier.closed).toEqual([0]);
  expect(host.state().files).toMatchObject([{ name: "a.db", fate: { source: 1 } }]);
});

test("files that the worker could not take wait for its restart", async () => {
  const carrier = new FakeCarrier();
  carrier.become({ status: "ready" });
  const { answer } = carrier;
  carrier.answer = () => {
    carrier.become({ status: "dead", error: { name: "Error", message: "Out of memory." } });
    throw new Error("Out of memory.");
  };
  const host = new SiteHost(carrier);
  await host.open([file("a.db")]);
  expect(host.state().files[0]?.fate).toEqual({ status: "waiting" });
  carrier.answer = answer;
  await host.restart();
  expect(host.state().files).toMatchObject([{ name: "a.db", fate: { status: "open" } }]);
});

test("a file that a restart loses says so, though another has its name", async () => {
  const carrier = new FakeCarrier();
  carrier.become({ status: "ready" });
  const host = new SiteHost(carrier);
  await host.open([file("a.db"), file("a.db", "other")]);
  carrier.lose({ source: 1, error: { kind: "not-found", message: "It is gone." } });
  expect(host.state().files).toMatchObject([
    { fate: { status: "open", source: 0 } },
    { fate: { status: "refused", message: "It is gone." } },
  ]);
});

test("a file that ends Python whenever it is read can be put away", async () => {
  const carrier = new FakeCarrier();
  carrier.become({ status: "ready" });
  carrier.answer = () => {
    carrier.become({ status: "dead", error: { name: "Error", message: "Out of memory." } });
    throw new Error("Out of memory.");
  };
  const host = new SiteHost(carrier);
  await host.open([file("a.db")]);
  await host.close(host.state().files[0]?.id ?? "");
  await host.restart();
  expect(host.state()).toEqual({ core: { status: "ready" }, files: [] });
  expect(carrier.opened).toHaveLength(1);
});

describe("a file that is chosen again", () => {
  const ready = () => {
    const carrier = new FakeCarrier();
    carrier.become({ status: "ready" });
    let index = 0;
    carrier.answer = (files) => [{ name: "a.db", files: [...files.keys()], index: index++ }];
    return { carrier, host: new SiteHost(carrier) };
  };
  const fates = (host: SiteHost) => host.state().files.map(({ fate }) => fate.status);

  test("and is as it was is not read again; a word says so until the next step", async () => {
    const { carrier, host } = ready();
    await host.open([file("a.db"), file("a.db-wal")]);
    await host.open([file("a.db")]);
    await host.open([file("a.db"), file("a.db-wal")]);
    expect(carrier.opened).toHaveLength(1);
    expect(host.state().files).toMatchObject([
      { name: "a.db", fate: { status: "open" } },
      { name: "a.db", fate: { status: "repeated" } },
    ]);
    await host.close(host.state().files[0]?.id ?? "");
    expect(host.state().files).toEqual([]);
  });

  test("while it is being read is read once", async () => {
    const carrier = new FakeCarrier();
    const host = new SiteHost(carrier);
    const opening = [host.open([file("sample.db")])];
    await vi.waitFor(() => expect(fates(host)).toEqual(["waiting"]));
    opening.push(host.open([file("sample.db")]));
    carrier.become({ status: "ready" });
    await Promise.all(opening);
    expect(carrier.opened).toEqual([["sample.db"]]);
  });

  test("and has grown takes the place of what it was", async () => {
    const { carrier, host } = ready();
    await host.open([at("/x/a.db")]);
    await host.open([at("/x/a.db", "more")]);
    expect(carrier.replaced).toEqual([0]);
    expect(host.state().files).toMatchObject([{ size: 4, fate: { source: 0 } }]);
  });

  test("and is damaged now leaves what it was on screen, and says so", async () => {
    const { carrier, host } = ready();
    await host.open([at("/x/a.db", "x", "more")]);
    const [before] = host.state().files;
    const error = { kind: "damaged", message: "a.db is damaged." };
    carrier.replacement = { name: "a.db", files: [0], error };
    await host.open(await host.changed());
    expect(host.state().files).toMatchObject([
      { id: before?.id, fate: { status: "open", source: 0, outdated: "a.db is damaged." } },
    ]);
    expect(carrier.closed).toEqual([]);
    // Nor is it read again and again.
    expect(await host.changed()).toEqual([]);
  });

  test("shows beside what it was while it is being read", async () => {
    const { carrier, host } = ready();
    await host.open([at("/x/a.db")]);
    const release = carrier.holdReplacements();
    const opening = host.open([at("/x/a.db", "more")]);
    await vi.waitFor(() => expect(fates(host)).toEqual(["open", "reading"]));
    // To dismiss the newer state in time keeps the file, not the older state.
    await host.close(host.state().files[1]?.id ?? "");
    release();
    await opening;
    expect(host.state().files).toMatchObject([{ size: 4, fate: { status: "open", source: 0 } }]);
    expect(carrier.closed).toEqual([]);
  });

  test("after it was closed has its old place", async () => {
    const { carrier, host } = ready();
    await host.open([at("/x/a.db")]);
    await host.open([at("/x/b.db")]);
    await host.close(host.state().files[0]?.id ?? "");
    await host.open([at("/x/a.db", "more")]);
    expect(carrier.replaced).toEqual([0]);
    expect(host.state().files).toMatchObject([
      { fate: { source: 1 } },
      { name: "a.db", size: 4, fate: { source: 0 } },
    ]);
  });

  test("and closed for good while it is being read stays closed", async () => {
    const { carrier, host } = ready();
    await host.open([at("/x/a.db")]);
    const release = carrier.holdReplacements();
    const opening = host.open([at("/x/a.db", "more")]);
    await vi.waitFor(() => expect(fates(host)).toEqual(["open", "reading"]));
    for (const { id } of host.state().files) await host.close(id);
    release();
    await opening;
    expect(host.state().files).toEqual([]);
    expect(carrier.closed).toEqual([0]);
  });

  test("is told from those that are as they were", async () => {
    const { host } = ready();
    await host.open([at("/x/a.db", "x", "more")]);
    await host.open([at("/x/b.db")]);
    await host.open([file("c.db")]);
    const changed = await host.changed();
    expect(changed.map((one) => [one.file.name, one.file.size])).toEqual([["a.db", 4]]);
    await host.open(changed);
    expect(await host.changed()).toEqual([]);
  });

  test("with a -wal that has grown takes the place of both", async () => {
    const { carrier, host } = ready();
    await host.open([file("a.db"), file("a.db-wal")]);
    await host.open([file("a.db"), file("a.db-wal", "more")]);
    expect(carrier.replaced).toEqual([0]);
    expect(host.state().files).toMatchObject([{ size: 5, fate: { source: 0 } }]);
  });

  test("is another if only the name is the same", async () => {
    const { carrier, host } = ready();
    await host.open([at("/x/a.db")]);
    await host.open([at("/y/a.db", "more")]);
    await host.open([file("a.db", "x", 5)]);
    expect(carrier.closed).toEqual([]);
    expect(fates(host)).toEqual(["open", "open", "open"]);
  });

  test("after it was refused is read again, once more in the list", async () => {
    const { carrier, host } = ready();
    const error = { kind: "wal-missing", message: "No." };
    carrier.answer = () => [{ name: "a.db", files: [0], error }];
    await host.open([file("a.db")]);
    await host.open([file("a.db")]);
    expect(carrier.opened).toHaveLength(2);
    expect(fates(host)).toEqual(["refused"]);
  });
});

test("a file is closed before the pages hear of it", async () => {
  const carrier = new FakeCarrier();
  carrier.become({ status: "ready" });
  const host = new SiteHost(carrier);
  await host.open([file("a.db")]);
  const closedAtUpdate: number[][] = [];
  host.subscribe(() => closedAtUpdate.push([...carrier.closed]));
  await host.close(host.state().files[0]?.id ?? "");
  expect(closedAtUpdate).toEqual([[0]]);
});

test("an open that fails with a working core is a refusal", async () => {
  const carrier = new FakeCarrier();
  carrier.become({ status: "ready" });
  carrier.answer = () => {
    throw new Error("No room left.");
  };
  const host = new SiteHost(carrier);
  await host.open([file("a.db")]);
  expect(host.state().files[0]?.fate).toMatchObject({
    status: "refused",
    message: "No room left.",
  });
});

test("the state of the core is told to listeners, with its cause", () => {
  const carrier = new FakeCarrier();
  const host = new SiteHost(carrier);
  let calls = 0;
  const stop = host.subscribe(() => {
    calls += 1;
  });
  carrier.become({ status: "failed", error: { name: "Error", message: "No such file." } });
  expect(host.state().core).toEqual({ status: "failed", cause: "No such file." });
  stop();
  carrier.become({ status: "ready" });
  expect(calls).toBe(1);
});

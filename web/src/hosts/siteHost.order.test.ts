import { expect, test, vi } from "vitest";
import { bundle } from "../../../wasm/bundles";
import type { LoadState } from "../../../wasm/load-state";
import type { OpenedSource, OpenFile } from "../../../wasm/protocol";
import type { Chosen } from "../files/chosen";
import { type Carrier, SiteHost } from "./siteHost";

/** Holds files as the worker does: one call after the other, under the indices it gives. */
class Core implements Carrier {
  state: LoadState = { status: "ready" };
  readonly live = new Map<number, number>();
  readonly calls: string[] = [];
  failure: Error | undefined;
  private next = 0;
  private queue: Promise<unknown> = Promise.resolve();
  private listener: () => void = () => undefined;

  subscribe(listener: () => void) {
    this.listener = listener;
    return () => undefined;
  }

  onLost() {
    return () => undefined;
  }

  open(files: readonly OpenFile[]) {
    return this.run("open", () => this.load(files));
  }

  replace(source: number, files: readonly OpenFile[]) {
    return this.run("replace", () => this.load(files, source)[0]);
  }

  close(source: number) {
    return this.run("close", () => {
      if (!this.live.delete(source)) throw new Error("KeyError");
    });
  }

  fetch = () => Promise.resolve(new Response());

  async restart() {
    this.failure = undefined;
    this.become({ status: "ready" });
  }

  become(state: LoadState) {
    this.state = state;
    this.listener();
  }

  /** Keeps later calls waiting until the answer is called. */
  hold(): () => void {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.queue = this.queue.then(() => gate);
    return () => release();
  }

  private run<T>(call: string, answer: () => T): Promise<T> {
    this.calls.push(call);
    if (this.failure) return Promise.reject(this.failure);
    const answered = this.queue.then(answer);
    this.queue = answered.catch(() => undefined);
    return answered;
  }

  private load(files: readonly OpenFile[], source?: number): OpenedSource[] {
    return bundle(files.map(({ name }) => name)).map(({ main }) => {
      const index = source ?? this.next;
      this.next = Math.max(this.next, index + 1);
      this.live.set(index, files[main]?.file.size ?? 0);
      return { name: files[main]?.name ?? "", files: [main], index };
    });
  }
}

const disk = new Map<string, string>();

function put(path: string, text: string): Chosen {
  disk.set(path, text);
  return at(path);
}

function at(path: string): Chosen {
  const file = () => new File([disk.get(path) ?? ""], path.split("/").at(-1) ?? "", STILL);
  const handle = {
    path,
    isSameEntry: async (other: { path?: string }) => other.path === path,
    getFile: async () => file(),
  };
  return { file: file(), handle: handle as unknown as FileSystemFileHandle };
}

const STILL = { lastModified: 0 };
const DEAD: LoadState = { status: "dead", error: { name: "RuntimeError", message: "unreachable" } };

function ready() {
  const core = new Core();
  return { core, host: new SiteHost(core) };
}

async function follow(host: SiteHost): Promise<void> {
  const changed = await host.changed();
  if (changed.length > 0) await host.open(changed);
}

test("two followed files of one name keep their places", async () => {
  const { core, host } = ready();
  await host.open([put("/x/a.db", "1")]);
  await host.open([put("/y/a.db", "22")]);
  put("/x/a.db", "1111");
  put("/y/a.db", "22222");
  await follow(host);
  expect([...core.live]).toEqual([
    [0, 4],
    [1, 5],
  ]);
});

test("a newer state and another file of its name are both open", async () => {
  const { core, host } = ready();
  await host.open([put("/x/a.db", "1")]);
  await host.open([put("/x/a.db", "1111"), put("/y/a.db", "22")]);
  expect([...core.live]).toEqual([
    [0, 4],
    [1, 2],
  ]);
});

test("an unchanged file and another of its name are both open", async () => {
  const { core, host } = ready();
  const one = { file: new File(["1"], "a.db", STILL) };
  await host.open([one]);
  await host.open([one, { file: new File(["22"], "a.db", { lastModified: 5 }) }]);
  expect([...core.live]).toEqual([
    [0, 1],
    [1, 2],
  ]);
});

test("two closed files of one name come back to their places", async () => {
  const { core, host } = ready();
  await host.open([put("/x/a.db", "1")]);
  await host.open([put("/y/a.db", "22")]);
  for (const { id } of host.state().files) await host.close(id);
  await host.open([at("/x/a.db"), at("/y/a.db")]);
  expect([...core.live].sort()).toEqual([
    [0, 1],
    [1, 2],
  ]);
});

test("a state that is newer than the one being read has the same place", async () => {
  const { core, host } = ready();
  await host.open([put("/x/a.db", "1")]);
  const release = core.hold();
  const opening = host.open([put("/x/a.db", "1111")]);
  await vi.waitFor(() => expect(core.calls).toEqual(["open", "replace"]));
  put("/x/a.db", "1111111");
  const following = follow(host);
  await vi.waitFor(() => expect(core.calls).toHaveLength(3));
  release();
  await Promise.all([opening, following]);
  expect([...core.live]).toEqual([[0, 7]]);
  expect(host.state().files).toMatchObject([{ size: 7, fate: { status: "open", source: 0 } }]);
});

test("a file that grows while the core is dead keeps its place", async () => {
  const { core, host } = ready();
  await host.open([put("/x/a.db", "1")]);
  core.failure = new Error("dead");
  core.become(DEAD);
  put("/x/a.db", "1111");
  await follow(host);
  await host.restart();
  await follow(host);
  expect(host.state().files).toMatchObject([{ size: 4, fate: { status: "open", source: 0 } }]);
});

test("a newer state that a restarted core has forgotten is read again", async () => {
  const { core, host } = ready();
  await host.open([put("/x/a.db", "1")]);
  core.become({ status: "booting", progress: { stage: "runtime", done: 0, total: 0 } });
  core.failure = new Error("Python was started again.");
  await host.open([put("/x/a.db", "1111")]);
  core.failure = undefined;
  core.become({ status: "ready" });
  await vi.waitFor(() =>
    expect(host.state().files).toMatchObject([{ size: 4, fate: { status: "open", source: 0 } }]),
  );
});

test("of a file whose older state is closed the newer one stays", async () => {
  const { core, host } = ready();
  await host.open([put("/x/a.db", "1")]);
  const release = core.hold();
  const opening = host.open([put("/x/a.db", "1111")]);
  await vi.waitFor(() => expect(core.calls).toEqual(["open", "replace"]));
  await host.close(host.state().files[0]?.id ?? "");
  release();
  await opening;
  expect([...core.live]).toEqual([[0, 4]]);
  expect(host.state().files).toMatchObject([{ size: 4, fate: { status: "open", source: 0 } }]);
});

test("to try again reads the file as it is now, not the core anew", async () => {
  const { core, host } = ready();
  await host.open([put("/x/a.db", "1")]);
  const { replace } = core;
  core.replace = async () => ({
    name: "a.db",
    files: [0],
    error: { kind: "unreadable", message: "It was changed." },
  });
  await host.open([put("/x/a.db", "1111")]);
  expect(host.state().files).toMatchObject([{ fate: { outdated: "It was changed." } }]);
  core.replace = replace;
  put("/x/a.db", "1111111");
  await host.restart();
  expect(host.state().files).toMatchObject([{ size: 7, fate: { status: "open", source: 0 } }]);
  expect(host.state().files).not.toMatchObject([{ fate: { outdated: "It was changed." } }]);
});

/** Files and requests through the worker's host, with the real Python behind it. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { PyodideAPI } from "pyodide";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ByteCounter } from "../byte-counter";
import type { OpenFile, Progress } from "../protocol";
import { isFatal, PythonHost } from "../python-host";
import { ROOT, startInNode } from "./node-python";

const FIXTURES = join(ROOT, "tests/fixtures");
const SAMPLE = "special/small.db";

let pyodide: PyodideAPI;
let host: PythonHost;
let progress: Progress[] = [];

beforeAll(async () => {
  pyodide = await startInNode("snapshot");
  host = new PythonHost(pyodide);
});

function fixture(path: string, name = basename(path)): OpenFile {
  return { name, file: new Blob([readFileSync(join(FIXTURES, path))]) };
}

function open(files: OpenFile[], source?: number) {
  progress = [];
  return host.open(files, new ByteCounter("reading", (one) => progress.push(one)), source);
}

function get(path: string, headers = {}): { status: number; json: unknown; etag: string } {
  const answer = host.request("GET", path, headers);
  const text = new TextDecoder().decode(answer.body);
  const etag = answer.headers.find(([name]) => name.toLowerCase() === "etag")?.[1] ?? "";
  return { status: answer.status, json: text ? JSON.parse(text) : null, etag };
}

/** Numbers of trials of the studies of one source. */
function trials(source: number): number[] {
  const { json } = get("/api/studies") as {
    json: { study_summaries: { source: number; n_trials: number }[] };
  };
  return json.study_summaries.filter((one) => one.source === source).map((one) => one.n_trials);
}

const OPENING: [string, number][] = [
  ["alembic-empty.db", 20],
  ["alembic-missing.db", 20],
  ["bad-json.db", 20],
  ["corrupt-trial_params-page.db", 20],
  ["newer-compatible.db", 20],
  ["null-number.db", 20],
  ["orphans.db", 20],
  ["unknown-state.db", 20],
  ["utf16-page1024.db", 20],
];

test.each(OPENING)("%s opens", async (name, count) => {
  const [opened] = await open([fixture(`special/${name}`)]);
  expect(opened?.error).toBeUndefined();
  expect(trials(opened?.index ?? -1)).toEqual([count]);
});

const REFUSED: [string, string][] = [
  ["bad-magic.db", "not-sqlite"],
  ["gzipped.db", "gzip"],
  ["lookalike-studies.db", "not-optuna"],
  ["mlflow-like.db", "not-optuna"],
  ["newer-breaking.db", "too-new"],
  ["no-tables.db", "not-optuna"],
  ["not-optuna.db", "not-optuna"],
  ["picture.db", "not-sqlite"],
  ["random.db", "not-sqlite"],
  ["truncated-1page.db", "damaged"],
  ["truncated-60pct.db", "damaged"],
  ["truncated-header-only.db", "damaged"],
  ["zero-bytes.db", "empty-file"],
];

test.each(REFUSED)("%s is refused as %s", async (name, kind) => {
  const [refused] = await open([fixture(`special/${name}`)]);
  expect(refused?.index).toBeUndefined();
  expect(refused?.error?.kind).toBe(kind);
  expect(refused?.error?.message).toContain(name);
});

describe("siblings", () => {
  test.each([
    ["wal-live", "-wal", 30],
    ["wal-all-in-wal", "-wal", 5],
    ["hot-journal", "-journal", 20],
  ])("%s is read together with its %s", async (folder, suffix, count) => {
    const name = "db.sqlite3";
    const files = [name + suffix, name].map((one) => fixture(`special/${folder}/${one}`));
    const [opened, ...rest] = await open(files);
    expect(rest).toEqual([]);
    expect(opened).toMatchObject({ name, files: [1, 0] });
    expect(trials(opened?.index ?? -1)).toEqual([count]);
  });

  test("a database whose -wal is missing says so", async () => {
    const [refused] = await open([fixture("special/wal-all-in-wal/db.sqlite3")]);
    expect(refused?.error?.kind).toBe("wal-missing");
  });

  test("two databases of one name keep their own siblings", async () => {
    const opened = await open([
      fixture("special/wal-live/db.sqlite3"),
      fixture("special/wal-live/db.sqlite3-wal"),
      fixture("special/wal-all-in-wal/db.sqlite3"),
      fixture("special/wal-all-in-wal/db.sqlite3-wal"),
    ]);
    expect(opened.map((one) => trials(one.index ?? -1))).toEqual([[30], [5]]);
  });
});

test("one bad file does not keep the others from opening", async () => {
  const opened = await open([fixture("special/picture.db"), fixture(SAMPLE)]);
  expect(opened.map((one) => [one.name, one.error?.kind])).toEqual([
    ["picture.db", "not-sqlite"],
    ["small.db", undefined],
  ]);
});

test("a journal log opens", async () => {
  const [opened] = await open([fixture("journal/small.log")]);
  expect(trials(opened?.index ?? -1).length).toBeGreaterThan(0);
});

test("names that mean something to a path or a URI are only names", async () => {
  for (const name of ["../../etc/x.db", "a?b#c%41.db", "データ 1.db", "a\0b.db", "..", "<b>.db"]) {
    const [opened] = await open([fixture(SAMPLE, name)]);
    expect(opened).toMatchObject({ name, files: [0] });
    expect(opened?.error).toBeUndefined();
  }
});

test("reading reports the bytes", async () => {
  const file = fixture(SAMPLE);
  await open([file]);
  expect(progress.at(-1)).toEqual({
    stage: "reading",
    done: file.file.size,
    total: file.file.size,
  });
});

test("a browser that cannot read in place reads in parts", async () => {
  const file = fixture(SAMPLE);
  const whole = file.file;
  vi.spyOn(whole, "stream").mockImplementation(() => {
    const source = Blob.prototype.stream.call(whole);
    return source.pipeThrough(new TransformStream()) as ReturnType<Blob["stream"]>;
  });
  const [opened] = await open([file]);
  expect(opened?.index).toBeDefined();
  expect(progress.at(-1)).toMatchObject({ done: whole.size, total: whole.size });
});

test("a file that cannot be read any more is an error of that file", async () => {
  const gone = new Blob([new Uint8Array(10)]);
  vi.spyOn(gone, "stream").mockImplementation(() => {
    throw new DOMException("gone", "NotReadableError");
  });
  const opened = await open([{ name: "gone.db", file: gone }, fixture(SAMPLE)]);
  expect(opened[0]?.error?.kind).toBe("unreadable");
  expect(opened[0]?.error?.message).toContain("Choose it again");
  expect(opened[1]?.index).toBeDefined();
});

test("a newer state of a file takes its place under the same index, and its memory", async () => {
  const [opened] = await open([fixture("sqlite/optuna-5.0.0.db", "a.db")]);
  const source = opened?.index ?? -1;
  expect(trials(source).length).toBeGreaterThan(1);
  const folders = pyodide.FS.readdir("/files").length;
  expect(await open([fixture(SAMPLE, "a.db")], source)).toMatchObject([{ index: source }]);
  expect(trials(source)).toEqual([20]);
  expect(pyodide.FS.readdir("/files")).toHaveLength(folders);
  const [refused] = await open([fixture("special/truncated-60pct.db", "a.db")], source);
  expect(refused?.error?.kind).toBe("damaged");
  expect(trials(source)).toEqual([20]);
});

test("a closed source is gone, and its index is not given again", async () => {
  const [first] = await open([fixture(SAMPLE)]);
  const index = first?.index ?? -1;
  host.close(index);
  expect(trials(index)).toEqual([]);
  const [second] = await open([fixture(SAMPLE)]);
  expect(second?.index).toBeGreaterThan(index);
  expect(() => host.close(index)).toThrow();
});

test("a file comes back under the index it had", async () => {
  const [opened] = await open([fixture(SAMPLE)], 40);
  expect(opened?.index).toBe(40);
  expect(trials(40)).toEqual([20]);
});

describe("requests", () => {
  test("unknown paths and methods are errors of the API", () => {
    expect(get("/api/nothing")).toMatchObject({
      status: 404,
      json: { reason: expect.any(String) },
    });
    expect(host.request("DELETE", "/api/meta", {}).status).toBe(405);
  });

  test("an unchanged answer is not sent again", () => {
    const { etag } = get("/api/studies");
    expect(etag).not.toBe("");
    expect(get("/api/studies", { "If-None-Match": etag }).status).toBe(304);
  });

  test("queries and escapes arrive", async () => {
    const [opened] = await open([fixture(SAMPLE)]);
    const { json } = get("/api/studies") as {
      json: { study_summaries: { source: number; study_id: number }[] };
    };
    const id = json.study_summaries.find((one) => one.source === opened?.index)?.study_id;
    const page = get(`/api/studies/${id}/trials?limit=3&sort=-value%3A0`);
    expect(page).toMatchObject({ status: 200, json: { total: 20 } });
  });
});

describe("a file too large for memory", () => {
  /** Node has no synchronous reader: one that knows the bytes of its blobs. */
  class KnownBlob extends Blob {
    constructor(readonly known: Uint8Array<ArrayBuffer>) {
      super([known]);
    }
    override slice(start?: number, end?: number): Blob {
      return new KnownBlob(this.known.slice(start, end));
    }
  }
  class Reader {
    readAsArrayBuffer(blob: KnownBlob): ArrayBuffer {
      return blob.known.buffer;
    }
  }

  test("is read in blocks", async () => {
    vi.stubGlobal("FileReaderSync", Reader);
    const blocks = new PythonHost(await startInNode("snapshot"), 0);
    const files = ["db.sqlite3", "db.sqlite3-wal"].map((name) => ({
      name,
      file: new KnownBlob(new Uint8Array(readFileSync(join(FIXTURES, "special/wal-live", name)))),
    }));
    const [opened] = await blocks.open(files, new ByteCounter("reading", () => undefined));
    expect(opened?.error).toBeUndefined();
    const { body } = blocks.request("GET", "/api/studies", {});
    const { study_summaries } = JSON.parse(new TextDecoder().decode(body));
    expect(study_summaries).toMatchObject([{ n_trials: 30 }]);
    vi.unstubAllGlobals();
  });

  test("that changes while it is open costs its own answers only", async () => {
    let isGone = false;
    class Leaving extends Reader {
      override readAsArrayBuffer(blob: KnownBlob): ArrayBuffer {
        if (isGone) throw new DOMException("The file has changed.", "NotReadableError");
        return super.readAsArrayBuffer(blob);
      }
    }
    vi.stubGlobal("FileReaderSync", Leaving);
    const blocks = new PythonHost(await startInNode("snapshot"), 0);
    const bytes = new Uint8Array(readFileSync(join(FIXTURES, SAMPLE)));
    const files = [{ name: "gone.db", file: new KnownBlob(bytes) }];
    isGone = true;
    const [refused] = await blocks.open(files, new ByteCounter("reading", () => undefined));
    expect(refused?.error?.message).toMatch(/^gone.db cannot be read/);
    isGone = false;
    const again = [{ name: "small.db", file: new KnownBlob(bytes) }];
    const [opened] = await blocks.open(again, new ByteCounter("reading", () => undefined));
    expect(opened?.error).toBeUndefined();
    vi.unstubAllGlobals();
  });
});

describe("errors", () => {
  test("a Python exception is told by its name, without a traceback", async () => {
    const pyodide = await startInNode("snapshot");
    const error = thrown(() => pyodide.runPython(`raise ValueError("no such thing")`));
    expect(isFatal(error)).toBe(false);
    expect(new PythonHost(pyodide).describe(error)).toEqual({
      name: "ValueError",
      message: "no such thing",
    });
  });

  test("what breaks WebAssembly itself is fatal", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const pyodide = await startInNode("snapshot");
    const crash = `import ctypes; ctypes.string_at(0xfffffff0)`;
    expect(isFatal(thrown(() => pyodide.runPython(crash)))).toBe(true);
    vi.restoreAllMocks();
  });
});

function thrown(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("the rehearsal", () => {
  const SAMPLE_PATH = "/tmp/sample.db";
  const remains = () => pyodide.FS.analyzePath(SAMPLE_PATH, false).exists;

  test("goes through in steps, and nothing of it stays", () => {
    const rehearsed = new PythonHost(pyodide);
    const before = get("/api/studies").json;
    let steps = 0;
    while (rehearsed.rehearse()) steps += 1;
    expect(steps).toBeGreaterThan(4);
    expect(rehearsed.rehearse()).toBe(false);
    expect(get("/api/studies").json).toEqual(before);
    expect(remains()).toBe(false);
  });

  test("can be broken off", () => {
    const rehearsed = new PythonHost(pyodide);
    rehearsed.rehearse();
    rehearsed.rehearse();
    expect(remains()).toBe(true);
    rehearsed.endRehearsal();
    expect(remains()).toBe(false);
    expect(rehearsed.rehearse()).toBe(false);
  });

  test("has no sample after a plain start", async () => {
    const plain = new PythonHost(await startInNode("plain"));
    expect(plain.rehearse()).toBe(false);
  });
});

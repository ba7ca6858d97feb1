import { beforeEach, expect, test } from "vitest";
import { readTogether } from "../src/readTogether";
import { Disk, Uri } from "./fakeVscode";

const LIMIT = 1e6;
const HEADER = "a".repeat(32);
const DB = "/data/study.db";
const uri = Uri.file(DB) as never;

let disk: Disk;

beforeEach(() => {
  disk = new Disk();
  disk.write(DB, "pages");
});

async function read(limit = LIMIT) {
  const parts = await readTogether(disk as never, uri, limit);
  return parts.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]);
}

/** Writes as often as the file is read, `times` times at most. */
function writeWhileRead(path: string, times: number): void {
  let left = times;
  disk.beforeRead = (read) => {
    if (read !== DB || left === 0) return;
    left -= 1;
    disk.write(path, `written ${left}`);
  };
}

test("a database comes with the companions that are there", async () => {
  expect(await read()).toEqual([["study.db", "pages"]]);
  disk.write(`${DB}-wal`, "frames");
  disk.write(`${DB}-shm`, "index");
  expect(await read()).toEqual([
    ["study.db", "pages"],
    ["study.db-wal", "frames"],
  ]);
});

test("a state that a query names has no companions", async () => {
  disk.write(`${DB}-wal`, "frames");
  const old = Uri.file(DB).with({ query: '{"ref":"HEAD"}' });
  expect(await readTogether(disk as never, old as never, LIMIT)).toHaveLength(1);
});

test("bytes are plain, not a Buffer", async () => {
  const [part] = await readTogether(disk as never, uri, LIMIT);
  expect(Object.getPrototypeOf(part?.bytes)).toBe(Uint8Array.prototype);
});

test("a file that is written to meanwhile is read again", async () => {
  writeWhileRead(DB, 2);
  expect(await read()).toEqual([["study.db", "written 0"]]);
});

test("a rollback journal that comes or changes meanwhile belongs to it", async () => {
  writeWhileRead(`${DB}-journal`, 2);
  expect(await read()).toEqual([
    ["study.db", "pages"],
    ["study.db-journal", "written 0"],
  ]);
});

test("a -wal may grow, but not come or go", async () => {
  writeWhileRead(`${DB}-wal`, 1);
  expect(await read()).toHaveLength(2);
  let reads = 0;
  let walReads = 0;
  disk.beforeRead = (path) => {
    if (path === DB) reads += 1;
    walReads += path === DB ? 0 : 1;
    disk.write(`${DB}-wal`, HEADER + "f".repeat(walReads));
  };
  disk.write(`${DB}-wal`, HEADER);
  await read();
  expect([reads, walReads]).toEqual([1, 2]);
  disk.beforeRead = (path) => {
    if (path === DB) disk.remove(`${DB}-wal`);
  };
  expect(await read()).toEqual([["study.db", "pages"]]);
});

test("a -wal that was begun anew while it was read is read again", async () => {
  disk.write(`${DB}-wal`, `${HEADER}old frames`);
  let reads = 0;
  disk.beforeRead = (path) => {
    if (path === DB) return;
    reads += 1;
    // As long as before: only the salts say it.
    if (reads === 2) disk.write(`${DB}-wal`, `${HEADER.replace("a", "b")}new frames`);
  };
  expect(await read()).toEqual([
    ["study.db", "pages"],
    ["study.db-wal", `${HEADER.replace("a", "b")}new frames`],
  ]);
});

test("a file that is never at rest is refused", async () => {
  writeWhileRead(DB, Number.POSITIVE_INFINITY);
  await expect(read()).rejects.toMatchObject({ kind: "busy" });
});

test("a file over the limit is refused before it is read, companions included", async () => {
  disk.write(`${DB}-wal`, new Uint8Array(300_000));
  disk.beforeRead = () => {
    throw new Error("read");
  };
  await expect(read(250_000)).rejects.toMatchObject({
    kind: "too-large",
    message:
      "study.db has 0.4 MB, which is more than the 0.3 MB that the setting optunaDashboard.maxFileSize allows.",
  });
});

test("a file that is gone says so; any other failure is passed on", async () => {
  disk.beforeRead = () => {
    throw new Error("EBUSY: resource busy or locked");
  };
  await expect(read()).rejects.toThrow("EBUSY");
  disk.remove(DB);
  await expect(read()).rejects.toMatchObject({ kind: "not-found" });
});

import { expect, test } from "vitest";
import { HeldFiles } from "../../web/src/hosts/heldFiles";
import type { FilePart, ToPage } from "../src/messages";
import { SentFiles } from "../src/sentFiles";

const SIZES = [0, 1, 16_383, 16_384, 16_385, 50_000, 200_000];

/** Numbers between 0 and 1 that are the same in each run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** A file in which some bytes are others, and which may have grown or been cut. */
function written(bytes: Uint8Array, next: () => number): Uint8Array<ArrayBuffer> {
  const size = next() < 0.5 ? bytes.length : (SIZES[Math.floor(next() * SIZES.length)] ?? 0);
  const other = new Uint8Array(size);
  other.set(bytes.subarray(0, size));
  for (let count = next() * 4; count > 1 && size > 0; count--) {
    other[Math.floor(next() * size)] = Math.floor(next() * 256);
  }
  return other;
}

function bytesIn(message: ToPage): number {
  if (message.type !== "changes") return Number.POSITIVE_INFINITY;
  const blocks = message.files.flatMap((file) => file.blocks);
  return blocks.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

test.each([1, 2, 3, 4, 5])(
  "the page holds what the editor read, however it changes (%i)",
  (seed) => {
    const next = numbers(seed);
    const sent = new SentFiles();
    const held = new HeldFiles();
    let main: Uint8Array<ArrayBuffer> = new Uint8Array(100_000);
    let wal: Uint8Array<ArrayBuffer> = new Uint8Array(10);
    for (let turn = 0; turn < 60; turn++) {
      main = written(main, next);
      wal = written(wal, next);
      const files: FilePart[] = [{ name: "a.db", bytes: main }];
      if (next() < 0.6) files.push({ name: "a.db-wal", bytes: wal });
      const state = next() < 0.1 ? undefined : held.state;
      const message = held.complete(sent.send(files, state));
      const given = message.type === "file" ? message.files : [];
      expect(given.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
      for (const [at, { bytes }] of files.entries()) {
        expect(Buffer.compare(given[at]?.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
      }
    }
  },
);

test("what is sent is about as much as has changed", () => {
  const sent = new SentFiles();
  const before = new Uint8Array(8_000_000);
  sent.send([{ name: "a.db", bytes: before }], undefined);
  const after = before.slice();
  after[5_000_000] = 1;
  expect(bytesIn(sent.send([{ name: "a.db", bytes: after }], 1))).toBe(16_384);
});

test("the page is given the very same files where nothing has changed", () => {
  const [sent, held] = [new SentFiles(), new HeldFiles()];
  const files = () => [{ name: "a.db", bytes: new Uint8Array(20_000) }];
  const first = held.complete(sent.send(files(), held.state));
  const second = held.complete(sent.send(files(), held.state));
  expect(first.type === "file" && second.type === "file" && second.files === first.files).toBe(
    true,
  );
});

test("what is too large to be kept is sent whole each time", () => {
  const [sent, held] = [new SentFiles(), new HeldFiles()];
  const files = [{ name: "a.db", bytes: new Uint8Array(2 ** 26 + 1) }];
  for (let turn = 0; turn < 2; turn++) {
    const message = sent.send(files, held.state);
    expect(message).toMatchObject({ type: "file", state: undefined });
    held.complete(message);
  }
});

test("changes for the page that was there before are not taken for a file", () => {
  const [sent, before, now] = [new SentFiles(), new HeldFiles(), new HeldFiles()];
  const files = [{ name: "a.db", bytes: new Uint8Array(50_000) }];
  before.complete(sent.send(files, undefined));
  const changes = sent.send(files, before.state);
  expect(changes.type).toBe("changes");
  expect(now.complete(changes)).toEqual({ type: "changed" });
  expect(now.state).toBeUndefined();
});

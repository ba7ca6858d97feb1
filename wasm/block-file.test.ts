import { expect, test } from "vitest";
import { BlockFile } from "./block-file";

const MEGABYTE = 1 << 20;

/** A file whose bytes tell their position, and which blocks were read. */
function sample(size: number) {
  const reads: number[] = [];
  const file = new BlockFile(size, (start, end) => {
    reads.push(start / MEGABYTE);
    return Uint8Array.from({ length: end - start }, (_, at) => (start + at) % 251);
  });
  const read = (position: number, length: number) => {
    const target = new Uint8Array(length + 2);
    const count = file.read(target, 1, length, position);
    return [...target.subarray(1, 1 + count)];
  };
  return { reads, read, file };
}

const expected = (position: number, length: number) =>
  Array.from({ length }, (_, at) => (position + at) % 251);

test("reads within a block, across blocks, and to the end", () => {
  const size = 2 * MEGABYTE + 100;
  const { read } = sample(size);
  expect(read(5, 10)).toEqual(expected(5, 10));
  expect(read(MEGABYTE - 3, 6)).toEqual(expected(MEGABYTE - 3, 6));
  expect(read(size - 4, 50)).toEqual(expected(size - 4, 4));
  expect(read(size, 4)).toEqual([]);
  expect(read(size + 9, 4)).toEqual([]);
});

test("a block that was used lately is not read again", () => {
  const { read, reads } = sample(100 * MEGABYTE);
  read(0, 1);
  for (let index = 1; index < 64; index += 1) read(index * MEGABYTE, 1);
  read(1, 1); // makes block 0 the latest, so that block 1 goes first
  read(64 * MEGABYTE, 1);
  reads.length = 0;
  read(0, 1);
  expect(reads).toEqual([]);
  read(MEGABYTE, 1);
  expect(reads).toEqual([1]);
});

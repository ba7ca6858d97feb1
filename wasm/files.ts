/** Brings the user's files into the file system that Python sees. */
import type { PyodideAPI } from "pyodide";
import { BlockFile } from "./block-file";
import { type Bundle, safeName } from "./bundles";
import type { ByteCounter } from "./byte-counter";
import type { OpenFile } from "./protocol";

/**
 * Up to this size a file is read into memory, where a full scan is twice as fast; a larger one
 * is read in blocks when asked for, since a single buffer of 2 GB is more than browsers give.
 */
const IN_MEMORY = 1.5e9;
const READ_ONLY = 69; // EROFS
const NOT_READABLE = 29; // EIO
const ENDS_EARLY = "it ends too early. Choose it again.";

type FileSystem = PyodideAPI["FS"];

export class Mounts {
  private count = 0;

  constructor(
    private readonly fs: FileSystem,
    private readonly inMemory = IN_MEMORY,
  ) {}

  /**
   * Writes a database and its siblings into a folder of their own, under one name, where
   * SQLite looks for them; answers the path of the database.
   */
  async add(files: readonly OpenFile[], bundle: Bundle, counter: ByteCounter): Promise<string> {
    const main = files[bundle.main];
    if (!main) throw new RangeError("There is no such file.");
    this.count += 1;
    const folder = `/files/${this.count}`;
    this.fs.mkdirTree(folder);
    const path = `${folder}/${safeName(baseName(main.name))}`;
    try {
      await this.write(path, main.file, counter);
      for (const { at, suffix } of bundle.siblings) {
        const sibling = files[at];
        if (sibling && suffix !== "-shm") await this.write(path + suffix, sibling.file, counter);
      }
    } catch (error) {
      this.remove(path);
      throw error;
    }
    return path;
  }

  remove(path: string): void {
    const folder = path.slice(0, path.lastIndexOf("/"));
    for (const name of this.fs.readdir(folder)) {
      if (name !== "." && name !== "..") this.fs.unlink(`${folder}/${name}`);
    }
    this.fs.rmdir(folder);
  }

  private async write(path: string, blob: Blob, counter: ByteCounter): Promise<void> {
    if (blob.size > this.inMemory) {
      counter.add(blob.size);
      return mountBlocks(this.fs, path, blob);
    }
    // The file system takes the buffer itself: there is no second copy.
    this.fs.writeFile(path, await readBlob(blob, counter), { canOwn: true });
  }
}

export function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
}

/**
 * Who reads right now. Chromium holds a file's stream only as long as something here does: one
 * that just its own reader knew was collected as garbage, and its read never ended.
 */
const reading = new Set<ReadableStreamBYOBReader | ReadableStreamDefaultReader>();

async function readBlob(blob: Blob, counter: ByteCounter): Promise<Uint8Array> {
  const stream = blob.stream();
  const reader = inPlaceReader(stream) ?? stream.getReader();
  reading.add(reader);
  try {
    return reader instanceof ReadableStreamDefaultReader
      ? await readInParts(reader, blob.size, counter)
      : await readInPlace(reader, blob.size, counter);
  } finally {
    reading.delete(reader);
  }
}

/** Undefined where a browser cannot read files so. */
function inPlaceReader(stream: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined {
  try {
    return stream.getReader({ mode: "byob" });
  } catch {
    return undefined;
  }
}

/** Lends the browser the one buffer to write into: twice as fast, and nothing to throw away. */
async function readInPlace(
  reader: ReadableStreamBYOBReader,
  size: number,
  counter: ByteCounter,
): Promise<Uint8Array> {
  let bytes = new Uint8Array(size);
  for (let at = 0; at < size; ) {
    const { value, done } = await reader.read(bytes.subarray(at));
    if (!value || done) throw new Error(ENDS_EARLY);
    counter.add(value.length);
    at += value.length;
    bytes = new Uint8Array(value.buffer);
  }
  return bytes;
}

async function readInParts(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  size: number,
  counter: ByteCounter,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; ) {
    const { value, done } = await reader.read();
    if (done) throw new Error(ENDS_EARLY);
    bytes.set(value, at);
    counter.add(value.length);
    at += value.length;
  }
  return bytes;
}

/** An ordinary file of the in-memory file system whose bytes stay where they are. */
function mountBlocks(fs: FileSystem, path: string, blob: Blob): void {
  const reader = new FileReaderSync();
  const file = new BlockFile(
    blob.size,
    (start, end) => new Uint8Array(reader.readAsArrayBuffer(blob.slice(start, end))),
  );
  fs.writeFile(path, new Uint8Array(0));
  const { node } = fs.lookupPath(path, {});
  node.usedBytes = blob.size;
  node.stream_ops = {
    ...node.stream_ops,
    read: (_: unknown, target: Uint8Array, offset: number, length: number, position: number) => {
      try {
        return file.read(target, offset, length, position);
      } catch {
        // The file has changed since. Any other error would be the end of Python.
        throw new fs.ErrnoError(NOT_READABLE);
      }
    },
    write: () => {
      throw new fs.ErrnoError(READ_ONLY);
    },
  };
}

import type { ChangedFile, FilePart, ToPage } from "./messages";

/** Compared and sent at once; SQLite's pages are a quarter of it. */
const BLOCK = 16_384; // bytes
/** What is larger is sent whole each time, so that it is not in memory once more. */
const MOST_KEPT = 2 ** 26; // bytes

/**
 * What the page of one editor was given, so that it is sent only what has changed since: a large
 * message takes VS Code longer than everything else on the way of a change to the screen.
 */
export class SentFiles {
  private state = 0;
  private files: readonly FilePart[] | undefined;

  /** The answer with these files, for a page that holds the given state. */
  send(files: readonly FilePart[], held: number | undefined): ToPage {
    const before = held === this.state ? this.files : undefined;
    const since = this.state;
    this.state += 1;
    this.files = sizeOf(files) <= MOST_KEPT ? files : undefined;
    const state = this.files && this.state;
    const changes = before && state !== undefined && files.map((file) => changeOf(file, before));
    return changes
      ? { type: "changes", since, state, files: changes }
      : { type: "file", state, files };
  }
}

function changeOf({ name, bytes }: FilePart, before: readonly FilePart[]): ChangedFile {
  const old = before.find((file) => file.name === name)?.bytes ?? new Uint8Array();
  const blocks = [];
  let at = 0;
  while (at < bytes.length) {
    const start = at;
    while (at < bytes.length && !isSame(old, bytes, at)) at += BLOCK;
    // A copy: of a view, all the bytes behind it would be sent.
    if (at > start) blocks.push({ at: start, bytes: bytes.slice(start, at) });
    else at += BLOCK;
  }
  return { name, size: bytes.length, blocks };
}

function isSame(old: Uint8Array, bytes: Uint8Array, start: number): boolean {
  const end = Math.min(start + BLOCK, bytes.length);
  if (end > old.length) return false;
  for (let at = start; at < end; at++) {
    if (old[at] !== bytes[at]) return false;
  }
  return true;
}

function sizeOf(files: readonly FilePart[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

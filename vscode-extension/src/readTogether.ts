import type { FileStat, FileSystem, Uri } from "vscode";
import { LIMIT } from "./limit";
import type { FilePart } from "./messages";
import { Refusal } from "./refusal";

type Files = Pick<FileSystem, "stat" | "readFile">;
type Stat = Pick<FileStat, "mtime" | "size"> | undefined;

const ATTEMPTS = 8;
const PAUSE = 40; // milliseconds, longer with each attempt
const TICK = 2000; // milliseconds, of the clocks of FAT: no file system has a coarser one
const WAL_HEADER = 32; // bytes, with salts that are others once SQLite writes from the start again
const WAL = 2; // its place after the database and the -journal

/**
 * What SQLite keeps beside a database and what holds part of its state. A query names a state
 * that is kept elsewhere, as that of a commit in Git, and would name it for companions too.
 */
export function companions(uri: Uri): readonly Uri[] {
  if (uri.query) return [];
  return ["-journal", "-wal"].map((suffix) => uri.with({ path: uri.path + suffix }));
}

/**
 * Reads a file and its companions in one state: again, if it was written to meanwhile. A `-wal`
 * may have grown, for every beginning of it is whole, but not begun anew; it is read after the
 * database, into which its content moves.
 */
export async function readTogether(files: Files, uri: Uri, limit: number): Promise<FilePart[]> {
  const uris = [uri, ...companions(uri)];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const before = await stats(files, uris);
    check(before, uri, limit);
    const parts = await readAll(files, uris, before);
    const after = await stats(files, uris);
    if (parts && isSameState(before, after)) return parts;
    await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
  }
  const reason = `${nameOf(uri)} is written to so fast that it could not be read in one state. It is tried again when it changes.`;
  throw new Refusal("busy", reason);
}

/**
 * Another text whenever any of the files may be another; undefined while one is so new that the
 * next writing could fall into the same tick of its clock.
 */
export async function stampOf(files: Files, uri: Uri): Promise<string | undefined> {
  const all = await stats(files, [uri, ...companions(uri)]);
  if (all.some((stat) => stat && Date.now() - stat.mtime < TICK)) return undefined;
  return all.map((stat) => (stat ? `${stat.mtime} ${stat.size}` : "none")).join(", ");
}

function stats(files: Files, uris: readonly Uri[]): Promise<Stat[]> {
  return Promise.all(uris.map((uri) => unlessMissing(files.stat(uri))));
}

function check([main, ...others]: readonly Stat[], uri: Uri, limit: number): void {
  if (!main) throw new Refusal("not-found", `${nameOf(uri)} is not there any more.`);
  const size = others.reduce((sum, stat) => sum + (stat?.size ?? 0), main.size);
  if (size <= limit) return;
  const reason = `${nameOf(uri)} has ${megabytes(size)} MB, which is more than the ${megabytes(limit)} MB that the setting ${LIMIT} allows.`;
  throw new Refusal("too-large", reason);
}

/** Undefined if one of them has gone meanwhile, or the `-wal` has begun anew. */
async function readAll(
  files: Files,
  uris: readonly Uri[],
  found: readonly Stat[],
): Promise<FilePart[] | undefined> {
  const parts: FilePart[] = [];
  for (const [at, uri] of uris.entries()) {
    if (!found[at]) continue;
    const bytes = await unlessMissing(files.readFile(uri));
    if (!bytes || (at === WAL && !(await isGoingOn(files, uri, bytes)))) return undefined;
    // A copy: what comes from Node is a Buffer, which a message would turn into text.
    parts.push({ name: nameOf(uri), bytes: new Uint8Array(bytes) });
  }
  return parts;
}

/**
 * Whether this is still the beginning of a `-wal`. Begun anew while it was read, it may have given
 * frames that are older than what has moved into the database.
 */
async function isGoingOn(files: Files, wal: Uri, bytes: Uint8Array): Promise<boolean> {
  const now = await unlessMissing(files.readFile(wal));
  return now !== undefined && headerOf(now) === headerOf(bytes);
}

function headerOf(wal: Uint8Array): string {
  return wal.subarray(0, WAL_HEADER).join(" ");
}

function isSameState(before: readonly Stat[], after: readonly Stat[]): boolean {
  const isSame = (at: number) =>
    before[at]?.mtime === after[at]?.mtime && before[at]?.size === after[at]?.size;
  const isThereAsBefore = (before[WAL] === undefined) === (after[WAL] === undefined);
  return isSame(0) && isSame(1) && isThereAsBefore;
}

async function unlessMissing<T>(value: Thenable<T>): Promise<T | undefined> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "FileNotFound") {
      return undefined;
    }
    throw error;
  }
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

/** With as many digits as it takes to see which is more. */
function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / 1e5) / 10);
}

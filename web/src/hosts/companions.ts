import { bundle } from "../../../wasm/bundles";
import type { Chosen } from "../files/chosen";

/** Files that SQLite keeps beside a database and that belong to it. */
const SUFFIXES = ["-wal", "-shm", "-journal"];

/** The name of the database that a companion belongs to; null if `name` is not one. */
export function databaseOf(name: string): string | null {
  const suffix = SUFFIXES.find((end) => name.endsWith(end));
  return suffix && name.length > suffix.length ? name.slice(0, -suffix.length) : null;
}

/** Each database with its companions; what has no database stands alone. */
export function bundlesOf(files: readonly Chosen[]): readonly (readonly Chosen[])[] {
  return bundle(files.map(({ file }) => file.name)).map(({ main, siblings }) =>
    [main, ...siblings.map(({ at }) => at)].flatMap((at) => files[at] ?? []),
  );
}

export interface Known {
  readonly id: string;
  readonly parts: readonly Chosen[];
}

export interface Batch {
  readonly files: readonly Chosen[];
  /** Entries whose files are part of the batch again: the batch takes their place. */
  readonly replaces: readonly string[];
}

/**
 * Adds to companions that came late (a `-wal` dropped after its database, or the other way
 * round) the files that they belong to, so that both are read together.
 */
export function withKnownParts(files: readonly Chosen[], known: readonly Known[]): Batch {
  const names = new Set(files.map(({ file }) => file.name));
  const partners = known.filter(({ parts }) => {
    const own = new Set(parts.map(({ file }) => file.name));
    return parts.some(
      ({ file: { name } }) =>
        !names.has(name) && files.some(({ file }) => completes(file.name, name, own)),
    );
  });
  const added = partners.flatMap(({ parts }) => parts).filter(({ file }) => !names.has(file.name));
  return { files: [...files, ...added], replaces: partners.map(({ id }) => id) };
}

/** Whether `name` belongs to `part`; a companion that has its database waits for no other. */
function completes(name: string, part: string, parts: ReadonlySet<string>): boolean {
  return databaseOf(name) === part || (databaseOf(part) === name && !parts.has(name));
}

/** Files that SQLite keeps beside a database and that belong to it. */
const SUFFIXES = ["-wal", "-shm", "-journal"];

/** The name of the database that a companion belongs to; null if `name` is not one. */
export function databaseOf(name: string): string | null {
  const suffix = SUFFIXES.find((end) => name.endsWith(end));
  return suffix && name.length > suffix.length ? name.slice(0, -suffix.length) : null;
}

export interface Known {
  readonly id: string;
  readonly parts: readonly File[];
}

export interface Batch {
  readonly files: readonly File[];
  /** Entries whose files are part of the batch again: the batch takes their place. */
  readonly replaces: readonly string[];
}

/**
 * Adds to companions that came late (a `-wal` dropped after its database, or the other way
 * round) the files that they belong to, so that both are read together.
 */
export function withKnownParts(files: readonly File[], known: readonly Known[]): Batch {
  const names = new Set(files.map(({ name }) => name));
  const partners = known.filter(({ parts }) =>
    parts.some(
      ({ name }) => !names.has(name) && files.some((file) => belongTogether(file.name, name)),
    ),
  );
  const added = partners.flatMap(({ parts }) => parts).filter(({ name }) => !names.has(name));
  return { files: [...files, ...added], replaces: partners.map(({ id }) => id) };
}

function belongTogether(a: string, b: string): boolean {
  return databaseOf(a) === b || databaseOf(b) === a;
}

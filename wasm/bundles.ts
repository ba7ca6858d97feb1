/** Which of the chosen files belong together: a database and the siblings SQLite made. */

/** `-shm` holds nothing that is not also in `-wal`; it is accepted and left out. */
const SIBLING = /^(.+)(-wal|-journal|-shm)$/;

export interface Bundle {
  /** Position of the database in the list. */
  readonly main: number;
  readonly siblings: readonly { readonly at: number; readonly suffix: string }[];
}

/**
 * Groups the names. A file is a sibling only if its database is there too; several databases
 * of one name get the siblings of that name in turn.
 */
export function bundle(names: readonly string[]): Bundle[] {
  const mains = new Map<string, number[]>();
  const siblings: { at: number; database: string; suffix: string }[] = [];
  const all = new Set(names);
  names.forEach((name, at) => {
    const [, database, suffix] = SIBLING.exec(name) ?? [];
    if (database !== undefined && suffix !== undefined && all.has(database)) {
      siblings.push({ at, database, suffix });
    } else {
      mains.set(name, [...(mains.get(name) ?? []), at]);
    }
  });
  return [...mains]
    .flatMap(([name, positions]) =>
      positions.map((main, turn) => ({
        main,
        siblings: siblings
          .filter((one) => one.database === name && turnOf(one, siblings) === turn)
          .map(({ at, suffix }) => ({ at, suffix })),
      })),
    )
    .sort((a, b) => a.main - b.main);
}

/** How many siblings with the same name come before this one. */
function turnOf<T extends { at: number; database: string; suffix: string }>(
  one: T,
  siblings: readonly T[],
): number {
  return siblings.filter(
    (other) => other.at < one.at && other.database === one.database && other.suffix === one.suffix,
  ).length;
}

/** A file name without anything that a path or a URI of SQLite would read as its own. */
export function safeName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]/g, "_").slice(-100);
  return plain.replace(/^\.+/, "_") || "_";
}

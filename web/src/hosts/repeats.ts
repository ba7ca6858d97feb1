import type { Chosen } from "../files/chosen";
import { bundlesOf, databaseOf, type Known } from "./companions";
import type { FileFate } from "./host";

interface Held extends Known {
  readonly fate: FileFate;
}

export interface Repeats<T> {
  /** What has to be read. */
  readonly fresh: readonly Chosen[];
  /** Entries that hold exactly what was chosen. */
  readonly same: readonly T[];
  /** Entries that hold an older state of what was chosen: it takes their place. */
  readonly outdated: readonly T[];
}

/** Tells files that are chosen a second time from others, whose names may be equal. */
export async function findRepeats<T extends Held>(
  chosen: readonly Chosen[],
  known: readonly T[],
): Promise<Repeats<T>> {
  const found = await Promise.all(bundlesOf(chosen).map((files) => findRepeat(files, known)));
  return {
    fresh: found.flatMap(({ fresh }) => fresh),
    same: found.flatMap(({ same }) => same),
    outdated: found.flatMap(({ outdated }) => outdated),
  };
}

/** The same for a database with its companions: what it says may be in any of them. */
async function findRepeat<T extends Held>(
  files: readonly Chosen[],
  known: readonly T[],
): Promise<Repeats<T>> {
  const same = known.find(
    ({ fate, parts }) =>
      fate.status !== "refused" &&
      files.every(({ file }) => parts.some((part) => isUnchanged(file, part.file))),
  );
  if (same) return { fresh: [], same: [same], outdated: [] };
  const shares = await Promise.all(known.map(({ parts }) => sharesFile(files, parts)));
  return { fresh: files, same: [], outdated: known.filter((_, at) => shares[at]) };
}

export async function sharesFile(
  some: readonly Chosen[],
  others: readonly Chosen[],
): Promise<boolean> {
  const pairs = some.flatMap((one) => others.map((other) => [one, other] as const));
  return (await Promise.all(pairs.map((pair) => isSameFile(...pair)))).includes(true);
}

async function isSameFile(one: Chosen, other: Chosen): Promise<boolean> {
  if (one.file.name !== other.file.name) return false;
  if (isUnchanged(one.file, other.file)) return true;
  return !!one.handle && !!other.handle && one.handle.isSameEntry(other.handle);
}

/** Whether a file is as it was, as far as can be told without reading it. */
export function isUnchanged(one: File, other: File): boolean {
  return (
    one.name === other.name && one.size === other.size && one.lastModified === other.lastModified
  );
}

/** The name of the database that a file is or belongs to. */
export function bundleName({ file }: Chosen): string {
  return databaseOf(file.name) ?? file.name;
}

import type { StudySummary } from "../../api/types";

/** The ids that an address names, each once; anything else in it is passed over. */
export function parseIds(text: string | null): number[] {
  const numbers = (text ?? "").split(",").filter((part) => /^\d{1,15}$/.test(part));
  return [...new Set(numbers.map(Number))];
}

/**
 * What is chosen after a click on one study: it changes sides, and so do with `from` all that
 * the list shows between that one and this.
 */
export function choose(
  chosen: readonly number[],
  shown: readonly number[],
  id: number,
  from: number | null,
): number[] {
  const range = between(shown, from ?? id, id);
  if (chosen.includes(id)) return withoutAll(chosen, range);
  return [...chosen, ...withoutAll(range, chosen)];
}

export function withoutAll(ids: readonly number[], others: readonly number[]): number[] {
  const gone = new Set(others);
  return ids.filter((id) => !gone.has(id));
}

/** The chosen studies that there still are, in the order in which they were chosen. */
export function stillThere(chosen: readonly number[], studies: readonly StudySummary[]): number[] {
  const known = new Set(studies.map(({ study_id }) => study_id));
  return chosen.filter((id) => known.has(id));
}

function between(shown: readonly number[], one: number, other: number): readonly number[] {
  const ends = [shown.indexOf(one), shown.indexOf(other)];
  const [first = -1, last = -1] = ends.sort((a, b) => a - b);
  return first < 0 ? [other] : shown.slice(first, last + 1);
}

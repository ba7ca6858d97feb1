import type { StudySummary } from "../../api/types";
import { toNumber } from "../../format/numbers";

export const SORT_KEYS = [
  "id",
  "name",
  "objectives",
  "trials",
  "best",
  "activity",
  "source",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

type Cell = string | number | null;

const CELLS: Readonly<Record<SortKey, (study: StudySummary) => Cell>> = {
  // Every storage counts its studies up: the newest has the highest.
  id: (study) => study.study_id,
  name: (study) => study.study_name,
  objectives: (study) => study.directions.length,
  trials: (study) => study.n_trials,
  best: (study) => study.pareto_size ?? bestNumber(study),
  activity: (study) => study.last_activity,
  source: (study) => study.source_label,
};

const COLLATOR = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** A sorted copy; equal rows keep their order, rows without a value come last either way. */
export function sortStudies(studies: readonly StudySummary[], sort: Sort | null): StudySummary[] {
  if (!sort) return [...studies];
  const cell = CELLS[sort.key];
  return [...studies].sort((a, b) => compare(cell(a), cell(b), sort.descending));
}

/** `name` or `-name`, as it stands in the address; null for anything else. */
export function parseSort(text: string | null): Sort | null {
  const descending = text?.startsWith("-") ?? false;
  const key = SORT_KEYS.find((name) => name === text?.slice(descending ? 1 : 0));
  return key ? { key, descending } : null;
}

export function sortText(sort: Sort | null): string | null {
  return sort && (sort.descending ? `-${sort.key}` : sort.key);
}

/** The next sort after a click on a column: its natural order, then the other, then none. */
export function nextSort(current: Sort | null, key: SortKey): Sort | null {
  const natural = key !== "name" && key !== "source" && key !== "objectives";
  if (current?.key !== key) return { key, descending: natural };
  return current.descending === natural ? { key, descending: !natural } : null;
}

function compare(a: Cell, b: Cell, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === "string" && typeof b === "string" ? COLLATOR.compare(a, b) : Number(a) - Number(b);
  return descending ? -order : order;
}

function bestNumber(study: StudySummary): number | null {
  const best = study.best_value === null ? Number.NaN : toNumber(study.best_value);
  return Number.isNaN(best) ? null : best;
}

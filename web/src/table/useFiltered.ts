import { type TrialCounts, useSelection } from "../selection/selection";

export interface Filtered {
  /** Null until it is known whether it can be read. */
  readonly filter: string | null;
  /** Of what the filter selects, as far as that is known. */
  readonly counts: TrialCounts;
}

/** What the table lists of a study: what the filter of its pages selects, if that can be read. */
export function useFiltered(study: TrialCounts): Filtered {
  const selection = useSelection();
  if (!selection || selection.error !== null) return { filter: "", counts: study };
  const { filter, pending, selected } = selection;
  return { filter: pending ? null : filter, counts: selected ?? study };
}

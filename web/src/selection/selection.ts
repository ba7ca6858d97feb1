import { createContext, type RefObject, useContext } from "react";
import type { StudySummary } from "../api/types";

/** The trials that a filter selects in one study. */
export interface Selected extends TrialCounts {
  readonly studyId: number;
  readonly filter: string;
  readonly numbers: ReadonlySet<number>;
}

/** How many trials there are, and in which states, as of a whole study. */
export type TrialCounts = Pick<StudySummary, "n_trials" | "state_counts">;

/** The trials of a study that its pages single out. */
export interface Selection {
  readonly studyId: number;
  /** As the address says it; empty if there is none. */
  readonly filter: string;
  readonly setFilter: (filter: string) => void;
  /** Null without a filter, and while none was ever answered or the last one has an error. */
  readonly selected: Selected | null;
  readonly total: number | undefined;
  /** The answer to this filter is under way; `selected` is that to the one before. */
  readonly pending: boolean;
  readonly error: unknown;
  /** The bar is shown, though there may be no filter yet. */
  readonly open: boolean;
  readonly show: () => void;
  /** Takes the filter away too. */
  readonly close: () => void;
  /** The bar was closed by hand: the focus goes to the button that opens it again. */
  readonly closed: RefObject<boolean>;
}

export const SelectionContext = createContext<Selection | null>(null);

/** Null on pages that are not of one study. */
export function useSelection(): Selection | null {
  return useContext(SelectionContext);
}

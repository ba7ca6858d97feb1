import { useRef } from "react";
import type { StudySummary } from "../../api/types";
import { choose, stillThere, withoutAll } from "./chosen";
import type { ListState } from "./useListState";

export interface Chosen {
  readonly ids: readonly number[];
  has(id: number): boolean;
  /** Of those, the ones that the list does not show at the moment. */
  readonly hidden: number;
  /** `range`: also all from the study that was chosen last to this one. */
  choose(id: number, range: boolean): void;
  chooseShown(on: boolean): void;
  clear(): void;
}

/** Studies of the list that are chosen to be compared. */
export function useChosen(
  list: ListState,
  studies: readonly StudySummary[],
  shown: readonly StudySummary[],
): Chosen {
  const last = useRef<number | null>(null);
  const ids = stillThere(list.chosen, studies);
  const known = new Set(ids);
  const shownIds = shown.map(({ study_id }) => study_id);
  const hidden = withoutAll(ids, shownIds);
  return {
    ids,
    has: (id) => known.has(id),
    hidden: hidden.length,
    choose: (id, range) => {
      list.setChosen(choose(ids, shownIds, id, range ? last.current : null));
      last.current = id;
    },
    chooseShown: (on) => list.setChosen(on ? [...hidden, ...shownIds] : hidden),
    clear: () => list.setChosen([]),
  };
}

import { type RefObject, useMemo, useState } from "react";
import type { StudyOverview } from "../api/types";
import { blocksFor } from "./blocks";
import type { LongScroll, Sight } from "./LongScroll";
import type { TableState } from "./tableState";
import { type ActiveRow, useActiveRow } from "./useActiveRow";
import { useFetchedRange } from "./useFetchedRange";
import { useFiltered } from "./useFiltered";
import { useLongScroll } from "./useLongScroll";
import { type TrialBlocks, type TrialList, useTrialBlocks } from "./useTrialBlocks";

export interface TrialRows extends TrialBlocks, ActiveRow {
  readonly list: TrialList;
  readonly count: number;
  readonly filtered: boolean;
  readonly sight: Sight;
  readonly long: LongScroll;
}

/** The trials of the table: which are in sight, fetched, active. */
export function useTrialRows(
  study: StudyOverview,
  { sort, trial: selected }: TableState,
  scroller: RefObject<HTMLElement | null>,
  onSelect: (number: number) => void,
): TrialRows {
  const studyId = study.study_id;
  const { filter, counts } = useFiltered(study);
  const list = useMemo(() => ({ sort, filter }), [sort, filter]);
  const expected = counts.n_trials;
  const [known, setKnown] = useState<number | undefined>();
  const count = known ?? expected;
  const [sight, long] = useLongScroll(scroller, JSON.stringify(list), count);
  const fetched = useFetchedRange(sight);
  const wanted = blocksFor(fetched, Math.max(expected, fetched.end));
  const blocks = useTrialBlocks(studyId, list, wanted);
  if (blocks.total !== known) setKnown(blocks.total);
  const active = useActiveRow({ studyId, list, selected, row: blocks.row, long, onSelect });
  return { ...blocks, ...active, list, count, filtered: counts !== study, sight, long };
}

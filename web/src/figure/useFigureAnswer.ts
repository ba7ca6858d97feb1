import type { UseQueryResult } from "@tanstack/react-query";
import { useFigure, useStudies } from "../api/hooks";
import type { FigureAnswer, StudySummary } from "../api/types";
import { utcOffset } from "../format/times";
import { useSettings } from "../settings/useSettings";

/** A figure with its times on the clock that the user chose. */
export function useFigureAnswer(
  studyId: number,
  name: string,
  options: Readonly<Record<string, string>>,
  enabled: boolean,
  overlay: readonly number[] = [],
): UseQueryResult<FigureAnswer> {
  const offset = useUtcOffset([studyId, ...overlay]);
  return useFigure(studyId, name, options, {
    overlay,
    utcOffset: offset ?? 0,
    enabled: enabled && offset !== undefined,
  });
}

/** By how many minutes that clock is ahead of UTC; undefined until it is known. */
function useUtcOffset(studyIds: readonly number[]): number | undefined {
  const { zone } = useSettings();
  const { data, isPending } = useStudies();
  if (zone !== "local") return 0;
  if (isPending) return undefined;
  const known = studyIds.map((id) => data?.study_summaries.find((one) => one.study_id === id));
  return localOffset(known.filter((study) => study !== undefined));
}

/**
 * By how many minutes the user's clock is ahead of UTC in a figure of these studies. An axis
 * keeps one offset all along, the one at the last activity of the first study of a known clock:
 * were it to jump where the user's clocks do, trials would swap places and change in length.
 */
export function localOffset(studies: readonly StudySummary[]): number {
  const last = studies.find((study) => study.clock === "utc" && study.last_activity)?.last_activity;
  return last ? utcOffset(last) : 0;
}

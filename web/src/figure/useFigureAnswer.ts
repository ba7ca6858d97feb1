import type { UseQueryResult } from "@tanstack/react-query";
import { useFigure, useStudies } from "../api/hooks";
import type { FigureAnswer } from "../api/types";
import { utcOffset } from "../format/times";
import { useSettings } from "../settings/useSettings";

/** A figure with its times on the clock that the user chose. */
export function useFigureAnswer(
  studyId: number,
  name: string,
  options: Readonly<Record<string, string>>,
  enabled: boolean,
): UseQueryResult<FigureAnswer> {
  const offset = useUtcOffset(studyId);
  return useFigure(studyId, name, options, {
    utcOffset: offset ?? 0,
    enabled: enabled && offset !== undefined,
  });
}

/**
 * By how many minutes that clock is ahead of UTC; undefined until it is known. An axis keeps
 * one offset all along, the one at the study's last activity: were it to jump where the user's
 * clocks do, trials would swap places and change in length.
 */
function useUtcOffset(studyId: number): number | undefined {
  const { zone } = useSettings();
  const { data, isPending } = useStudies();
  if (zone !== "local") return 0;
  if (isPending) return undefined;
  const study = data?.study_summaries.find(({ study_id }) => study_id === studyId);
  return study?.clock === "utc" && study.last_activity ? utcOffset(study.last_activity) : 0;
}

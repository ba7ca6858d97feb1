import { useStudies } from "../../api/hooks";
import type { StudySummary } from "../../api/types";

/** What the list of studies knows of this one, at once if it was seen before. */
export function useListedStudy(studyId: number): StudySummary | undefined {
  const { data } = useStudies();
  return data?.study_summaries.find(({ study_id }) => study_id === studyId);
}

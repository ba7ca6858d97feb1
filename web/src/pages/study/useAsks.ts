import { useFigures, useStudyOverview } from "../../api/hooks";
import { useMayWrite } from "../../api/write";
import { useListedStudy } from "./useListedStudy";

/** Whether people are asked about the trials of the study, and can answer here. */
export function useAsks(studyId: number): boolean {
  const listed = useListedStudy(studyId);
  const mayWrite = useMayWrite(listed?.source) && listed !== undefined;
  // As on the page of the study: figures come before what takes counting.
  const { isFetched } = useFigures(studyId, mayWrite);
  const { data } = useStudyOverview(studyId, mayWrite && isFetched);
  return mayWrite && Boolean(data?.form);
}

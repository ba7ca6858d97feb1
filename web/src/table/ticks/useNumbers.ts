import { useCallback } from "react";
import { getJson } from "../../api/client";
import type { TrialNumbers } from "../../api/types";
import { useHost } from "../../hosts/context";
import type { RowRange } from "../blocks";
import { listParams, type TrialList } from "../useTrialBlocks";

/** Asks for the numbers of listed trials in the order of the list: of these rows, or of all. */
export function useNumbers(
  studyId: number,
  list: TrialList,
): (range?: RowRange) => Promise<readonly number[]> {
  const host = useHost();
  return useCallback(
    async (range) => {
      const path = `/api/studies/${studyId}/trial-numbers`;
      const rows = range ? { offset: range.first, limit: range.end - range.first } : {};
      const params = { ...listParams(list), ...rows };
      return (await getJson<TrialNumbers>(host, path, params)).numbers;
    },
    [host, studyId, list],
  );
}

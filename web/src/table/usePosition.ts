import { useQuery } from "@tanstack/react-query";
import { getJson } from "../api/client";
import { queryKey } from "../api/hooks";
import type { TrialPage } from "../api/types";
import { useHost } from "../hosts/context";
import { listParams, type TrialList } from "./useTrialBlocks";

export interface Position {
  /** Undefined while it is looked for, null if the filter hides the trial. */
  readonly row: number | null | undefined;
  /** Why there is none: the study has no such trial. */
  readonly error: unknown;
}

/** Where a trial stands in the sorted and filtered list; looked for only if a number is given. */
export function usePosition(studyId: number, list: TrialList, number: number | null): Position {
  const host = useHost();
  const path = `/api/studies/${studyId}/trials`;
  const params = { ...(number === null ? {} : { number }), limit: 1, ...listParams(list) };
  const { data, error } = useQuery({
    queryKey: queryKey(path, params),
    queryFn: ({ signal }) => getJson<TrialPage>(host, path, params, signal),
    enabled: number !== null && list.filter !== null,
  });
  return {
    row: number === null ? undefined : data?.position,
    error: number === null ? null : error,
  };
}

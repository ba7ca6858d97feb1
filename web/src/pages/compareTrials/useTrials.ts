import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { getJson } from "../../api/client";
import { queryKey } from "../../api/hooks";
import type { TrialDetail } from "../../api/types";
import { useHost } from "../../hosts/context";

/** Several trials in full, each by a request of its own, which its page shares. */
export function useTrials(
  studyId: number,
  numbers: readonly number[],
): readonly UseQueryResult<TrialDetail>[] {
  const host = useHost();
  return useQueries({
    queries: numbers.map((number) => {
      const path = `/api/studies/${studyId}/trials/${number}`;
      return {
        queryKey: queryKey(path),
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          getJson<TrialDetail>(host, path, {}, signal),
      };
    }),
  });
}

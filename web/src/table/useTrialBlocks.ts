import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { getJson, type QueryParams } from "../api/client";
import { queryKey } from "../api/hooks";
import type { TrialPage, TrialRow } from "../api/types";
import { useHost } from "../hosts/context";
import { BLOCK_SIZE } from "./blocks";

export interface TrialList {
  readonly sort: string;
  /** Null while it is awaited: nothing is asked for then. */
  readonly filter: string | null;
}

/** How the API is asked for this list. */
export function listParams({ sort, filter }: TrialList): QueryParams {
  return { sort, ...(filter ? { filter } : {}) };
}

export interface TrialBlocks {
  /** Undefined while it is on its way. */
  readonly row: (index: number) => TrialRow | undefined;
  /** Undefined until the first answer. */
  readonly total: number | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

interface Loaded {
  readonly rows: ReadonlyMap<number, TrialRow>;
  readonly total: number | undefined;
}

const NOTHING: Loaded = { rows: new Map(), total: undefined };

/**
 * These blocks of the sorted and filtered trials. Blocks out of sight stay in the query
 * cache for a while; a request whose block left the sight before it was answered is
 * cancelled, because its query then has no observer.
 */
export function useTrialBlocks(
  studyId: number,
  list: TrialList,
  blocks: readonly number[],
): TrialBlocks {
  const host = useHost();
  const path = `/api/studies/${studyId}/trials`;
  const { loaded, error, pending, retry } = useQueries({
    queries: blocks.map((block) => {
      const params = { offset: block * BLOCK_SIZE, limit: BLOCK_SIZE, ...listParams(list) };
      return {
        queryKey: queryKey(path, params),
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          getJson<TrialPage>(host, path, params, signal),
        enabled: list.filter !== null,
        gcTime: 60_000,
      };
    }),
    combine,
  });

  // Until the first block of another order comes, the rows of the last one stay.
  const [before, setBefore] = useState<Loaded>(NOTHING);
  const isFirst = pending && loaded.rows.size === 0;
  useEffect(() => {
    if (!isFirst) setBefore(loaded);
  }, [isFirst, loaded]);
  const { rows, total } = isFirst ? before : loaded;
  return { row: (index) => rows.get(index), total, error, retry };
}

function combine(results: UseQueryResult<TrialPage>[]) {
  const rows = new Map<number, TrialRow>();
  let total: number | undefined;
  for (const { data } of results) {
    if (!data) continue;
    total = data.total;
    data.trials.forEach((trial, index) => {
      rows.set(data.offset + index, trial);
    });
  }
  return {
    loaded: { rows, total },
    pending: results.some((result) => result.isPending),
    error: results.find((result) => result.error)?.error ?? null,
    retry: () => {
      for (const result of results) if (result.error) void result.refetch();
    },
  };
}

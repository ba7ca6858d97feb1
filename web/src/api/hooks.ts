import {
  keepPreviousData,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useHost } from "../hosts/context";
import type { Host } from "../hosts/host";
import { getJson, type QueryParams } from "./client";
import type {
  ComparedParams,
  Comparison,
  FigureAnswer,
  FigureList,
  FilterNames,
  Meta,
  ParamList,
  Selection,
  StudyList,
  StudyOverview,
  TrialArtifactPage,
  TrialDetail,
  TrialNumbers,
} from "./types";

export function useMeta(): UseQueryResult<Meta> {
  return useJson<Meta>("/api/meta");
}

export function useStudies(): UseQueryResult<StudyList> {
  return useJson<StudyList>("/api/studies");
}

export function useStudyOverview(studyId: number, enabled = true): UseQueryResult<StudyOverview> {
  return useJson<StudyOverview>(`/api/studies/${studyId}/summary`, {}, { enabled });
}

export function useTrial(studyId: number, number: number): UseQueryResult<TrialDetail> {
  return useJson<TrialDetail>(`/api/studies/${studyId}/trials/${number}`, {}, { keep: true });
}

/** Every parameter of a study with its ranges. */
export function useSearchSpace(studyId: number): UseQueryResult<ParamList> {
  return useJson<ParamList>(`/api/studies/${studyId}/params`);
}

/** Which trials are listed; `choice` says it in the parameters of the API. */
export function useTrialNumbers(
  studyId: number,
  choice: QueryParams,
): UseQueryResult<TrialNumbers> {
  return useJson<TrialNumbers>(`/api/studies/${studyId}/trial-numbers`, choice, { keep: true });
}

/** The first trials that have files, of those that a filter selects; none until it is known. */
export function useTrialArtifacts(
  studyId: number,
  filter: string | null,
  limit: number,
): UseQueryResult<TrialArtifactPage> {
  const params = { filter: filter || undefined, limit };
  const path = `/api/studies/${studyId}/trial-artifacts`;
  return useJson<TrialArtifactPage>(path, params, { enabled: filter !== null, keep: true });
}

export function useFigures(studyId: number, enabled = true): UseQueryResult<FigureList> {
  return useJson<FigureList>(`/api/studies/${studyId}/figures`, {}, { enabled });
}

/** Several studies side by side, in this order. */
export function useComparison(ids: readonly number[]): UseQueryResult<Comparison> {
  const enabled = ids.length > 1;
  return useJson<Comparison>("/api/compare", { ids: ids.join(",") }, { enabled, keep: true });
}

export function useComparedParams(
  ids: readonly number[],
  enabled: boolean,
): UseQueryResult<ComparedParams> {
  const params = { ids: ids.join(",") };
  return useJson<ComparedParams>("/api/compare/params", params, { enabled, keep: true });
}

interface FigureWish {
  /** Further studies to draw. */
  readonly overlay?: readonly number[];
  /** By how many minutes the clock on which times are read is ahead of UTC. */
  readonly utcOffset?: number;
  readonly enabled?: boolean;
}

export function figurePath(studyId: number, name: string): string {
  return `/api/studies/${studyId}/figures/${encodeURIComponent(name)}`;
}

/** `options` as the figure's schema names them. */
export function useFigure(
  studyId: number,
  name: string,
  options: QueryParams = {},
  { enabled = true, ...wish }: FigureWish = {},
): UseQueryResult<FigureAnswer> {
  const [path, params] = figureRequest(studyId, name, options, wish);
  return useJson<FigureAnswer>(path, params, { enabled, keep: true });
}

/** Asks for a figure that will be shown soon: its answer is then there, or under way. */
export function useFigureAhead(): (
  studyId: number,
  name: string,
  options?: QueryParams,
  wish?: FigureWish,
) => void {
  const host = useHost();
  const client = useQueryClient();
  return (studyId, name, options = {}, wish = {}) => {
    void client.prefetchQuery(get(host, ...figureRequest(studyId, name, options, wish)));
  };
}

function figureRequest(
  studyId: number,
  name: string,
  options: QueryParams,
  { overlay = [], utcOffset = 0 }: FigureWish,
): [path: string, params: QueryParams] {
  const params = { ...options, study: overlay, utc_offset: utcOffset || undefined };
  return [figurePath(studyId, name), params];
}

/** The trials that a filter is true for; without a filter nothing is asked. */
export function useSelectedTrials(studyId: number, filter: string): UseQueryResult<Selection> {
  const path = `/api/studies/${studyId}/selection`;
  return useJson<Selection>(path, { filter }, { enabled: filter !== "", keep: true });
}

/** What a filter can name. */
export function useFilterNames(studyId: number, enabled: boolean): UseQueryResult<FilterNames> {
  return useJson<FilterNames>(`/api/studies/${studyId}/filter-names`, {}, { enabled });
}

/** The key of a GET: path and parameters, so that equal requests share one answer. */
export function queryKey(path: string, params: QueryParams = {}): readonly unknown[] {
  return [path, params];
}

interface Behaviour {
  readonly enabled?: boolean;
  /** Show the previous answer until the next one comes, so that nothing jumps. */
  readonly keep?: boolean;
}

function useJson<T>(
  path: string,
  params: QueryParams = {},
  { enabled = true, keep = false }: Behaviour = {},
): UseQueryResult<T> {
  const host = useHost();
  return useQuery({
    ...get<T>(host, path, params),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

function get<T>(host: Host, path: string, params: QueryParams) {
  return {
    queryKey: queryKey(path, params),
    queryFn: ({ signal }: { signal: AbortSignal }) => getJson<T>(host, path, params, signal),
  };
}

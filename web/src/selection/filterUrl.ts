import { useCallback } from "react";
import { useLocation, useSearchParams } from "react-router";
import { parsePlace } from "../app/usePlace";

const KEY = "filter";

export function readFilter(search: URLSearchParams): string {
  return search.get(KEY)?.trim() ?? "";
}

export function writeFilter(search: URLSearchParams, filter: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (filter.trim()) next.set(KEY, filter.trim());
  else next.delete(KEY);
  return next;
}

interface Address {
  readonly pathname: string;
  readonly search: string;
}

/** The path of a page, with the filter of the page at hand if both are of one study. */
export function keepFilter(path: string, { pathname, search }: Address): string {
  const filter = readFilter(new URLSearchParams(search));
  const [place = "", query] = path.split("?");
  const { studyId } = parsePlace(place);
  if (!filter || studyId === null || studyId !== parsePlace(pathname).studyId) return path;
  return `${place}?${writeFilter(new URLSearchParams(query), filter)}`;
}

/** For links and steps from page to page, on which the filter of a study stays. */
export function useKeptFilter(): (path: string) => string {
  const address = useLocation();
  return useCallback((path) => keepFilter(path, address), [address]);
}

/** The filter of the page, kept in its address. */
export function useFilter(): [filter: string, setFilter: (filter: string) => void] {
  const [search, setSearch] = useSearchParams();
  const setFilter = useCallback(
    (filter: string) =>
      setSearch((before) => writeFilter(before, filter), {
        replace: true,
        preventScrollReset: true,
      }),
    [setSearch],
  );
  return [readFilter(search), setFilter];
}

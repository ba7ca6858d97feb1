import { useSearchParams } from "react-router";
import { parseIds } from "./chosen";
import { nextSort, parseSort, type Sort, type SortKey, sortText } from "./sort";

export interface ListState {
  readonly query: string;
  readonly sort: Sort | null;
  readonly helpers: boolean;
  /** Ids of studies, as the address has them. */
  readonly chosen: readonly number[];
  setQuery(query: string): void;
  setSort(sort: Sort | null): void;
  sortBy(key: SortKey): void;
  showHelpers(show: boolean): void;
  setChosen(ids: readonly number[]): void;
}

/** Search, sort and choice live in the address, so that a view can be kept and shared. */
export function useListState(): ListState {
  const [params, setParams] = useSearchParams();
  const sort = parseSort(params.get("sort"));
  const set = (key: string, value: string | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(key, value);
        else after.delete(key);
        return after;
      },
      // At once: what a hand or a key did next must not be answered with the state before.
      { replace: true, preventScrollReset: true, flushSync: true },
    );
  return {
    query: params.get("q") ?? "",
    sort,
    helpers: params.get("helpers") === "1",
    chosen: parseIds(params.get("chosen")),
    setQuery: (query) => set("q", query),
    setSort: (next) => set("sort", sortText(next)),
    sortBy: (key) => set("sort", sortText(nextSort(sort, key))),
    showHelpers: (show) => set("helpers", show ? "1" : null),
    setChosen: (ids) => set("chosen", ids.join(",")),
  };
}

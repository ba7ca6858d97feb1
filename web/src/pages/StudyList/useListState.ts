import { useSearchParams } from "react-router";
import { nextSort, parseSort, type Sort, type SortKey, sortText } from "./sort";

export interface ListState {
  readonly query: string;
  readonly sort: Sort | null;
  readonly helpers: boolean;
  setQuery(query: string): void;
  setSort(sort: Sort | null): void;
  sortBy(key: SortKey): void;
  showHelpers(show: boolean): void;
}

/** Search and sort live in the address, so that a view can be kept and shared. */
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
      { replace: true },
    );
  return {
    query: params.get("q") ?? "",
    sort,
    helpers: params.get("helpers") === "1",
    setQuery: (query) => set("q", query),
    setSort: (next) => set("sort", sortText(next)),
    sortBy: (key) => set("sort", sortText(nextSort(sort, key))),
    showHelpers: (show) => set("helpers", show ? "1" : null),
  };
}

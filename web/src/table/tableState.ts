/** What the URL says of the trial table. */
export interface TableState {
  /** A column of the API, with `-` before it for descending. */
  readonly sort: string;
  /** Number of the trial whose details are shown. */
  readonly trial: number | null;
}

export const DEFAULT_SORT = "number";

export function readTableState(search: URLSearchParams): TableState {
  const trial = search.get("trial") ?? "";
  return {
    sort: search.get("sort") || DEFAULT_SORT,
    trial: /^\d{1,15}$/.test(trial) ? Number(trial) : null,
  };
}

/** The URL with these parts changed; what the table does by itself is left out. */
export function writeTableState(
  search: URLSearchParams,
  change: Partial<TableState>,
): URLSearchParams {
  const state = { ...readTableState(search), ...change };
  const next = new URLSearchParams(search);
  put(next, "sort", state.sort === DEFAULT_SORT ? "" : state.sort);
  put(next, "trial", state.trial === null ? "" : String(state.trial));
  return next;
}

function put(search: URLSearchParams, key: string, value: string): void {
  if (value) search.set(key, value);
  else search.delete(key);
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

export function sortingOf(sort: string): Sorting {
  return sort.startsWith("-")
    ? { key: sort.slice(1), descending: true }
    : { key: sort, descending: false };
}

/** The sort after a click on a header: its first order, the other one, then none. */
export function nextSort(sort: string, key: string, descendingFirst: boolean): string {
  const order = descendingFirst ? [`-${key}`, key] : [key, `-${key}`];
  const next = order[order.indexOf(sort) + 1];
  // By number is how trials come, so there is no third order for it.
  return next ?? (key === DEFAULT_SORT ? key : DEFAULT_SORT);
}

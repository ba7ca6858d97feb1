import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { readTableState, type TableState, writeTableState } from "./tableState";

/** The state of the trial table, kept in the URL of the page. */
export function useTableState(): [TableState, (change: Partial<TableState>) => void] {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const state = useMemo(() => readTableState(new URLSearchParams(text)), [text]);
  const change = useCallback(
    (part: Partial<TableState>) =>
      setSearch((before) => writeTableState(before, part), {
        replace: true,
        preventScrollReset: true,
      }),
    [setSearch],
  );
  return [state, change];
}

import { useFilterNames } from "../../api/hooks";
import type { FilterName } from "../../api/types";
import { useSelection } from "../../selection/selection";
import { type ColumnFilter, readColumnFilter, writeColumnFilter } from "./columnFilter";

export interface ColumnFilterState {
  /** Undefined while it is on its way; null if a filter has no name for the column. */
  readonly name: FilterName | null | undefined;
  readonly current: ColumnFilter | null;
  readonly apply: (wanted: Exclude<ColumnFilter, { kind: "other" }> | null) => void;
}

/** What the filter of the page asks of one column of the table. */
export function useColumnFilter(column: string): ColumnFilterState {
  const selection = useSelection();
  const { data, error } = useFilterNames(selection?.studyId ?? 0, selection !== null);
  const known = error || !selection ? { names: [] } : data;
  const name = known && (known.names.find((one) => one.column === column) ?? null);
  const filter = selection?.filter ?? "";
  return {
    name,
    current: name ? readColumnFilter(filter, name) : null,
    apply: (wanted) => {
      if (name) selection?.setFilter(writeColumnFilter(filter, name, wanted));
    },
  };
}

import { useMemo } from "react";
import { useFilterNames } from "../../api/hooks";
import { useSelection } from "../../selection/selection";
import { termsOn } from "../../selection/terms";

/** Ids of the columns that the filter of the page has a condition on. */
export function useFilteredColumns(): ReadonlySet<string> {
  const selection = useSelection();
  const filter = selection?.filter ?? "";
  const { data } = useFilterNames(selection?.studyId ?? 0, filter !== "");
  return useMemo(() => {
    const names = filter && data ? data.names : [];
    const filtered = names.filter((name) => termsOn(filter, name).length > 0);
    return new Set(filtered.map(({ column }) => column));
  }, [filter, data]);
}

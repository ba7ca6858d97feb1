import { type ReactNode, useMemo, useRef, useState } from "react";
import { decodeNumbers } from "../api/decode";
import { useSelectedTrials } from "../api/hooks";
import { useFilter } from "./filterUrl";
import { type Selected, type Selection, SelectionContext } from "./selection";

interface Props {
  readonly studyId: number;
  readonly children: ReactNode;
}

/** Asks once for what the address of a study's page selects, for all that show it. */
export function SelectionProvider({ studyId, children }: Props): ReactNode {
  const [filter, setFilter] = useFilter();
  const [open, setOpen] = useState(false);
  const closed = useRef(false);
  const { data, error, isPlaceholderData, isPending } = useSelectedTrials(studyId, filter);
  // Of the answer alone: a new one would have every figure drawn anew.
  const answered = useMemo((): Selected | null => {
    if (!data) return null;
    const { numbers, matched, state_counts } = data;
    return {
      studyId,
      filter: data.filter,
      numbers: new Set(Array.from(decodeNumbers({ ...numbers }))),
      n_trials: matched,
      state_counts,
    };
  }, [studyId, data]);
  const isFiltered = filter !== "";
  const selection: Selection = {
    studyId,
    filter,
    setFilter,
    selected: isFiltered ? answered : null,
    total: data?.total,
    pending: isFiltered && (isPlaceholderData || isPending),
    error: isFiltered ? error : null,
    open: open || isFiltered,
    show: () => setOpen(true),
    close: () => {
      closed.current = true;
      setFilter("");
      setOpen(false);
    },
    closed,
  };
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}

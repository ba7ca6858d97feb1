import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { COLUMN_ATTRIBUTE } from "./attributes";
import { ROW_NAME } from "./layout";

export interface HeadFocus {
  /** The one column in whose header Tab stops. */
  readonly current: string;
  /** Leads to the header of a column, wherever it is. */
  readonly go: (id: string) => void;
}

/** Keeps the focus of the header row, of whose columns only `drawn` are there. */
export function useHeadFocus(
  row: RefObject<HTMLElement | null>,
  drawn: readonly string[],
  reveal: (id: string) => void,
): HeadFocus {
  const [last, setLast] = useState(ROW_NAME);
  const awaited = useRef<string | null>(null);
  // With every drawing: the header may come only after the table has scrolled to it.
  useEffect(() => {
    const cells = row.current?.querySelectorAll(`[${COLUMN_ATTRIBUTE}]`) ?? [];
    const cell = [...cells].find((one) => one.getAttribute(COLUMN_ATTRIBUTE) === awaited.current);
    if (!cell) return;
    awaited.current = null;
    cell.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
  });
  return {
    current: drawn.includes(last) ? last : (drawn[0] ?? ROW_NAME),
    go: (id) => {
      awaited.current = id;
      setLast(id);
      reveal(id);
    },
  };
}

/** The column in whose header a key was pressed. */
export function columnOf({ target }: KeyboardEvent): string | null {
  const cell = (target as Element).closest(`[${COLUMN_ATTRIBUTE}]`);
  return cell?.getAttribute(COLUMN_ATTRIBUTE) ?? null;
}

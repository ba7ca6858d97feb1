import type { ReactNode } from "react";
import type { Column } from "./columns";
import type { Sorting } from "./tableState";
import { Cell, Clip, SortButton } from "./tableStyles";

interface Props {
  readonly column: Column;
  /** From 1. */
  readonly position: number;
  readonly sorting: Sorting;
  readonly onSort: (column: Column) => void;
}

export function HeaderCell({ column, position, sorting, onSort }: Props): ReactNode {
  const sorted = column.sortKey === sorting.key;
  const order = sorting.descending ? "descending" : "ascending";
  return (
    <Cell
      role="columnheader"
      aria-colindex={position}
      {...(column.sortKey === null ? {} : { "aria-sort": sorted ? order : "none" })}
      data-first={position === 1}
      data-numeric={column.numeric}
      style={{ width: column.width }}
      title={column.hint}
    >
      {column.sortKey === null ? (
        <Clip>{column.label}</Clip>
      ) : (
        <SortButton type="button" data-sorted={sorted} onClick={() => onSort(column)}>
          <Clip>{column.label}</Clip>
          <span aria-hidden style={{ width: "0.8em" }}>
            {sorted && (sorting.descending ? "▾" : "▴")}
          </span>
        </SortButton>
      )}
    </Cell>
  );
}

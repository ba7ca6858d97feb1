import FilterIcon from "@mui/icons-material/FilterAlt";
import MoreIcon from "@mui/icons-material/MoreVert";
import type { PointerEvent, ReactNode } from "react";
import type { PlacedColumn } from "./columnWindow";
import { COLUMN_ATTRIBUTE, CONTENT_ATTRIBUTE, FROZEN_ATTRIBUTE } from "./layout/attributes";
import { Resizer } from "./layout/Resizer";
import type { ColumnDrag } from "./layout/useColumnDrag";
import type { Columns } from "./layout/useColumnLayout";
import type { Sorting } from "./tableState";
import { Cell, Clip, MenuButton, SortButton } from "./tableStyles";

interface Props {
  readonly placed: PlacedColumn;
  readonly frozen: boolean;
  /** Whether it is the last of the frozen ones. */
  readonly isEdge: boolean;
  readonly columns: Columns;
  readonly sorting: Sorting;
  /** Whether Tab stops here; the arrow keys lead to the other headers. */
  readonly isCurrent: boolean;
  /** Whether the filter of the page has a condition on it. */
  readonly isFiltered: boolean;
  readonly drag: ColumnDrag | null;
  readonly onSort: () => void;
  readonly onMenu: (anchor: HTMLElement) => void;
  readonly onPress: (press: PointerEvent<HTMLElement>) => void;
}

/** The head of a column: a click sorts, a drag moves, the edge resizes, the menu does the rest. */
export function HeaderCell(props: Props): ReactNode {
  const { placed, frozen, columns, sorting, isCurrent, isFiltered, drag } = props;
  const { column, position, left } = placed;
  const isSorted = column.id === sorting.key;
  const order = sorting.descending ? "descending" : "ascending";
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <Cell
      role="columnheader"
      aria-label={column.label}
      aria-colindex={position}
      aria-sort={isSorted ? order : "none"}
      {...{ [COLUMN_ATTRIBUTE]: column.id, ...(frozen ? { [FROZEN_ATTRIBUTE]: true } : {}) }}
      data-edge={props.isEdge}
      data-numeric={column.numeric}
      data-drop={drag?.drop?.id === column.id ? drag.drop.side : undefined}
      data-dragged={drag?.id === column.id}
      style={{ width: column.width, ...(frozen ? { left } : {}) }}
      title={column.hint}
    >
      <SortButton
        type="button"
        data-sorted={isSorted}
        tabIndex={tabIndex}
        onClick={props.onSort}
        onPointerDown={props.onPress}
      >
        <Clip {...{ [CONTENT_ATTRIBUTE]: true }}>{column.label}</Clip>
        <span aria-hidden {...{ [CONTENT_ATTRIBUTE]: true }} style={{ width: "0.8em" }}>
          {isSorted && (sorting.descending ? "▾" : "▴")}
        </span>
      </SortButton>
      <MenuButton
        type="button"
        tabIndex={tabIndex}
        aria-label={`Column ${column.label}${isFiltered ? ", filtered" : ""}`}
        aria-haspopup="dialog"
        data-filtered={isFiltered}
        {...{ [CONTENT_ATTRIBUTE]: true }}
        onClick={(event) => props.onMenu(event.currentTarget)}
      >
        {isFiltered ? <FilterIcon /> : <MoreIcon />}
      </MenuButton>
      <Resizer column={column} columns={columns} tabIndex={tabIndex} />
    </Cell>
  );
}

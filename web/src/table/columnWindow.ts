import type { Column } from "./columns";
import type { Arrangement } from "./layout/layout";

/** The column of tick boxes stands before all others. */
export const TICK_WIDTH = 40;

export interface PlacedColumn {
  readonly column: Column;
  /** From 1, as screen readers count. */
  readonly position: number;
  /** From the left edge of the table. */
  readonly left: number;
}

/** The columns in sight, so that a study with hundreds of parameters scrolls as well. */
export interface ColumnWindow {
  /** Those that stay in sight at the left. */
  readonly frozen: readonly PlacedColumn[];
  /** Those in sight of the others. */
  readonly shown: readonly PlacedColumn[];
  /** Width of the columns between the frozen ones and those shown. */
  readonly gap: number;
  /** Of all columns together. */
  readonly width: number;
}

/** What can be seen of the table. */
export interface Sight {
  readonly left: number;
  readonly width: number;
}

/** Columns are drawn so far beyond both edges, for scrolling not to show them being made. */
const MARGIN = 300;
/** Frozen columns leave so much of the sight to the others. */
const FROZEN_SHARE = 0.6;

export function columnWindow({ columns, pinned }: Arrangement, sight: Sight): ColumnWindow {
  const placed = place(columns);
  const frozen = placed.slice(0, frozenCount(placed, pinned, sight));
  const edge = endOf(frozen.at(-1));
  const scrolling = placed.slice(frozen.length);
  const from = edge + sight.left - MARGIN;
  const to = sight.left + sight.width + MARGIN;
  const shown = scrolling.filter((one) => endOf(one) > from && one.left < to);
  return {
    frozen,
    shown,
    gap: (shown[0]?.left ?? edge) - edge,
    width: endOf(placed.at(-1)),
  };
}

/** How far to scroll so that this column is in sight; where it is already, as it is now. */
export function leftToShow({ frozen }: ColumnWindow, column: PlacedColumn, sight: Sight): number {
  if (frozen.some(({ position }) => position === column.position)) return sight.left;
  const edge = endOf(frozen.at(-1));
  const least = endOf(column) - sight.width;
  const most = column.left - edge;
  return Math.min(Math.max(sight.left, least), most);
}

export function place(columns: readonly Column[]): PlacedColumn[] {
  let left = TICK_WIDTH;
  return columns.map((column, index) => {
    const placed = { column, position: index + 2, left };
    left += column.width;
    return placed;
  });
}

/** On a phone, only the first of the pinned columns may fit. */
function frozenCount(placed: readonly PlacedColumn[], pinned: number, { width }: Sight): number {
  const room = width * FROZEN_SHARE;
  const fitting = placed.slice(0, pinned).filter((one) => endOf(one) <= room);
  return Math.max(Math.min(1, placed.length), fitting.length);
}

function endOf(placed: PlacedColumn | undefined): number {
  return placed ? placed.left + placed.column.width : TICK_WIDTH;
}

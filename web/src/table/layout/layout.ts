import type { Column } from "../columns";

/** How someone wants the columns of a study, which are named by their ids. */
export interface ColumnLayout {
  /** From left to right. Columns that are not named, being new, stand where they come. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** These stay in sight at the left. */
  readonly pinned: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

export const AS_IT_COMES: ColumnLayout = { order: [], hidden: [], pinned: [], widths: {} };

/** This column names the rows: it comes first and is always there. */
export const ROW_NAME = "number";

export const LEAST_WIDTH = 56;
export const MOST_WIDTH = 800;

/** The columns that are shown, from left to right. */
export interface Arrangement {
  readonly columns: readonly Column[];
  /** How many of them, from the first on, are pinned. */
  readonly pinned: number;
}

export function arrange(columns: readonly Column[], layout: ColumnLayout): Arrangement {
  const shown = inOrder(columns, layout).filter(({ id }) => !isHidden(layout, id));
  return {
    columns: shown.map((column) => ({
      ...column,
      width: layout.widths[column.id] ?? column.width,
    })),
    pinned: shown.filter(({ id }) => isPinned(layout, id)).length,
  };
}

export function isHidden({ hidden }: ColumnLayout, id: string): boolean {
  return id !== ROW_NAME && hidden.includes(id);
}

export function isPinned({ pinned }: ColumnLayout, id: string): boolean {
  return id === ROW_NAME || pinned.includes(id);
}

export function show(layout: ColumnLayout, ids: readonly string[], shown: boolean): ColumnLayout {
  const others = layout.hidden.filter((id) => !ids.includes(id));
  return { ...layout, hidden: shown ? others : [...others, ...ids] };
}

export function pin(layout: ColumnLayout, id: string, pinned: boolean): ColumnLayout {
  const others = layout.pinned.filter((other) => other !== id);
  return { ...layout, pinned: pinned ? [...others, id] : others };
}

/** Null gives the column the width it has by itself. */
export function resize(layout: ColumnLayout, id: string, width: number | null): ColumnLayout {
  const { [id]: _, ...others } = layout.widths;
  return { ...layout, widths: width === null ? others : { ...others, [id]: within(width) } };
}

/** Puts a column before another one, or last; pinned ones stay among themselves. */
export function move(
  columns: readonly Column[],
  layout: ColumnLayout,
  id: string,
  before: string | null,
): ColumnLayout {
  const order = inOrder(columns, layout).map((column) => column.id);
  const others = order.filter((other) => other !== id);
  const place = before === null ? others.length : others.indexOf(before);
  return { ...layout, order: others.toSpliced(place, 0, id) };
}

/** Moves a column past the next one that is shown on either side, if it may stand there. */
export function moveBy(
  columns: readonly Column[],
  layout: ColumnLayout,
  id: string,
  step: 1 | -1,
): ColumnLayout {
  const shown = arrange(columns, layout).columns.map((column) => column.id);
  const place = shown.indexOf(id);
  const neighbour = shown[place + step];
  if (neighbour === undefined || !mayPass(layout, id, neighbour)) return layout;
  return move(columns, layout, id, (step < 0 ? neighbour : shown[place + 2]) ?? null);
}

/** Whether a column may stand on the other side of this neighbour. */
export function mayPass(layout: ColumnLayout, id: string, neighbour: string): boolean {
  const isMovable = id !== ROW_NAME && neighbour !== ROW_NAME;
  return isMovable && isPinned(layout, id) === isPinned(layout, neighbour);
}

/** All columns from left to right, hidden ones where they would be. */
export function inOrder(columns: readonly Column[], layout: ColumnLayout): Column[] {
  const placed = placedBy(columns, layout.order);
  const rank = ({ id }: Column) => (id === ROW_NAME ? 0 : isPinned(layout, id) ? 1 : 2);
  return placed.toSorted((a, b) => rank(a) - rank(b));
}

function placedBy(columns: readonly Column[], order: readonly string[]): Column[] {
  const known = new Map(columns.map((column) => [column.id, column]));
  const named = new Set(order);
  const placed = [...named].flatMap((id) => known.get(id) ?? []);
  if (placed.length === 0) return [...columns];
  columns.forEach((column, index) => {
    if (named.has(column.id)) return;
    const before = columns[index - 1];
    placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, column);
  });
  return placed;
}

function within(width: number): number {
  return Math.round(Math.min(Math.max(width, LEAST_WIDTH), MOST_WIDTH));
}

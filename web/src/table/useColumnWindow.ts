import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useMemo } from "react";
import type { Column } from "./columns";

/** The columns in sight. */
export interface ColumnWindow {
  /** The first column, which stays in sight, and those after the gap. Positions count from 1. */
  readonly shown: readonly { readonly column: Column; readonly position: number }[];
  /** Width of the columns between the first one and those shown. */
  readonly gap: number;
  /** Of all columns. */
  readonly width: number;
}

/** The columns in sight, so that a study with hundreds of parameters scrolls as well. */
export function useColumnWindow(
  scroller: RefObject<HTMLElement | null>,
  columns: readonly Column[],
): ColumnWindow {
  const virtual = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => columns[index]?.width ?? 0,
    getItemKey: (index) => columns[index]?.id ?? index,
    // Wide studies fill the screen before the width of the table is known.
    initialRect: { width: window.innerWidth, height: 0 },
    overscan: 3,
  });
  const items = virtual.getVirtualItems();
  const from = Math.max(1, items[0]?.index ?? 1);
  const to = (items.at(-1)?.index ?? 0) + 1;
  return useMemo(() => windowOf(columns, from, to), [columns, from, to]);
}

export function windowOf(columns: readonly Column[], from: number, to: number): ColumnWindow {
  const placed = columns.map((column, index) => ({ column, position: index + 1 }));
  const widthOf = (some: readonly Column[]) => some.reduce((sum, { width }) => sum + width, 0);
  return {
    shown: [...placed.slice(0, 1), ...placed.slice(from, Math.max(from, to))],
    gap: widthOf(columns.slice(1, from)),
    width: widthOf(columns),
  };
}

import { COLUMN_ATTRIBUTE, CONTENT_ATTRIBUTE } from "./attributes";

/** What a cell needs beside its contents. */
const PADDING = 28;

/** The width at which nothing of a column is cut off, as far as it is drawn. */
export function naturalWidth(grid: Element, column: string): number {
  const cells = [...grid.querySelectorAll(`[${COLUMN_ATTRIBUTE}]`)];
  const own = cells.filter((cell) => cell.getAttribute(COLUMN_ATTRIBUTE) === column);
  return Math.max(0, ...own.map(contentWidth)) + PADDING;
}

function contentWidth(cell: Element): number {
  const parts = [...cell.querySelectorAll(`[${CONTENT_ATTRIBUTE}]`)];
  return parts.reduce((sum, part) => sum + part.scrollWidth, 0);
}

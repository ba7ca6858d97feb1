/** How many trials the table asks for at once. */
export const BLOCK_SIZE = 100;

export interface RowRange {
  readonly first: number;
  /** Not included. */
  readonly end: number;
}

/** The blocks that hold these rows, and a few rows on either side. */
export function blocksFor({ first, end }: RowRange, total: number, margin = 30): number[] {
  const from = Math.floor(Math.max(0, first - margin) / BLOCK_SIZE);
  const to = Math.ceil(Math.min(total, end + margin) / BLOCK_SIZE);
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Whether the view was moved on, not put to another place. */
export function isNear(before: RowRange, now: RowRange): boolean {
  return now.first <= before.end + BLOCK_SIZE && now.end >= before.first - BLOCK_SIZE;
}

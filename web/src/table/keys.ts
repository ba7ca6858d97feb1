/** The row that a key leads to, of `count` rows; null if the key moves nothing. */
export function keyMove(
  key: string,
  row: number | null,
  count: number,
  page: number,
): number | null {
  const last = count - 1;
  const target = targetOf(key, row, last, page);
  return target === null || count === 0 ? null : Math.min(Math.max(target, 0), last);
}

function targetOf(key: string, row: number | null, last: number, page: number): number | null {
  switch (key) {
    case "ArrowDown":
      return row === null ? 0 : row + 1;
    case "ArrowUp":
      return row === null ? 0 : row - 1;
    case "PageDown":
      return (row ?? 0) + page;
    case "PageUp":
      return (row ?? 0) - page;
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

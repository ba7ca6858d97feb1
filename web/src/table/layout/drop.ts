/** Where a header is drawn, in pixels from the left. */
export interface Span {
  readonly id: string;
  readonly left: number;
  readonly right: number;
}

/** A line where a dragged column would be put. */
export interface Drop {
  readonly id: string;
  readonly side: "before" | "after";
}

/** The place nearest to the pointer beside one of these headers, which stand from left to right. */
export function dropAt(spans: readonly Span[], x: number): Drop | null {
  const next = spans.find(({ left, right }) => x < (left + right) / 2);
  const last = spans.at(-1);
  if (next) return { id: next.id, side: "before" };
  return last ? { id: last.id, side: "after" } : null;
}

/** The column that will follow, null for none; `ids` are those shown, without the dragged one. */
export function followerOf(ids: readonly string[], { id, side }: Drop): string | null {
  return side === "before" ? id : (ids[ids.indexOf(id) + 1] ?? null);
}

import { describe, expect, it } from "vitest";
import type { Column } from "../columns";
import {
  AS_IT_COMES,
  arrange,
  type ColumnLayout,
  inOrder,
  LEAST_WIDTH,
  move,
  moveBy,
  pin,
  resize,
  show,
} from "./layout";

const columns = (...ids: string[]) => ids.map((id) => ({ id, label: id, width: 100 }) as Column);
const ALL = columns("number", "state", "a", "b", "c");

const shown = (layout: ColumnLayout, all = ALL) => arrange(all, layout).columns.map(({ id }) => id);

describe("the layout of columns", () => {
  it("is at first how they come", () => {
    expect(shown(AS_IT_COMES)).toEqual(["number", "state", "a", "b", "c"]);
    expect(arrange(ALL, AS_IT_COMES).pinned).toBe(1);
  });

  it("hides and shows, but never what names the rows", () => {
    const hidden = show(AS_IT_COMES, ["number", "a", "c"], false);
    expect(shown(hidden)).toEqual(["number", "state", "b"]);
    expect(shown(show(hidden, ["c"], true))).toEqual(["number", "state", "b", "c"]);
    expect(show(show(hidden, ["a"], false), ["a", "c", "number"], true)).toEqual(AS_IT_COMES);
  });

  it("pins at the left, and lets go to where it was", () => {
    const pinned = pin(pin(AS_IT_COMES, "c", true), "a", true);
    expect(shown(pinned)).toEqual(["number", "a", "c", "state", "b"]);
    expect(arrange(ALL, pinned).pinned).toBe(3);
    expect(shown(pin(pinned, "c", false))).toEqual(["number", "a", "state", "b", "c"]);
    expect(arrange(ALL, show(pinned, ["a"], false)).pinned).toBe(2);
  });

  it("changes widths within reason, and back", () => {
    const wide = resize(AS_IT_COMES, "a", 333.4);
    expect(arrange(ALL, wide).columns[2]?.width).toBe(333);
    expect(resize(wide, "a", null)).toEqual(AS_IT_COMES);
    expect(resize(wide, "a", 1).widths.a).toBe(LEAST_WIDTH);
    expect(resize(wide, "a", 9999).widths.a).toBe(800);
  });
});

describe("the order of columns", () => {
  it("puts one before another, or last", () => {
    expect(shown(move(ALL, AS_IT_COMES, "c", "state"))).toEqual(["number", "c", "state", "a", "b"]);
    expect(shown(move(ALL, AS_IT_COMES, "state", null))).toEqual([
      "number",
      "a",
      "b",
      "c",
      "state",
    ]);
  });

  it("keeps the first one first, and pinned ones among themselves", () => {
    expect(shown(move(ALL, AS_IT_COMES, "c", "number"))[0]).toBe("number");
    const pinned = pin(AS_IT_COMES, "b", true);
    expect(shown(move(ALL, pinned, "b", null))).toEqual(["number", "b", "state", "a", "c"]);
    expect(shown(move(ALL, pinned, "c", "b"))).toEqual(["number", "b", "c", "state", "a"]);
  });

  it("moves past what is shown, not past what is hidden", () => {
    const layout = show(AS_IT_COMES, ["a"], false);
    expect(shown(moveBy(ALL, layout, "state", 1))).toEqual(["number", "b", "state", "c"]);
    expect(shown(moveBy(ALL, layout, "c", -1))).toEqual(["number", "state", "c", "b"]);
    expect(shown(moveBy(ALL, layout, "b", 1))).toEqual(["number", "state", "c", "b"]);
  });

  it("has ends", () => {
    expect(moveBy(ALL, AS_IT_COMES, "c", 1)).toBe(AS_IT_COMES);
    expect(moveBy(ALL, AS_IT_COMES, "state", -1)).toBe(AS_IT_COMES);
    expect(moveBy(ALL, AS_IT_COMES, "number", 1)).toBe(AS_IT_COMES);
    const pinned = pin(AS_IT_COMES, "b", true);
    expect(moveBy(ALL, pinned, "b", 1)).toBe(pinned);
    expect(moveBy(ALL, pinned, "state", -1)).toBe(pinned);
  });

  it("finds a place for columns that are new, and forgets those that are gone", () => {
    const layout = move(ALL, AS_IT_COMES, "c", "state");
    const later = columns("number", "state", "a", "new", "b", "last");
    expect(inOrder(later, layout).map(({ id }) => id)).toEqual([
      "number",
      "state",
      "a",
      "new",
      "b",
      "last",
    ]);
    expect(shown(layout, columns("first", "number", "state", "a", "b", "c"))).toEqual([
      "number",
      "first",
      "c",
      "state",
      "a",
      "b",
    ]);
  });
});

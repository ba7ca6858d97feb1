import { describe, expect, it } from "vitest";
import type { Column } from "./columns";
import { columnWindow, leftToShow, place, TICK_WIDTH } from "./columnWindow";

const COLUMNS = Array.from(
  { length: 100 },
  (_, index) => ({ id: `c${index}`, width: 100 }) as Column,
);
const WIDTH = TICK_WIDTH + 100 * 100;

const at = (left: number, width = 1000, pinned = 1) =>
  columnWindow({ columns: COLUMNS, pinned }, { left, width });
const ids = (some: ReturnType<typeof place>) => some.map(({ column }) => column.id);

describe("the columns in sight", () => {
  it("are the first ones at first", () => {
    const { frozen, shown, gap, width } = at(0);
    expect(ids([...frozen])).toEqual(["c0"]);
    expect(ids([...shown])[0]).toBe("c1");
    expect(shown.length).toBeLessThan(15);
    expect([gap, width]).toEqual([0, WIDTH]);
    expect(frozen[0]).toMatchObject({ position: 2, left: TICK_WIDTH });
  });

  it("stand where they would without those that are not drawn", () => {
    const { frozen, shown, gap } = at(5000);
    const end = TICK_WIDTH + frozen.length * 100;
    expect(end + gap).toBe(shown[0]?.left);
    expect(shown[0]?.left).toBeLessThanOrEqual(end + 5000);
    expect((shown.at(-1)?.left ?? 0) + 100).toBeGreaterThanOrEqual(6000);
    expect(shown.length).toBeLessThan(20);
    expect(shown[0]?.position).toBe(COLUMNS.findIndex(({ id }) => id === shown[0]?.column.id) + 2);
  });

  it("leave room beside the pinned ones", () => {
    expect(at(0, 1000, 3).frozen).toHaveLength(3);
    expect(at(0, 1000, 30).frozen).toHaveLength(5);
    expect(at(0, 200, 3).frozen).toHaveLength(1);
    expect(ids([...at(0, 200, 3).shown]).slice(0, 2)).toEqual(["c1", "c2"]);
  });

  it("may be none", () => {
    expect(columnWindow({ columns: [], pinned: 0 }, { left: 0, width: 1000 })).toEqual({
      frozen: [],
      shown: [],
      gap: 0,
      width: TICK_WIDTH,
    });
  });
});

describe("scrolling to a column", () => {
  const to = (index: number, left: number) => {
    const column = place(COLUMNS)[index];
    return column && leftToShow(at(left), column, { left, width: 1000 });
  };

  it("moves as little as possible", () => {
    expect(to(0, 5000)).toBe(5000);
    expect(to(3, 0)).toBe(0);
    // Its right edge at that of the sight, its left edge at that of the frozen column.
    expect(to(20, 0)).toBe(TICK_WIDTH + 21 * 100 - 1000);
    expect(to(20, 5000)).toBe(19 * 100);
  });
});

import { describe, expect, it } from "vitest";
import { elementHeight, follow, MAX_HEIGHT, placeToShow, type Scroll, scrollTo } from "./scroll";

const SHORT = { length: 3_300_000, view: 600 };
const LONG = { length: 33_000_000, view: 600 };
const place = ({ top, shift }: Scroll) => top + shift;

describe("a list that fits into an element", () => {
  it("scrolls as the element does", () => {
    expect(elementHeight(SHORT.length)).toBe(SHORT.length);
    expect(follow({ top: 0, shift: 0 }, 1234, SHORT)).toEqual({ top: 1234, shift: 0 });
    expect(scrollTo(99, SHORT)).toEqual({ top: 99, shift: 0 });
  });
});

describe("a list longer than any element", () => {
  it("gets an element of the greatest height", () => {
    expect(elementHeight(LONG.length)).toBe(MAX_HEIGHT);
  });

  it("moves pixel by pixel with small steps", () => {
    const start = scrollTo(15_000_000, LONG);
    expect(place(follow(start, start.top + 53, LONG))).toBe(15_000_053);
    expect(place(follow(start, start.top - 53, LONG))).toBe(14_999_947);
  });

  it("reaches its end when the scroll bar does", () => {
    const end = follow({ top: 0, shift: 0 }, MAX_HEIGHT - LONG.view, LONG);
    expect(place(end)).toBeCloseTo(LONG.length - LONG.view);
    expect(place(follow(end, 0, LONG))).toBe(0);
  });

  it("is in proportion after a jump", () => {
    const middle = follow({ top: 0, shift: 0 }, (MAX_HEIGHT - LONG.view) / 2, LONG);
    expect(place(middle)).toBeCloseTo((LONG.length - LONG.view) / 2);
  });

  it.each([0, 400, 2_000_000, 16_499_700, 31_999_000, 32_999_400])(
    "shows the place %d",
    (wanted) => {
      const scroll = scrollTo(wanted, LONG);
      expect(place(scroll)).toBe(wanted);
      expect(scroll.top).toBeGreaterThanOrEqual(0);
      expect(scroll.top).toBeLessThanOrEqual(MAX_HEIGHT - LONG.view);
    },
  );

  it.each([500, -500])("can be wheeled from one end to the other by %d", (step) => {
    const end = LONG.length - LONG.view;
    let scroll = scrollTo(step > 0 ? 0 : end, LONG);
    const target = step > 0 ? end : 0;
    let steps = 0;
    while (place(scroll) !== target && steps < 100_000) {
      const before = place(scroll);
      const top = Math.min(Math.max(scroll.top + step, 0), MAX_HEIGHT - LONG.view);
      scroll = follow(scroll, top, LONG);
      if (place(scroll) !== target) expect(place(scroll) - before).toBe(step);
      steps += 1;
    }
    expect(steps).toBe(Math.ceil(end / 500));
  });
});

describe("showing a row", () => {
  it("scrolls no more than it must", () => {
    expect(placeToShow(330, 33, 0, 600)).toBe(0);
    expect(placeToShow(330, 33, 340, 600)).toBe(330);
    expect(placeToShow(990, 33, 0, 600)).toBe(423);
  });
});

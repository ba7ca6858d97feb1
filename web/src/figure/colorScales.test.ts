import { describe, expect, it } from "vitest";
import { type ColorScale, FRONT, RANK, SEQUENTIAL } from "./colorScales";

/** Lightness tells the order to everyone, whatever colours they see. */
function lightness([, hex]: ColorScale[number]): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function steps(scale: ColorScale): number[] {
  const values = scale.map(lightness);
  return values.slice(1).map((value, index) => value - (values[index] ?? 0));
}

describe("colour scales", () => {
  it.each([SEQUENTIAL, FRONT])("end in what stands out against the page", ({ light, dark }) => {
    expect(steps(light).every((step) => step < -40)).toBe(true);
    expect(steps(dark).every((step) => step > 40)).toBe(true);
  });

  it("of ranks begin with it", () => {
    expect(steps(RANK.light).every((step) => step > 30)).toBe(true);
    expect(steps(RANK.dark).every((step) => step < -30)).toBe(true);
  });
});

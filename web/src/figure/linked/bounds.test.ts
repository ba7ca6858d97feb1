import { describe, expect, it } from "vitest";
import { numberBounds, parseTime, timeBounds, wholeBounds } from "./bounds";

describe("the ends of a brushed range", () => {
  const values = [-3.2, 0.0504, 0.0506, 0.41, 12.7];

  it("have as few digits as keep the same values", () => {
    expect(numberBounds([0.0312345, 0.5312345], values, false)).toEqual({
      low: "0.03",
      high: "0.53",
    });
    expect(numberBounds([0.0504999, 0.5], values, false)).toEqual({ low: "0.0505", high: "0.5" });
    expect(numberBounds([0.0506, 0.0506], values, false)).toEqual({ low: "0.0506", high: "0.051" });
  });

  it("are left out where nothing lies beyond", () => {
    expect(numberBounds([-4, 0.3], values, false)).toEqual({ high: "0.3" });
    expect(numberBounds([0.3, 12.7], values, false)).toEqual({ low: "0.3" });
    expect(numberBounds([-4, 13], values, false)).toEqual({});
  });

  it("suit the size of the numbers", () => {
    const large = [0, 125_000, 250_000, 1_000_000];
    expect(numberBounds([123_456.7, 512_345.6], large, false)).toEqual({
      low: "123000",
      high: "512000",
    });
    const rates = [1e-6, 1.234e-5, 3e-3, 0.5];
    expect(numberBounds([1.2301e-5, 0.0123], rates, true)).toEqual({
      low: "0.000012",
      high: "0.012",
    });
  });

  it("are short beside values of any size", () => {
    const wild = [0.25, 1.5e308, -1.7e308];
    expect(numberBounds([-0.14644451530612246, 0.6545758928571429], wild, false)).toEqual({
      low: "-0.146",
      high: "0.655",
    });
  });

  it("pass over what is no number", () => {
    expect(numberBounds([0, 1], [Number.NaN, 0.5, 2], false)).toEqual({ high: "1" });
  });

  it("are whole where the values are", () => {
    expect(wholeBounds([2.3, 7.8], [0, 1, 2, 3, 9])).toEqual({ low: "3", high: "7" });
    expect(wholeBounds([-0.4, 7.8], [0, 1, 2, 3, 9])).toEqual({ high: "7" });
  });

  it.each([1, 2, 3, 4, 5])("keep just what was brushed, whatever it was (%i)", (seed) => {
    let state = seed;
    const random = () => {
      state = (state * 16807) % 2147483647;
      return state / 2147483647;
    };
    const many = Array.from({ length: 300 }, () => (random() - 0.5) * 10 ** (random() * 12 - 6));
    for (let round = 0; round < 100; round++) {
      const ends = [random(), random()].map((share) => many[Math.floor(share * 300)] ?? 0);
      const low = Math.min(...ends) + (random() - 0.5) * 1e-3;
      const high = Math.max(...ends) + (random() - 0.5) * 1e-3;
      const found = numberBounds([low, high], many, false);
      const kept = many.filter(
        (value) =>
          value >= Number(found.low ?? Number.NEGATIVE_INFINITY) &&
          value <= Number(found.high ?? Number.POSITIVE_INFINITY),
      );
      expect(kept).toEqual(many.filter((value) => value >= low && value <= high));
    }
  });
});

describe("the ends of a range of times", () => {
  const minutes = (...at: number[]) => at.map((m) => parseTime("2024-05-01 12:00") + m * 60_000);

  it("name as little of a second as they can", () => {
    const [from = 0, to = 0] = minutes(2.4567, 500);
    expect(timeBounds([from, to], minutes(0, 1, 30, 300, 900))).toEqual({
      low: '"2024-05-01 12:02:00"',
      high: '"2024-05-01 20:20:00"',
    });
    const start = parseTime("2024-05-01 12:00:00.100");
    expect(timeBounds([start + 0.4, start + 1.2], [start, start + 1, start + 2])).toEqual({
      low: '"2024-05-01 12:00:00.101"',
      high: '"2024-05-01 12:00:00.101"',
    });
  });

  it("mean all of the last second", () => {
    const start = parseTime("2024-05-01 12:00:10");
    const times = [-60_000, 0, 650, 900, 3_600_000].map((after) => start + after);
    expect(timeBounds([start - 5, start + 700], times)).toEqual({
      low: '"2024-05-01 12:00:10"',
      high: '"2024-05-01 12:00:10.700"',
    });
  });

  it("are read as Plotly writes them", () => {
    expect(parseTime("2024-05-01")).toBe(Date.UTC(2024, 4, 1));
    expect(parseTime("2024-05-01 12:30")).toBe(Date.UTC(2024, 4, 1, 12, 30));
    expect(parseTime("2024-05-01 12:30:01.2345")).toBe(Date.UTC(2024, 4, 1, 12, 30, 1, 234));
    expect(parseTime("")).toBeNaN();
  });
});

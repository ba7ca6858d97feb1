import { describe, expect, it } from "vitest";
import type { Range } from "./bounds";
import { type BrushAxis, brushAxes, brushedRanges, brushTerm } from "./brush";

function axis(more: Partial<BrushAxis>): BrushAxis {
  const [found] = brushAxes({ meta: { axes: { x: { name: "x", ...more } } } }).values();
  if (!found) throw new Error("There is no axis");
  return found;
}

const NUMBER = axis({});
const CHOICE = axis({ kind: "choice", choices: ['"adam"', '"sgd"', "none"] });
const PLACES = [0, 1, 2, 3, 4, 5];

describe("what the core says of the axes", () => {
  it("is found in the layout", () => {
    const axes = brushAxes({ meta: { axes: { x: { name: "number", kind: "whole" } } } });
    expect([...axes.keys()]).toEqual(["x"]);
    expect(axes.get("x")).toMatchObject({ name: "number", kind: "whole", missing: null });
  });

  it("may be missing", () => {
    expect(brushAxes({}).size).toBe(0);
    expect(brushAxes({ meta: "text" }).size).toBe(0);
    expect(brushAxes({ meta: { axes: { x: null } } }).size).toBe(0);
  });
});

describe("a brush on an axis", () => {
  it.each<[string, BrushAxis, Range[], string | null]>([
    ["takes in a range", NUMBER, [[0.8, 3.21987]], "0.8 <= x <= 3.22"],
    ["ends where the values do", NUMBER, [[2.5, 9]], "x >= 2.5"],
    ["says nothing of all values", NUMBER, [[-1, 9]], null],
    ["says nothing where nothing is", NUMBER, [[2.1, 2.9]], null],
    [
      "may have several ranges",
      NUMBER,
      [
        [-1, 0.5],
        [4, 9],
      ],
      "(x <= 0.5 or x >= 4)",
    ],
    ["is of whole numbers", axis({ kind: "whole" }), [[0.3, 2.7]], "1 <= x <= 2"],
    ["may be one number", axis({ kind: "whole" }), [[1.3, 2.7]], "x == 2"],
    ["names choices", CHOICE, [[-0.5, 1.5]], 'x in ["adam", "sgd"]'],
    ["names one choice", CHOICE, [[0.6, 1.5]], 'x == "sgd"'],
    ["says nothing of all choices", CHOICE, [[-0.5, 2.5]], null],
    [
      "leaves out what cannot be said",
      axis({ kind: "choice", choices: [null, "1", "2"] }),
      [[0, 1]],
      "x == 1",
    ],
  ])("%s", (_, on, ranges, term) => {
    expect(brushTerm(on, ranges, PLACES)).toBe(term);
  });

  it("is of the values whose exponents stand there", () => {
    const rates = [1e-5, 1e-4, 1e-3, 0.1].map(Math.log10);
    const log = axis({ log: true, exponents: true });
    expect(brushTerm(log, [[-4.2, -1.234]], rates)).toBe("0.000063 <= x <= 0.058");
    expect(brushTerm(log, [[-4, -3]], rates)).toBe("0.0001 <= x <= 0.001");
  });

  it("is of times", () => {
    const at = (text: string) => Date.parse(`${text}Z`);
    const times = ["2024-05-01T12:00", "2024-05-01T18:00", "2024-05-03T00:00"].map(at);
    expect(
      brushTerm(axis({ kind: "time" }), [[at("2024-05-01T13:07"), at("2024-05-02")]], times),
    ).toBe('"2024-05-01 13:07:00" <= x <= "2024-05-02 00:00:00"');
  });

  it("may take in those that have nothing", () => {
    const some = axis({ missing: -1 });
    const places = [-1, 0, 5, 10];
    expect(brushTerm(some, [[-2, 7]], places)).toBe("(x == none or x <= 7)");
    expect(brushTerm(some, [[-1.5, -0.5]], places)).toBe("x == none");
    expect(brushTerm(some, [[-0.5, 11]], places)).toBe("x != none");
    expect(brushTerm(some, [[-2, 11]], places)).toBe(null);
    expect(brushTerm(some, [[4, 11]], places)).toBe("x >= 4");
  });
});

describe("the ranges of a filter on an axis", () => {
  it.each<[string, BrushAxis, string, Range[]]>([
    ["are those of its conditions", NUMBER, "value < 3 and 1 <= x <= 2.5", [[1, 2.5]]],
    ["go on to the last value", NUMBER, "x > 3", [[3, 5]]],
    [
      "may be several",
      NUMBER,
      "(x <= 1 or x == 4)",
      [
        [0, 1],
        [4, 4],
      ],
    ],
    ["may be exponents", axis({ exponents: true }), "0.001 <= x <= 0.1", [[-3, -1]]],
    ["are around choices", CHOICE, 'x == "sgd"', [[0.7, 1.3]]],
    ["are none without the column", NUMBER, "value < 3", []],
    ["are none among alternatives", NUMBER, "x < 3 or value < 1", []],
  ])("%s", (_, on, filter, ranges) => {
    expect(brushedRanges(on, filter, PLACES)).toEqual(ranges);
  });

  it("are around the place of those that have nothing", () => {
    const ranges = brushedRanges(axis({ missing: -1 }), "x == none", [-1, 0, 5]);
    expect(ranges).toEqual([[-1.3, -0.7]]);
  });
});

import { describe, expect, it } from "vitest";
import type { PlotlyFigure } from "../../api/types";
import { boxBrush, filterAfter, lineBrush, movedAxes, noBrush } from "./plotBrush";

describe("what Plotly tells of a brush", () => {
  it("is a range on every axis of a box", () => {
    const box = { points: [{}], range: { x: [1, 2], y3: ["a", "b"] } } as const;
    expect([...boxBrush(box)]).toEqual([
      ["x", [[1, 2]]],
      ["y3", [["a", "b"]]],
    ]);
  });

  it("is nothing where the box is empty", () => {
    expect([...boxBrush({ points: [], range: { x: [1, 2] } })]).toEqual([["x", []]]);
  });

  it("is one range, or several, on an axis of parallel coordinates", () => {
    const key = "dimensions[3].constraintrange";
    const ranges = (value: unknown) => lineBrush({ [key]: value })?.get("3");
    expect(ranges([[1, 2]])).toEqual([[1, 2]]);
    expect(
      ranges([
        [
          [1, 2],
          [3, 4],
        ],
      ]),
    ).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(ranges(null)).toEqual([]);
    expect(lineBrush({ dimensions: [] })).toBeNull();
  });
});

describe("axes that were moved", () => {
  it("are told by the places that they had", () => {
    expect(movedAxes({ dimensions: [[{ name: "2" }, { name: "0" }, { name: "1" }]] })).toEqual([
      2, 0, 1,
    ]);
    expect(movedAxes({ "dimensions[1].constraintrange": [[1, 2]] })).toBeNull();
  });
});

describe("the filter after a brush", () => {
  const history: PlotlyFigure = {
    data: [
      { x: [0, 1, 2, 3, 4], y: [5, 4, 3, 2, 1], meta: { role: "complete" } },
      { x: [0, 4], y: [0.5, 0.5], yaxis: "y2" },
    ],
    layout: { meta: { axes: { x: { name: "number", kind: "whole" }, y: { name: "value" } } } },
  };
  const box = (x: [unknown, unknown], y: [unknown, unknown]) =>
    boxBrush({ points: [{}], range: { x, y } });

  it("has a condition for each axis of a box", () => {
    expect(filterAfter(history, "", box([0.5, 3.2], [1.5, 9]))).toBe(
      "1 <= number <= 3 and value >= 1.5",
    );
  });

  it("has another one after the next box, beside what else it asked for", () => {
    const before = "1 <= number <= 3 and value >= 1.5 and best";
    expect(filterAfter(history, before, box([-1, 9], [1.5, 2.5]))).toBe(
      "1.5 <= value <= 2.5 and best",
    );
  });

  it("has none after an empty box", () => {
    const brush = boxBrush({ points: [], range: { x: [0, 1], y: [8, 9] } });
    expect(filterAfter(history, "number > 3 and best and value < 3", brush)).toBe("best");
    expect(filterAfter(history, "number > 3 and best", noBrush(history))).toBe("best");
  });

  it("takes in infinite values where it reaches their edge", () => {
    const infinite: PlotlyFigure = {
      data: [
        { x: [0, 1, 2], y: [1, 2, 3] },
        { x: [3, 4], y: [0.985, 0.015], yaxis: "y2" },
      ],
      layout: { meta: { axes: { y: { name: "value", edges: "y2" } } } },
    };
    const brushed = (y: [number, number], y2: [number, number]) =>
      filterAfter(infinite, "", boxBrush({ points: [{}], range: { y, y2 } }));
    expect(brushed([0.5, 3.5], [0.1, 0.9])).toBe("0.5 <= value <= 3.5");
    expect(brushed([1.5, 4], [0.4, 1])).toBe("value >= 1.5");
    expect(brushed([3.8, 4], [0.95, 1])).toBe("value >= 3.8");
    expect(brushed([-1, 1.5], [0, 0.4])).toBe("value <= 1.5");
    expect(brushed([-1, 4], [0, 1])).toBe("");
  });

  it("says nothing of axes that the core says nothing of", () => {
    const brush = boxBrush({ points: [{}], range: { x2: [0, 1], y: [2, 3] } });
    expect(filterAfter(history, "", brush)).toBe("2 <= value <= 3");
  });

  it("reads dates as they stand on their axis, and writes them as the study has them", () => {
    const times: PlotlyFigure = {
      data: [{ x: ["2024-05-01 12:00:00.000", "2024-05-01 13:00:00.000"], y: [1, 2] }],
      layout: { meta: { axes: { x: { name: "start", kind: "time", shift: 7200 } } } },
    };
    const brush = boxBrush({
      points: [{}],
      range: { x: ["2024-05-01 12:30:17.2345", "2024-05-01 14:00"] },
    });
    expect(filterAfter(times, "", brush)).toBe('start >= "2024-05-01 10:30:17"');
  });

  it("finds the columns of a scatter matrix by the numbers of the axes", () => {
    const matrix: PlotlyFigure = {
      data: [{ type: "splom", dimensions: [{ values: [1, 2, 3] }, { values: [10, 20, 30] }] }],
      layout: { meta: { axes: { x: { name: "params.a" }, y2: { name: "params.b" } } } },
    };
    const brush = boxBrush({ points: [{}], range: { x: [1.5, 3], y2: [5, 25] } });
    expect(filterAfter(matrix, "", brush)).toBe("params.a >= 1.5 and params.b <= 25");
  });

  it("finds those of parallel coordinates by their places", () => {
    const lines: PlotlyFigure = {
      data: [{ type: "parcoords", dimensions: [{ values: [1, 2, 3] }, { values: [-3, -2, -1] }] }],
      layout: {
        meta: {
          axes: { "0": { name: "number" }, "1": { name: "params.lr", log: true, exponents: true } },
        },
      },
    };
    const brush = lineBrush({ "dimensions[1].constraintrange": [[-2.5, -1.5]] });
    expect(filterAfter(lines, "best", brush ?? new Map())).toBe(
      "best and 0.0032 <= params.lr <= 0.032",
    );
  });
});

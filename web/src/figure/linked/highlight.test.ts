import { describe, expect, it } from "vitest";
import type { Json } from "../../api/types";
import type { Selected } from "../../selection/selection";
import type { Trace } from "../traceMeta";
import { highlight } from "./highlight";

const SELECTED: Selected = {
  studyId: 1,
  filter: "number in [1, 2]",
  numbers: new Set([1, 2]),
  n_trials: 2,
  state_counts: { Complete: 2 },
};

function trace(more: Trace, numbers: number[] = [0, 1, 2, 3], study = 1): Trace {
  const y: Json = numbers.map((number) => number / 10);
  return { type: "scatter", mode: "markers", x: numbers, y, meta: { study, numbers }, ...more };
}

function shown(figure: readonly Trace[], selected: Selected | null = SELECTED) {
  return highlight({ figure, data: figure, layout: {} }, selected, "light");
}

const yOf = (drawn: Trace | undefined) => Array.from(drawn?.y as unknown as ArrayLike<number>);

describe("a selection in a figure", () => {
  it.each([
    { type: "scatter" },
    { type: "scattergl" },
    { type: "bar", mode: "" },
    { type: "splom", mode: "" },
  ])("fades the other points in place (%j)", (kind) => {
    const { data, tells, origins } = shown([trace(kind)]);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ selectedpoints: [1, 2] });
    expect(data[0]).toHaveProperty("unselected.marker.color");
    expect({ tells, origins }).toEqual({ tells: true, origins: [0] });
  });

  it("draws the other points smaller", () => {
    const { data } = shown([trace({ marker: { size: 10 } })]);
    expect(data[0]).toMatchObject({ unselected: { marker: { size: 7 } } });
  });

  it("draws the selected curves above the others, at the places that they had", () => {
    const numbers = [0, 0, 1, 1, 3];
    const curves = trace({ mode: "lines+markers", legendgroup: "a" }, numbers);
    const best = trace({ mode: "lines+markers" }, [2]);
    const { data, origins } = shown([curves, best]);
    expect(origins).toEqual([0, 1, 0, 1]);
    expect(yOf(data[0])).toEqual([0, 0, Number.NaN, Number.NaN, 0.3]);
    expect(yOf(data[2])).toEqual([Number.NaN, Number.NaN, 0.1, 0.1, Number.NaN]);
    expect(data[0]).toMatchObject({ showlegend: false, legendgroup: "a" });
    expect(data[2]).not.toHaveProperty("opacity");
    expect(yOf(data[3])).toEqual([0.2]);
  });

  it("keeps the legend of curves of which none is selected", () => {
    const { data } = shown([trace({ mode: "lines+markers" }, [5, 6])]);
    expect(data).toHaveLength(1);
    expect(data[0]).not.toHaveProperty("showlegend");
    expect(data[0]?.opacity).toBeLessThan(1);
  });

  it("divides lines that are curves of many trials", () => {
    const [one] = [trace({ mode: "lines" })];
    const meta = { ...(one?.meta as object), is_of_many: true };
    const { data, tells } = shown([{ ...one, meta }]);
    expect(data).toHaveLength(2);
    expect(tells).toBe(true);
  });

  it("divides points in space", () => {
    const { data, tells } = shown([trace({ type: "scatter3d" })]);
    expect(data.map(yOf)).toEqual([
      [0, Number.NaN, Number.NaN, 0.3],
      [Number.NaN, 0.1, 0.2, Number.NaN],
    ]);
    expect(tells).toBe(true);
  });

  it("leaves alone what is of all trials, or of another study", () => {
    const traces = [
      trace({ mode: "lines" }),
      trace({ type: "contour" }),
      trace({}, []),
      trace({}, [1, 2, 3], 7),
    ];
    const { data, tells } = shown(traces);
    expect(data).toEqual(traces);
    expect(tells).toBe(false);
  });

  it("changes nothing where there is none", () => {
    const figure = [trace({}), trace({ mode: "lines+markers" })];
    expect(shown(figure, null)).toMatchObject({ data: figure, tells: false });
  });
});

describe("a selection in parallel coordinates", () => {
  const lines: Trace = {
    type: "parcoords",
    dimensions: [{ values: [1, 2, 3, 4] }, { values: [0.5, 0.6, 0.7, 0.8] }],
    line: { color: [10, 20, 30, 40], coloraxis: "coloraxis" },
    meta: { study: 1, numbers: [0, 1, 2, 3] },
  };
  const layout: Trace = {
    coloraxis: {
      colorscale: [
        [0, "#111111"],
        [1, "#999999"],
      ],
      reversescale: true,
    },
    meta: { axes: { "0": { name: "params.x" }, "1": { name: "value" } } },
  };
  const drawn = (filter: string | null) =>
    highlight(
      { figure: [lines], data: [lines], layout },
      filter === null ? null : { ...SELECTED, filter },
      "light",
    );

  it("is a matter of colour: others have the lowest, which is faint", () => {
    const { data, layout: after } = drawn("best");
    const [{ line } = {}] = data as readonly { line?: { color: ArrayLike<number> } }[];
    const color = Array.from(line?.color ?? []);
    expect(color.slice(1, 3)).toEqual([20, 30]);
    expect(color[0]).toBeLessThan(10);
    expect(color[0]).toBeGreaterThan(9);
    expect(color[3]).toBe(color[0]);
    const axis = after.coloraxis as { cmin: number; cmax: number; colorscale: [number, string][] };
    expect(axis).toMatchObject({ cmin: color[0], cmax: 40, reversescale: false });
    expect(axis.colorscale.map(([, name]) => name).slice(2)).toEqual(["#999999", "#111111"]);
    const places = axis.colorscale.map(([place]) => place);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect([places[0], places.at(-1)]).toEqual([0, 1]);
  });

  it("marks the ranges that the filter has on its axes", () => {
    const [trace] = drawn("2 <= params.x < 3 and state == COMPLETE").data;
    expect(trace?.dimensions).toEqual([
      { name: "0", values: [1, 2, 3, 4], constraintrange: [[2, 3]] },
      { name: "1", values: [0.5, 0.6, 0.7, 0.8] },
    ]);
  });

  it("lets no mark of a brush stay in the figure", () => {
    const [trace = {}] = drawn(null).data;
    expect(trace).toMatchObject(lines);
    expect((trace.dimensions as object[])[0]).not.toBe((lines.dimensions as object[])[0]);
  });
});

import { describe, expect, it } from "vitest";
import type { Json } from "../api/types";
import { STATE_COLORS, SURFACES } from "../theme/colors";
import { dress, type Look } from "./drawing";
import type { Trace } from "./traceMeta";

const LOOK: Look = {
  scheme: "light",
  template: "default",
  numbers: "short",
  digits: 6,
  touch: false,
  narrow: false,
  legend: true,
  hidden: new Set(),
};
const { complete, best } = STATE_COLORS.light;

interface Axis {
  readonly colorscale: Json;
  readonly colorbar: Readonly<Record<string, Json>>;
}

function points(role: string, series?: number, more: Record<string, Json> = {}): Trace {
  return {
    type: "scatter",
    mode: "markers",
    x: [1, 2],
    meta: { role, study: 1, numbers: [1, 2], ...(series === undefined ? {} : { series }) },
    ...more,
  };
}

describe("dressing a figure", () => {
  it("colours traces by what they mean", () => {
    const line = { ...points("best"), mode: "lines", line: { shape: "hv" } };
    const { data } = dress({ data: [points("complete"), line], layout: {} }, LOOK);
    expect(data[0]).toMatchObject({ marker: { color: complete } });
    expect(data[1]).toMatchObject({ line: { color: best, shape: "hv" } });
  });

  it("keeps what the core decided", () => {
    const marker = { color: [0, 1], symbol: "x" };
    const { data } = dress({ data: [points("complete", undefined, { marker })], layout: {} }, LOOK);
    expect(data[0]).toMatchObject({ marker });
  });

  it("colours studies by their place, also where one before them has nothing to draw", () => {
    const color = (...traces: Trace[]) => {
      const { data } = dress({ data: traces, layout: {} }, LOOK);
      return (data.at(-1) as { marker: { color: string } }).marker.color;
    };
    const [first, third] = [points("complete", 0), points("complete", 2)];
    expect(new Set([color(first), color(third), complete]).size).toBe(3);
    expect(color(first, third)).toBe(color(third));
  });

  it("leaves room for the drawing below a long legend on a phone", () => {
    const legend = (narrow: boolean) =>
      dress({ data: [], layout: {} }, { ...LOOK, narrow }).layout.legend ?? {};
    expect(legend(true)).toHaveProperty("maxheight");
    expect(legend(false)).not.toHaveProperty("maxheight");
  });

  it("leaves out studies, and the legend where the page has one", () => {
    const look = { ...LOOK, legend: false, hidden: new Set([1]) };
    const figure = { data: [points("best")], layout: { showlegend: true } };
    const drawing = dress(figure, look);
    expect(drawing.data).toMatchObject([{ visible: false }]);
    expect(drawing.layout.showlegend).toBe(false);
    expect(drawing.isNamed).toBe(true);
    expect(dress(figure, LOOK).layout.showlegend).toBe(true);
    expect(dress(figure, LOOK).data[0]).not.toHaveProperty("visible");
  });

  it("does not pass on the trial numbers", () => {
    const { data } = dress({ data: [points("complete")], layout: {} }, LOOK);
    expect(data[0]).not.toHaveProperty("meta");
  });

  it("names the kinds of traces to be loaded", () => {
    const data = [points("complete", undefined, { type: "scattergl" }), { x: [1] }];
    expect(dress({ data, layout: {} }, LOOK).types).toEqual(["scattergl", "scatter"]);
  });
});

describe("colour scales", () => {
  const scaled = (role: string, look: Look = LOOK) => {
    const marker = { color: [0, 1], coloraxis: "coloraxis" };
    const layout = { coloraxis: { reversescale: true, colorbar: { title: { text: "v" } } } };
    return dress({ data: [points(role, undefined, { marker })], layout }, look);
  };

  it("are of this page, one for values and one for ranks", () => {
    expect(scaled("value").layout.coloraxis).toMatchObject({ reversescale: true });
    const scales = (["light", "dark"] as const).flatMap((scheme) =>
      ["trial-number", "rank"].map((role) => {
        const { coloraxis } = scaled(role, { ...LOOK, scheme }).layout;
        return JSON.stringify(coloraxis?.colorscale);
      }),
    );
    expect(new Set(scales).size).toBe(4);
  });

  it("have their bar below where there is little room", () => {
    const bar = scaled("value", { ...LOOK, narrow: true }).layout.coloraxis?.colorbar;
    expect(bar).toMatchObject({ orientation: "h", title: { text: "v", side: "top" } });
  });

  it("are two of a Pareto front, with bars that share the room of one", () => {
    const layout = { coloraxis: { colorbar: {} }, coloraxis2: { colorbar: {} } };
    const data = ["front", "dominated"].map((role, place) =>
      points(role, undefined, {
        marker: { color: [0, 1], coloraxis: place ? "coloraxis2" : "coloraxis" },
      }),
    );
    const axes = (narrow: boolean) => {
      const dressed = dress({ data, layout }, { ...LOOK, narrow }).layout as Trace;
      return [dressed.coloraxis, dressed.coloraxis2] as unknown as [Axis, Axis];
    };
    const [front, dominated] = axes(false);
    expect(front.colorscale).not.toEqual(dominated.colorscale);
    expect([front.colorbar, dominated.colorbar]).toEqual([
      { len: 0.5, y: 0.75 },
      { len: 0.5, y: 0.25 },
    ]);
    expect(
      axes(true).map(({ colorbar: { orientation, len, x } }) => [orientation, len, x]),
    ).toEqual([
      ["h", 0.5, 0.25],
      ["h", 0.5, 0.75],
    ]);
  });

  it("give points an edge, as faint ones are close to the page", () => {
    expect(scaled("value").data[0]).toMatchObject({ marker: { line: { width: 0.75 } } });
    expect(dress({ data: [points("complete")], layout: {} }, LOOK).data[0]).toMatchObject({
      marker: { line: { width: 0 } },
    });
  });
});

describe("figures of many axes", () => {
  const axes = (n: number) => Array.from({ length: n }, () => ({ values: [1, 2, 3] }));

  it("need more room the more axes there are", () => {
    const width = (n: number, type: string) =>
      dress({ data: [{ type, dimensions: axes(n) }], layout: {} }, LOOK).minWidth;
    expect(width(10, "parcoords")).toBeGreaterThan(width(3, "parcoords"));
    expect(width(10, "splom")).toBeGreaterThan(width(3, "splom"));
    expect(dress({ data: [points("complete")], layout: {} }, LOOK).minWidth).toBe(0);
  });

  it("have titles that the page can show", () => {
    const figure = { data: [{ type: "parcoords", dimensions: axes(3) }], layout: {} };
    const { data, layout } = dress(figure, { ...LOOK, scheme: "dark" });
    expect(data[0]).toMatchObject({ labelfont: { color: SURFACES.dark.ink } });
    expect(layout.margin?.t).toBeGreaterThan(40);
  });

  it("colour a scatter matrix by what its trials are", () => {
    const trace = { type: "splom", dimensions: axes(2), meta: { role: "pruned", study: 1 } };
    const { data } = dress({ data: [trace], layout: {} }, LOOK);
    expect(data[0]).toMatchObject({ marker: { color: STATE_COLORS.light.pruned } });
  });
});

describe("surfaces", () => {
  it("show the trials above them in ink, with a line of the page around", () => {
    const surface = { type: "contour", meta: { role: "surface", study: 1 } };
    const { data } = dress({ data: [surface, points("over-surface")], layout: {} }, LOOK);
    const { ink, raised } = SURFACES.light;
    expect(data[1]).toMatchObject({ marker: { color: ink, line: { color: raised, width: 1 } } });
  });
});

describe("series of one study", () => {
  it("have a colour each", () => {
    const bars = [0, 1].map((series) => ({
      type: "bar",
      meta: { role: "importance", study: 1, series },
    }));
    const { data } = dress({ data: bars, layout: {} }, LOOK);
    const colors = data.map((trace) => (trace as { marker: { color: string } }).marker.color);
    expect(new Set(colors).size).toBe(2);
  });
});

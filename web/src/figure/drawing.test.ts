import { describe, expect, it } from "vitest";
import type { Json } from "../api/types";
import { STATE_COLORS } from "../theme/colors";
import { dress, type Look } from "./drawing";

const LOOK: Look = { scheme: "light", touch: false, revision: 0 };
const { complete, best } = STATE_COLORS.light;

function points(role: string, study = 1, more: Record<string, Json> = {}): Record<string, Json> {
  return {
    type: "scatter",
    mode: "markers",
    x: [1, 2],
    meta: { role, study, numbers: [1, 2] },
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
    const { data } = dress({ data: [points("complete", 1, { marker })], layout: {} }, LOOK);
    expect(data[0]).toMatchObject({ marker });
  });

  it("colours by study when there are several", () => {
    const { data } = dress(
      { data: [points("complete", 7), points("complete", 9)], layout: {} },
      LOOK,
    );
    const colors = data.map((trace) => (trace as { marker: { color: string } }).marker.color);
    expect(new Set([...colors, complete]).size).toBe(3);
  });

  it("does not pass on the trial numbers", () => {
    const { data } = dress({ data: [points("complete")], layout: {} }, LOOK);
    expect(data[0]).not.toHaveProperty("meta");
  });

  it("names the kinds of traces to be loaded", () => {
    const data = [points("complete", 1, { type: "scattergl" }), { x: [1] }];
    expect(dress({ data, layout: {} }, LOOK).types).toEqual(["scattergl", "scatter"]);
  });

  it("keeps a zoom until another quantity stands on the axis or it is reset", () => {
    const revision = (type: string, look: Look) => {
      const { layout } = dress(
        { data: [], layout: { yaxis: { type, title: { text: "v" } } } },
        look,
      );
      return layout.yaxis?.uirevision;
    };
    expect(revision("log", LOOK)).toBe(revision("log", { ...LOOK, scheme: "dark" }));
    expect(revision("log", LOOK)).not.toBe(revision("linear", LOOK));
    expect(revision("log", LOOK)).not.toBe(revision("log", { ...LOOK, revision: 1 }));
  });
});

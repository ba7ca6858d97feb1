import { describe, expect, it } from "vitest";
import type { Json } from "../api/types";
import type { Drawing } from "./drawing";
import type { Trace } from "./traceMeta";
import { afterLegend, afterRelayout, isZoomed, type View, WHOLE, withView } from "./view";
import { parseView, readView, viewText, writeView } from "./viewUrl";

type Layout = { [key: string]: Json };

const OWN: Layout = {
  xaxis: { title: { text: "Trial" }, type: "linear" },
  yaxis: { title: { text: "loss" }, type: "log", range: [-3, 0] },
};

/** What Plotly has after it was zoomed into `range`. */
const zoomed = (name: string, range: Json): Layout => ({ [name]: { range, autorange: false } });

const drawing = (layout: Layout, data: Trace[] = []): Drawing =>
  ({ data, layout, types: [], minWidth: 0 }) as unknown as Drawing;

function zoom(name: string, range: Json, own = OWN): View {
  return afterRelayout(WHOLE, { [`${name}.range[0]`]: 0 }, zoomed(name, range), own);
}

/** The view after a round trip through the address. */
const again = (view: View): View => parseView(viewText(view));

describe("a zoom", () => {
  it("is shown again by the text of it", () => {
    const view = again(zoom("xaxis", [0.1234567, 20.7654321]));
    const { layout } = withView(drawing(OWN), view);
    expect(layout.xaxis).toMatchObject({ range: [0.1235, 20.7654], autorange: false });
    expect(layout.yaxis).toMatchObject({ range: [-3, 0] });
    expect(isZoomed(OWN, view)).toBe(true);
    expect(isZoomed(OWN, WHOLE)).toBe(false);
  });

  it("means nothing for another quantity on the axis, or on another scale", () => {
    const view = zoom("yaxis", [-2, -1]);
    expect(isZoomed(OWN, view)).toBe(true);
    for (const yaxis of [
      { title: { text: "accuracy" }, type: "log" },
      { title: { text: "loss" }, type: "linear" },
    ]) {
      expect(isZoomed({ ...OWN, yaxis }, view)).toBe(false);
      const { layout } = withView(drawing({ ...OWN, yaxis }), view);
      expect(layout.yaxis).not.toHaveProperty("range");
    }
  });

  it("of dates stays one of dates", () => {
    const own = { xaxis: { title: { text: "Start" }, type: "date" } };
    const view = zoom("xaxis", ["2026-01-05 08:00", "2026-01-05 08:10:30.123456"], own);
    expect(again(view).axes.xaxis?.range).toEqual(["2026-01-05 08:00", "2026-01-05 08:10:30.123"]);
  });

  it("into very little keeps the digits that tell its ends apart", () => {
    const { range } = again(zoom("xaxis", [1e6 + 1e-7, 1e6 + 3e-7])).axes.xaxis ?? {};
    expect(range?.[0]).not.toBe(range?.[1]);
    expect(again(zoom("xaxis", [-2e-12, 3e21])).axes.xaxis?.range).toEqual([0, 3e21]);
  });

  it("that ends at all there is, is none", () => {
    const view = { ...zoom("xaxis", [1, 2]), hidden: ["1 pruned"] };
    const whole = { xaxis: { range: [0, 9], autorange: true }, yaxis: { range: [-3, 0] } };
    const change = { "xaxis.autorange": true, "yaxis.range": [-3, 0] };
    expect(afterRelayout(view, change, whole, OWN)).toEqual({ ...WHOLE, hidden: ["1 pruned"] });
  });

  it("is not what other changes of the layout are", () => {
    expect(afterRelayout(WHOLE, { autosize: true, dragmode: "pan" }, {}, OWN)).toEqual(WHOLE);
  });
});

describe("a drawing that says nothing of its axes", () => {
  it("is zoomed all the same", () => {
    const view = again(afterRelayout(WHOLE, { "xaxis.range": [] }, zoomed("xaxis", [1, 2]), {}));
    expect(isZoomed({}, view)).toBe(true);
    expect(withView(drawing({}), view).layout.xaxis).toMatchObject({ range: [1, 2] });
    expect(withView(drawing({}), zoom("xaxis", [1, 2])).layout).not.toHaveProperty("xaxis");
  });
});

describe("a space", () => {
  it("is seen again from where it was left", () => {
    const camera = {
      eye: { x: 1.23456, y: 0, z: -2 },
      center: { x: 0, y: 0, z: 0 },
      up: { x: 0, y: 0, z: 1 },
      projection: { type: "perspective" },
    };
    const own = { scene: { xaxis: {} } };
    const view = again(afterRelayout(WHOLE, { "scene.camera": {} }, { scene: { camera } }, own));
    const { layout } = withView(drawing(own), view);
    expect(layout.scene).toMatchObject({ xaxis: {}, camera: { eye: { x: 1.235, y: 0, z: -2 } } });
    expect(isZoomed(own, view)).toBe(true);
  });
});

describe("hidden traces", () => {
  const data = [
    { legendgroup: "1 complete" },
    { legendgroup: "1 pruned" },
    { legendgroup: "1 pruned" },
    { name: "a_b*c%2A" },
    {},
  ];
  const hide = (...places: number[]): View =>
    afterLegend(
      WHOLE,
      data.map((trace, place) =>
        places.includes(place) ? { ...trace, visible: "legendonly" } : trace,
      ),
    );

  it("stay hidden with those of their group, wherever they stand", () => {
    const view = again(hide(1));
    const moved = [data[1], data[0], data[2]] as Trace[];
    const shown = withView(drawing({}, moved), view).data;
    expect(shown.map((trace) => (trace as Trace).visible)).toEqual([
      "legendonly",
      undefined,
      "legendonly",
    ]);
  });

  it("are known by name or place without a group", () => {
    const shown = withView(drawing({}, data), again(hide(3, 4))).data;
    const hidden = shown.map((trace) => (trace as Trace).visible === "legendonly");
    expect(hidden).toEqual([false, false, false, true, true]);
  });
});

describe("Plotly", () => {
  it("gets a copy to write into, and remembers nothing itself", () => {
    const own = drawing({ ...OWN, scene: {} }, [{ name: "a" }]);
    const { data, layout } = withView(own, WHOLE);
    expect(data[0]).not.toBe(own.data[0]);
    expect(layout.xaxis).not.toBe(own.layout.xaxis);
    const { xaxis, scene, legend } = layout as Record<string, { uirevision?: unknown }>;
    expect([xaxis, scene, legend].map((part) => part?.uirevision)).toEqual([0, 0, 0]);
  });
});

describe("a view in the address", () => {
  it("stands under the name of its figure, and is gone with what was done", () => {
    const text = viewText(zoom("xaxis", [0, 20]));
    const search = writeView(new URLSearchParams("history.log=true"), "history", text);
    const address = new URLSearchParams(search.toString());
    expect(readView(address, "history")).toBe(text);
    expect(readView(address, "edf")).toBe("");
    expect(writeView(address, "history", viewText(WHOLE)).toString()).toBe("history.log=true");
  });

  it("needs few letters that an address cannot hold", () => {
    const search = writeView(new URLSearchParams(), "history", "x_0_20.5_k3f1*-_1 pruned");
    expect(search.toString()).toBe("view.history=x_0_20.5_k3f1*-_1+pruned");
  });

  it.each(["x", "x_1", "x_1_2", "z_1_2_a", "scene_1_2", "scene_a_b", "*", "%", "-", "__proto__"])(
    "is none where %j makes no sense",
    (text) => expect(parseView(text)).toEqual(WHOLE),
  );
});

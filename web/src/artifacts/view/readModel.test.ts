import { Mesh, PerspectiveCamera, Vector3 } from "three";
import { expect, test, vi } from "vitest";
import { moveByKeys } from "./moveByKeys";
import { readModel } from "./readModel";

/** A tetrahedron: four corners, of which any three are a side. */
const CORNERS = [
  [0, 0, 0],
  [2, 0, 0],
  [0, 4, 0],
  [0, 0, 6],
] as const;
const SIDES = [0, 1, 2, 3].map((out) => [0, 1, 2, 3].filter((corner) => corner !== out));

const encoded = (text: string) => new TextEncoder().encode(text);

function textStl(): string {
  const sides = SIDES.map((side) => {
    const corners = side.map((at) => `vertex ${CORNERS[at]?.join(" ")}`);
    return `facet normal 0 0 0\nouter loop\n${corners.join("\n")}\nendloop\nendfacet`;
  });
  return `solid a\n${sides.join("\n")}\nendsolid a\n`;
}

function binaryStl(claimed = SIDES.length): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(84 + 50 * SIDES.length));
  view.setUint32(80, claimed, true);
  SIDES.forEach((side, index) => {
    const numbers = [0, 0, 1, ...side.flatMap((at) => CORNERS[at] ?? [])];
    numbers.forEach((number, at) => {
      view.setFloat32(84 + 50 * index + 4 * at, number, true);
    });
  });
  return new Uint8Array(view.buffer);
}

function obj(): string {
  const corners = CORNERS.map((corner) => `v ${corner.join(" ")}`);
  const sides = SIDES.map((side) => `f ${side.map((at) => at + 1).join(" ")}`);
  return `mtllib https://example.org/a.mtl\n${[...corners, ...sides].join("\n")}\n`;
}

test.each([
  ["stl", encoded(textStl())],
  ["stl", binaryStl()],
  ["obj", encoded(obj())],
] as const)("a model in %s is read", (format, bytes) => {
  const fetched = vi.spyOn(globalThis, "fetch");
  const { radius, triangles, size } = readModel(bytes, format);
  expect({ triangles, size }).toEqual({ triangles: 4, size: [2, 4, 6] });
  expect(radius).toBeCloseTo(Math.hypot(2, 4, 6) / 2);
  expect(fetched).not.toHaveBeenCalled();
});

test("every side of a model has light, whatever its file says", () => {
  const { object } = readModel(encoded(textStl()), "stl");
  const lengths: number[] = [];
  object.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    const { array } = part.geometry.attributes.normal;
    for (let at = 0; at < array.length; at += 3) {
      lengths.push(Math.hypot(array[at], array[at + 1], array[at + 2]));
    }
  });
  expect(lengths).toEqual(Array.from({ length: 12 }, () => expect.closeTo(1)));
});

test.each([
  ["stl", encoded("no model"), "not an STL file"],
  ["stl", new Uint8Array(), "not an STL file"],
  ["stl", binaryStl(4_000_000_000), "not all of one"],
  ["stl", binaryStl().slice(0, 120), "not all of one"],
  ["stl", encoded(`solid ${"a".repeat(80)}\nendsolid\n`), "nothing to see"],
  ["obj", encoded("no model"), "nothing to see"],
  ["obj", encoded("v 0 0 0\nv 1 nan 0\nv 1 1 0\nf 1 2 3"), "nothing to see"],
] as const)("what is no model says so: %s", (format, bytes, why) => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  expect(() => readModel(bytes, format)).toThrow(why);
});

test("keys turn the model, change the distance and reset", () => {
  const element = new EventTarget() as HTMLElement;
  const object = new PerspectiveCamera();
  object.position.set(0, 0, 10);
  const update = vi.fn();
  const reset = vi.fn();
  const orbit = { object, target: new Vector3(), minDistance: 1, maxDistance: 11, update };
  const stop = moveByKeys(element, orbit, reset);
  const press = (key: string, more = {}) => {
    const event = Object.assign(new Event("keydown", { cancelable: true }), { key, ...more });
    element.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(press("ArrowRight")).toBe(true);
  expect(object.position.x).toBeGreaterThan(0);
  press("ArrowLeft");
  press("ArrowUp");
  expect([object.position.x, object.position.y > 0]).toEqual([expect.closeTo(0), true]);
  for (let times = 0; times < 20; times += 1) press("-");
  expect(object.position.length()).toBeCloseTo(11);
  for (let times = 0; times < 50; times += 1) press("+");
  expect(object.position.length()).toBeCloseTo(1);
  expect([press("0"), reset.mock.calls.length]).toEqual([true, 1]);
  expect([press("Tab"), press("ArrowLeft", { ctrlKey: true })]).toEqual([false, false]);
  const calls = update.mock.calls.length;
  stop();
  press("ArrowLeft");
  expect(update.mock.calls.length).toBe(calls);
});

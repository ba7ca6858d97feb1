import { expect, it } from "vitest";
import type { Json } from "../api/types";
import { plain } from "./plotlyJson";

const typed = (numbers: Float64Array | Int32Array) =>
  btoa(String.fromCharCode(...new Uint8Array(numbers.buffer)));

it("writes lists that the page itself has made", () => {
  const gapped = Float64Array.of(1, Number.NaN) as unknown as Json;
  expect(plain({ y: gapped })).toEqual({ y: [1, null] });
});

it("writes numbers as lists, gaps among them, and grids as rows", () => {
  const f8 = { dtype: "f8", bdata: typed(Float64Array.of(0.5, Number.NaN, -1)) };
  const i4 = { dtype: "i4", bdata: typed(Int32Array.of(1, 2, 3, 4)), shape: "2,2" };
  expect(plain({ data: [{ x: f8, z: i4, name: "a", dash: null }] })).toEqual({
    data: [
      {
        x: [0.5, null, -1],
        z: [
          [1, 2],
          [3, 4],
        ],
        name: "a",
        dash: null,
      },
    ],
  });
});

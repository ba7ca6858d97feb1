import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { canDraw, takesGraphics } from "./load";

/** What the core lets a saved figure draw. */
function coreTypes(): string[] {
  const path = resolve(import.meta.dirname, "../../../optuna_dashboard/figures/foreign.py");
  const names = /DRAWABLE = \(([^)]*)\)/.exec(readFileSync(path, "utf8"))?.[1];
  return [...(names ?? "").matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
}

it("draws every type of trace that the core lets through", () => {
  expect(coreTypes().length).toBeGreaterThan(40);
  expect(coreTypes().filter((type) => !canDraw(type))).toEqual([]);
});

it("knows what takes a graphics card", () => {
  expect(takesGraphics(["scatter", "surface"])).toBe(true);
  expect(takesGraphics(["scatter", "heatmap"])).toBe(false);
});

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { STATE_COLORS, SURFACES } from "../theme/colors";
import { isRole, roleColor, roleOpacity } from "./roles";

/** Every role that the core gives to traces. */
const ROLES = coreRoles();

describe.each(["light", "dark"] as const)("colours on a %s page", (scheme) => {
  it("are those of the states", () => {
    expect(roleColor("complete", scheme)).toBe(STATE_COLORS[scheme].complete);
    expect(roleColor("front", scheme)).toBe(STATE_COLORS[scheme].best);
    expect(roleColor("unheard of", scheme)).toBe(STATE_COLORS[scheme].complete);
  });

  it.each(ROLES)("know %s", (role) => {
    expect(isRole(role)).toBe(true);
  });

  it.each(ROLES)("show %s against the page", (role) => {
    expect(contrast(roleColor(role, scheme), SURFACES[scheme].raised)).toBeGreaterThanOrEqual(3);
  });

  it("show each of many studies against the page, in a colour of its own", () => {
    const colors = Array.from({ length: 8 }, (_, study) => roleColor("complete", scheme, study));
    expect(new Set(colors).size).toBe(8);
    for (const color of colors) {
      expect(contrast(color, SURFACES[scheme].raised)).toBeGreaterThanOrEqual(3);
    }
    expect(roleColor("best", scheme, 8)).toBe(colors[0]);
  });
});

describe("opacity", () => {
  it("falls as points crowd, except for what matters most", () => {
    expect(roleOpacity("complete", 10)).toBeGreaterThan(roleOpacity("complete", 50_000));
    expect(roleOpacity("front", 50_000)).toBe(1);
  });
});

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function coreRoles(): string[] {
  const path = resolve(import.meta.dirname, "../../../optuna_dashboard/figures/traces.py");
  const names = /Role: TypeAlias = Literal\[([^\]]*)\]/.exec(readFileSync(path, "utf8"))?.[1];
  return [...(names ?? "").matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
}

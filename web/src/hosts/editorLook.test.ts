import { expect, test } from "vitest";
import { lookOf } from "./editorLook";

const look = (variables: Record<string, string>, scheme: "light" | "dark" = "dark") =>
  lookOf((name) => variables[name] ?? "", scheme);

test("the colours are those of the theme", () => {
  const dark = look({
    "editor-background": "#1F1F1F",
    "editorWidget-background": "#202020",
    "sideBar-background": "#181818",
    foreground: " #cccccc",
    descriptionForeground: "#9d9d9d",
    "panel-border": "#2b2b2b",
    "textLink-foreground": "#4daafc",
    focusBorder: "#0078d4",
    "font-family": "Ubuntu, sans-serif",
    "font-size": "16px",
    "editor-font-family": "Fira Code",
  });
  expect(dark).toMatchObject({
    scheme: "dark",
    surfaces: {
      page: "#1f1f1f",
      raised: "#202020",
      sunken: "#181818",
      line: "#2b2b2b",
      ink: "#cccccc",
      muted: "#9d9d9d",
    },
    accent: "#4daafc",
    focus: "#0078d4",
    font: "Ubuntu, sans-serif",
    mono: "Fira Code",
    fontSize: 16,
  });
});

test("a colour that lets the page through is taken as it looks on it", () => {
  const { surfaces } = look({
    "editor-background": "#000000",
    foreground: "#ffffff",
    descriptionForeground: "rgba(255, 255, 255, 0.7)",
  });
  expect(surfaces.muted).toBe("#b3b3b3");
});

test("the borders of a high contrast theme come before all others", () => {
  const { surfaces } = look({ contrastBorder: "#6fc3df", "widget-border": "#111111" });
  expect(surfaces.line).toBe("#6fc3df");
});

test.each(["light", "dark"] as const)("a %s theme may say nothing", (scheme) => {
  const { surfaces, accent, focus, font, mono, fontSize } = look({}, scheme);
  expect(accent).toBe(surfaces.ink);
  expect(focus).toBe(surfaces.ink);
  expect(surfaces.ink).not.toBe(surfaces.page);
  expect(surfaces.raised).toBe(surfaces.page);
  expect(font).toContain("sans-serif");
  expect([mono, fontSize]).toEqual(["monospace", 13]);
  for (const color of Object.values(surfaces)) expect(color).toMatch(/^#[\da-f]{6}$/);
});

test("what is no colour counts as left out", () => {
  expect(look({ "editor-background": "transparent" }).surfaces.page).toBe("#1f1f1f");
});

import { describe, expect, it } from "vitest";
import { hoverNumbers, tickFormat } from "./numberFormat";

const SHORT = { numbers: "short", digits: 4 } as const;
const FULL = { numbers: "full", digits: 4 } as const;
const SCIENTIFIC = { numbers: "scientific", digits: 4 } as const;

describe("numbers in a figure", () => {
  it("are powers of ten along log axes if the user likes them", () => {
    const styles = [SHORT, FULL, SCIENTIFIC];
    expect(styles.map((style) => tickFormat("log", style))).toEqual([",~g", ",~g", "~e"]);
    expect(new Set(styles.map((style) => tickFormat("linear", style)))).toEqual(new Set([",~g"]));
  });

  it("are written in hover texts with the user's digits", () => {
    const hovertemplate = "Trial %{x:d}<br>loss: %{y:.6~g}<br>lr: %{customdata[1]:.6~g}";
    const texts = [SHORT, FULL, SCIENTIFIC].map(
      (format) => hoverNumbers({ hovertemplate }, format).hovertemplate,
    );
    expect(texts).toEqual([
      "Trial %{x:d}<br>loss: %{y:.4~g}<br>lr: %{customdata[1]:.4~g}",
      "Trial %{x:d}<br>loss: %{y:.16~g}<br>lr: %{customdata[1]:.16~g}",
      "Trial %{x:d}<br>loss: %{y:.3~e}<br>lr: %{customdata[1]:.3~e}",
    ]);
  });

  it("are not looked for in names, dates and shares", () => {
    const hovertemplate = "a:.6~g}: %{x|%Y}<br>%&#123;y:.6~g}<br>%{y:.2%}";
    expect(hoverNumbers({ hovertemplate }, SCIENTIFIC)).toEqual({ hovertemplate });
    expect(hoverNumbers({ type: "contour" }, SCIENTIFIC)).toEqual({ type: "contour" });
  });
});

import { describe, expect, it } from "vitest";
import { TEMPLATES } from "../settings/settings";
import { SURFACES } from "../theme/colors";
import { dress, type Look } from "./drawing";
import { template } from "./template";

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

describe("the templates of figures", () => {
  it("all look different, in light and in dark", () => {
    const looks = TEMPLATES.flatMap((name) =>
      (["light", "dark"] as const).map((scheme) => JSON.stringify(template(scheme, name))),
    );
    expect(new Set(looks).size).toBe(2 * TEMPLATES.length);
  });

  it("leave the ground to the page, apart from the shade behind the data", () => {
    for (const name of TEMPLATES) {
      const { paper_bgcolor, plot_bgcolor, font } = template("dark", name).layout ?? {};
      expect(paper_bgcolor).toBe(SURFACES.dark.raised);
      expect(plot_bgcolor === SURFACES.dark.raised).toBe(name !== "shaded");
      expect(font?.color).toBe(SURFACES.dark.ink);
    }
  });

  it("enlarge lines and points for a presentation", () => {
    const data = [
      {
        type: "scatter",
        mode: "lines+markers",
        x: [1],
        line: { shape: "hv" },
        marker: { size: 8 },
      },
      { type: "scatter", mode: "markers", x: [1, 2], marker: { size: [4, 6] } },
    ];
    const [line, several] = dress({ data, layout: {} }, { ...LOOK, template: "presentation" }).data;
    expect(line).toMatchObject({ line: { width: 3, shape: "hv" }, marker: { size: 12 } });
    expect(several).toMatchObject({ marker: { size: [4, 6] } });
  });
});

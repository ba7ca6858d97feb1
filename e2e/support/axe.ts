import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

export const SCHEMES = ["light", "dark"] as const;

/** What keeps people out of the page: axe's serious and critical findings. */
export async function findings(page: Page): Promise<string[]> {
  // A drawing is one picture with a description; its thousand parts are nobody's reading.
  const axe = new AxeBuilder({ page }).exclude(".js-plotly-plot").options({
    resultTypes: ["violations"],
  });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" | ")}`);
}

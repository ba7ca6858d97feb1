import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

export const SCHEMES = ["light", "dark"] as const;

/** What keeps people out of the page: axe's serious and critical findings. */
export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" | ")}`);
}

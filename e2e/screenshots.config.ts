import tests from "./playwright.config.ts";

/**
 * Pictures of every page for the documentation:
 *   OUT=docs/images npx playwright test --config e2e/screenshots.config.ts
 */
export default {
  ...tests,
  testDir: ".",
  testMatch: "screenshots.ts",
  timeout: 300_000,
  projects: tests.projects?.filter(({ name }) => name === "site") ?? [],
};

import tests from "./playwright.config.ts";

/**
 * Pictures of the pages in VS Code's themes, some of them for the README:
 *   npx playwright test --config vscode-extension/e2e/screenshots.config.ts
 */
export default {
  ...tests,
  testDir: ".",
  testMatch: "screenshots.ts",
  projects: tests.projects?.filter(({ name }) => name === "node").map(({ use }) => ({ use })) ?? [],
};

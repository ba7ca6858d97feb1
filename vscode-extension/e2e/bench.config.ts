import tests from "./playwright.config.ts";

/** How long it takes from the menu to a figure; `python -m bench.run --only vscode`. */
export default {
  ...tests,
  testDir: ".",
  testMatch: "bench.ts",
  timeout: 300_000,
  reporter: "dot",
  use: { ...tests.use, trace: "off" as const },
  projects: tests.projects?.filter(({ name }) => name === "node").map(({ use }) => ({ use })) ?? [],
};

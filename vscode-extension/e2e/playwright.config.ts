import { defineConfig, devices } from "@playwright/test";
import { launchOptions } from "../../e2e/support/browser.ts";
import type { ExtensionHost } from "./support/codeServer.ts";

/** The packed extension in a real code-server. */
export default defineConfig<object, { extensionHost: ExtensionHost }>({
  testDir: "./journeys",
  outputDir: "../../build/e2e-vscode",
  // One server for all: a second one at the same time is slower than one after the other.
  workers: 1,
  // In a whole run: VS Code itself stumbles on a busy machine.
  retries: process.env.PLAYWRIGHT_JUNIT_OUTPUT_FILE ? 2 : 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 40_000 },
  reporter: process.env.PLAYWRIGHT_JUNIT_OUTPUT_FILE ? [["list"], ["junit"]] : "list",
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1600, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Zurich",
    // To trace every journey costs a third of the time.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: launchOptions(),
  },
  projects: [
    { name: "node", testIgnore: /\.web\./, use: { extensionHost: "node" } },
    { name: "web", testMatch: /\.web\.spec\.ts/, use: { extensionHost: "web" } },
  ],
});

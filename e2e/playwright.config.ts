import { defineConfig, devices } from "@playwright/test";
import { launchOptions } from "./support/browser.ts";
import { ROOT } from "./support/files.ts";
import { type Hosts, prepareHosts } from "./support/hosts.ts";

const PYTHON = `${ROOT}.venv/bin/python`;
const hosts: Hosts = prepareHosts();

export default defineConfig<{ host: "site" | "server"; startUrl: string }>({
  testDir: "./journeys",
  outputDir: "../build/e2e",
  workers: 2,
  fullyParallel: true,
  // In a whole run a loaded machine may stumble once; what fails twice is broken.
  retries: process.env.PLAYWRIGHT_JUNIT_OUTPUT_FILE ? 1 : 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 40_000 },
  // The report goes where scripts/test.py wants it; without a wish there is none.
  reporter: process.env.PLAYWRIGHT_JUNIT_OUTPUT_FILE ? [["list"], ["junit"]] : "list",
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1280, height: 800 },
    colorScheme: "light",
    locale: "en-GB",
    timezoneId: "Europe/Zurich",
    // To trace every journey costs a third of the time.
    trace: "on-first-retry",
    // It would fetch all of Python's packages for each test; offline.spec.ts is about it.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    launchOptions: launchOptions(),
  },
  projects: [
    { name: "site", testIgnore: /\.server\./, use: { host: "site", startUrl: hosts.site } },
    {
      name: "server",
      testMatch: /\.(both|server)\.spec\.ts/,
      use: { host: "server", startUrl: hosts.server },
    },
  ],
  webServer: [
    {
      command: `${PYTHON} ${ROOT}scripts/serve.py ${hosts.siteRoot} --port ${hosts.sitePort}`,
      url: hosts.site,
    },
    {
      // Another static server, and not at its root: the site may assume neither.
      command: `${PYTHON} -m http.server ${hosts.subPathPort} --bind 127.0.0.1 --directory ${hosts.subPathRoot}`,
      url: hosts.subPath,
      stderr: "ignore",
    },
    {
      command: `${PYTHON} -m optuna_dashboard --port ${hosts.serverPort} sqlite:///${hosts.serverFile}`,
      url: hosts.server,
      cwd: ROOT,
    },
  ],
});

import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const HERE = import.meta.dirname;

export default defineConfig({
  root: HERE,
  cacheDir: resolve(HERE, "../node_modules/.vite/vscode-extension"),
  resolve: { alias: { vscode: resolve(HERE, "test/fakeVscode.ts") } },
  // Some start a browser, on machines that have much else to do.
  test: { include: ["test/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});

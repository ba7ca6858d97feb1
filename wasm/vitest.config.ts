import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: resolve(import.meta.dirname, "../node_modules/.vite/wasm"),
  test: {
    include: ["**/*.test.ts"],
    // Some start Python or a browser, on machines that have much else to do.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

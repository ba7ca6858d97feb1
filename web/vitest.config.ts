import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  define: { __VERSION__: JSON.stringify("test") },
  // A test that needs a document says so at its top: setting one up takes half a second.
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: "src/test/patience.ts",
    // What never comes is told late, but a machine that has much else to do tells no lies.
    testTimeout: 60_000,
  },
});

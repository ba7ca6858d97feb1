import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  define: { __VERSION__: JSON.stringify("test") },
  // A test that needs a document says so at its top: setting one up takes half a second.
  test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"] },
});

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  define: { __VERSION__: JSON.stringify("test") },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"] },
});

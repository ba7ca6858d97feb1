import { resolve } from "node:path";
import type { Plugin } from "vite";

/**
 * Builds pages without HTML: the extension writes it around `main.js`, because only there are
 * the addresses and the policy of the webview known.
 */
export function webview(): Plugin {
  return {
    name: "webview",
    config: () => ({
      publicDir: false,
      build: {
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: resolve(import.meta.dirname, "../src/main.tsx"),
          output: { entryFileNames: "main.js" },
        },
      },
    }),
  };
}

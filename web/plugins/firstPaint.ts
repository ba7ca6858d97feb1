import { resolve } from "node:path";
import { createServer, type Plugin } from "vite";

/** Puts the first page into the HTML: a visitor sees it before any script has come. */
export function firstPaint(): Plugin {
  return {
    name: "first-paint",
    apply: "build",
    async transformIndexHtml(html) {
      const server = await createServer({
        configFile: resolve(import.meta.dirname, "../vite.config.ts"),
        mode: "site",
        server: { middlewareMode: true, ws: false },
        appType: "custom",
        logLevel: "error",
      });
      try {
        const { prerender } = await server.ssrLoadModule("/src/prerender.tsx");
        return html.replace('<div id="root"></div>', () => `<div id="root">${prerender()}</div>`);
      } finally {
        await server.close();
      }
    },
  };
}

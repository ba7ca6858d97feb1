import { test as base, expect } from "@playwright/test";
import { CodeServer, type ExtensionHost } from "./codeServer.ts";
import { Workbench } from "./workbench.ts";

export { expect };

interface Options {
  /** Where the extension runs: beside the server, or in the browser as on vscode.dev. */
  extensionHost: ExtensionHost;
  server: CodeServer;
}

/** Fails every test in which our pages break their policy or ask for anything from outside. */
export const test = base.extend<{ workbench: Workbench }, Options>({
  extensionHost: ["node", { option: true, scope: "worker" }],
  server: [
    async ({ extensionHost }, use) => {
      const server = new CodeServer(extensionHost);
      try {
        await server.start();
        await use(server);
      } finally {
        await server.stop();
      }
    },
    { scope: "worker", timeout: 120_000 },
  ],
  workbench: async ({ page, server }, use) => {
    const complaints: string[] = [];
    page.on("console", (message) => {
      const text = message.text();
      if (/Content Security Policy/i.test(text)) complaints.push(text);
    });
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      // VS Code serves the files of an extension under a name that leads nowhere.
      const isInside = host.endsWith(".vscode-cdn.net") || `http://${host}` === server.origin;
      const isOurs = request.frame().parentFrame() !== null;
      if (isOurs && !isInside && /^http/.test(protocol)) complaints.push(request.url());
    });
    await use(new Workbench(page, server.origin));
    expect(complaints, "what our pages must not do").toEqual([]);
  },
});

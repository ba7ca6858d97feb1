import { test as base, expect } from "@playwright/test";
import { Dashboard } from "./dashboard.ts";
import { Guard } from "./guard.ts";

export { expect };

interface Fixtures {
  host: "site" | "server";
  /** Where the pages of this host begin. */
  startUrl: string;
  guard: Guard;
  dashboard: Dashboard;
}

/** Fails every test in which the browser reports an error or asks another origin. */
export const test = base.extend<Fixtures>({
  host: ["site", { option: true }],
  startUrl: ["", { option: true }],
  guard: [
    async ({ context, startUrl }, use) => {
      const guard = new Guard(new URL(startUrl).origin);
      await guard.watch(context);
      await use(guard);
      expect(guard.found(), "what the browser complained of").toEqual([]);
    },
    { auto: true },
  ],
  dashboard: async ({ page, startUrl, host }, use) => {
    await use(new Dashboard(page, host, startUrl));
  },
});

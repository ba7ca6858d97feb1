import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { installMarks } from "./marks.mjs";
import { watchMemory } from "./memory.mjs";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function newProfile() {
  return mkdtempSync(join(tmpdir(), "optuna-dashboard-bench-"));
}

export function removeProfile(profile) {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Opens Chromium with `profile`, gives `action` a page with marks, and closes it again. */
export async function withPage(profile, action) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: ARGUMENTS,
    viewport: { width: 1280, height: 800 },
  });
  const memory = watchMemory(profile);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(180_000);
    await page.addInitScript(installMarks);
    return await action(page, memory);
  } finally {
    memory.stop();
    await context.close();
  }
}

/** The same with a profile that nobody has used before. */
export async function withFreshPage(action) {
  const profile = newProfile();
  try {
    return await withPage(profile, action);
  } finally {
    removeProfile(profile);
  }
}

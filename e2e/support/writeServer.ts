import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync } from "node:fs";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import type { Dashboard } from "./dashboard.ts";
import { fixture, ROOT } from "./files.ts";
import { test as base, expect } from "./test.ts";

export { expect };

interface Fixtures {
  /** The file of tests/fixtures that the server has a copy of. */
  stored: string;
  /** Further options of the command line. */
  serverOptions: readonly string[];
  /** The copy. */
  storedFile: string;
}

/**
 * Gives every test a server of its own on a copy of a file, so that it may write. The pages are
 * then at `startUrl`, as everywhere: `test.use({ stored: "special/judged.db" })`. The site needs
 * no server of its own: `openStored` has it open the copy.
 */
export const test = base.extend<Fixtures>({
  stored: ["sqlite/optuna-5.0.0.db", { option: true }],
  serverOptions: [[], { option: true }],
  storedFile: async ({ stored }, use, info) => {
    const file = info.outputPath(basename(stored));
    mkdirSync(info.outputDir, { recursive: true });
    copyFileSync(fixture(stored), file);
    await use(file);
  },
  startUrl: async ({ startUrl, host, storedFile, serverOptions }, use) => {
    if (host === "site") {
      await use(startUrl);
      return;
    }
    const server = startServer(storedFile, serverOptions);
    try {
      await use(`${await addressOf(server)}dashboard/`);
    } finally {
      await stop(server);
    }
  },
});

/** The list of the studies of the copy. */
export async function openStored(dashboard: Dashboard, storedFile: string): Promise<void> {
  await dashboard.visit();
  if (dashboard.host === "site") await dashboard.choose(storedFile);
  await expect(dashboard.studies).toBeVisible();
}

function startServer(file: string, options: readonly string[]): ChildProcess {
  const args = ["-m", "optuna_dashboard", "--port", "0", ...options, file];
  // In the repository Python finds this package before one that is installed.
  return spawn(`${ROOT}.venv/bin/python`, args, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Waits until the server says where it listens. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error("The server says nothing");
  for await (const line of createInterface(stdout)) {
    const [, address] = /^Listening on (\S+)$/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error("The server ended before it listened");
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await ended;
}

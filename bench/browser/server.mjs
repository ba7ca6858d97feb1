import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { writeReference } from "./reference.mjs";

const PROJECT = resolve(import.meta.dirname, "../..");
const SITE = process.env.SITE ?? join(PROJECT, "dist/site");

/**
 * Serves the built site, and beside it the reference page, by the server of `make serve`.
 * Gives both addresses and a function that ends it.
 */
export async function serveSite() {
  const folder = mkdtempSync(join(tmpdir(), "optuna-dashboard-bench-site-"));
  for (const name of readdirSync(SITE)) symlinkSync(join(SITE, name), join(folder, name));
  await writeReference(join(folder, "reference"));
  const python = process.env.PYTHON ?? join(PROJECT, ".venv/bin/python");
  const script = join(PROJECT, "scripts/serve.py");
  const server = spawn(python, [script, folder, "--port", "8700"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const site = await readAddress(server);
  return {
    site,
    reference: `${site}reference/index.html`,
    close() {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function readAddress(server) {
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error("The static server did not start.");
}

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fixture, ROOT } from "./files.ts";

/** Where the pages are served while the tests run. */
export interface Hosts {
  readonly sitePort: number;
  readonly site: string;
  readonly siteRoot: string;
  readonly subPathPort: number;
  readonly subPathRoot: string;
  readonly subPath: string;
  readonly serverPort: number;
  readonly server: string;
  readonly serverFile: string;
}

const SUB_PATH = "some/sub/path";
const KEPT = "E2E_HOSTS";

/**
 * Chooses free ports and lays out what the servers need. Playwright reads its configuration
 * again in every worker, so the first choice is kept in the environment.
 */
export function prepareHosts(): Hosts {
  const kept = process.env[KEPT];
  if (kept) return JSON.parse(kept) as Hosts;
  const [sitePort = 0, subPathPort = 0, serverPort = 0] = freePorts(3);
  const folder = `${ROOT}build/e2e-hosts`;
  const hosts = {
    sitePort,
    site: `http://127.0.0.1:${sitePort}/`,
    siteRoot: `${folder}/site`,
    subPathPort,
    subPathRoot: `${folder}/static`,
    subPath: `http://127.0.0.1:${subPathPort}/${SUB_PATH}/`,
    serverPort,
    server: `http://127.0.0.1:${serverPort}/dashboard/`,
    serverFile: `${folder}/studies.db`,
  };
  layOut(folder, hosts);
  process.env[KEPT] = JSON.stringify(hosts);
  return hosts;
}

function layOut(folder: string, hosts: Hosts): void {
  rmSync(folder, { recursive: true, force: true });
  const link = `${hosts.subPathRoot}/${SUB_PATH}`;
  mkdirSync(dirname(link), { recursive: true });
  // Copies: a build during the run must not change what is tested, nor a server the fixture.
  cpSync(`${ROOT}dist/site`, hosts.siteRoot, { recursive: true });
  symlinkSync(hosts.siteRoot, link);
  writeFileSync(`${hosts.subPathRoot}/index.html`, "The site is not here, but in a folder below.");
  cpSync(fixture("sqlite/optuna-5.0.0.db"), hosts.serverFile);
}

function freePorts(count: number): number[] {
  const code = `
    const { createServer } = require("node:net");
    for (let i = 0; i < ${count}; i++) {
      const server = createServer().listen(0, "127.0.0.1", () => console.log(server.address().port));
      setTimeout(() => server.close(), 50);
    }`;
  const out = execFileSync(process.execPath, ["-e", code], { encoding: "utf8" });
  return out.trim().split("\n").map(Number);
}

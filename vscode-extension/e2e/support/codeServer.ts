import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "../../../e2e/support/files.ts";
import { findNode, TOOLS } from "../../tools.mjs";

const ENTRY = join(TOOLS, "node_modules/code-server/out/node/entry.js");
const PACKAGE = join(ROOT, "vscode-extension/optuna-dashboard.vsix");

/** No page but ours, and nothing that asks the network. */
const SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.autoDetectColorScheme": false,
  "workbench.colorTheme": "Default Light Modern",
  "files.simpleDialog.enable": true,
};

export type ExtensionHost = "node" | "web";

/** A code-server of its own, with nothing but our extension, as it is packed, installed. */
export class CodeServer {
  private readonly home: string;
  private process: ChildProcess | undefined;
  private log = "";
  origin = "";

  constructor(private readonly extensionHost: ExtensionHost) {
    this.home = mkdtempSync(join(tmpdir(), "code-server-"));
  }

  async start(): Promise<void> {
    const data = join(this.home, "data/User");
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, "settings.json"), JSON.stringify(SETTINGS));
    this.install();
    const port = await freePort();
    this.origin = `http://127.0.0.1:${port}`;
    const address = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`];
    const quiet = ["--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"];
    this.process = spawn(findNode(), [ENTRY, ...address, ...quiet, ...this.folders()], {
      env: this.environment(),
    });
    const note = (text: Buffer) => {
      this.log += text;
    };
    this.process.stdout?.on("data", note);
    this.process.stderr?.on("data", note);
    await this.answers();
  }

  /** A new folder to open, with copies of these files under their new names. */
  makeFolder(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(this.home, "folder-"));
    for (const [name, path] of Object.entries(files)) cpSync(path, join(folder, name));
    return folder;
  }

  /** Settings of a folder, which VS Code takes over at once. */
  configure(folder: string, settings: Readonly<Record<string, unknown>>): void {
    mkdirSync(join(folder, ".vscode"), { recursive: true });
    writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify(settings));
  }

  async stop(): Promise<void> {
    const { process } = this;
    if (process && process.exitCode === null) {
      const ended = new Promise((resolve) => process.once("exit", resolve));
      process.kill();
      await ended;
    }
    // Extension hosts outlive the server by some seconds, and write there.
    rmSync(this.home, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
  }

  private install(): void {
    execFileSync(
      findNode(),
      [ENTRY, ...this.folders(), "--install-extension", PACKAGE, "--force"],
      { env: this.environment(), stdio: "pipe" },
    );
    if (this.extensionHost === "web") this.leaveNode();
  }

  /** Has Python start plainly, to measure against: in a page that takes its link for a dear one. */
  leaveSnapshot(): void {
    const path = join(this.extension, "dist/pages/main.js");
    const script = readFileSync(path, "utf8");
    const dear = script.replace("local:!0,saveData:!1", "local:!1,saveData:!0");
    if (dear === script) throw new Error("The page no longer says what its link is like.");
    writeFileSync(path, dear);
  }

  /** As on vscode.dev: without an entry for Node, nor a wish, the extension runs in the browser. */
  private leaveNode(): void {
    const path = join(this.extension, "package.json");
    const { main: _, extensionKind: __, ...manifest } = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify(manifest));
  }

  /** Where our extension was installed. */
  private get extension(): string {
    const folder = join(this.home, "extensions");
    const [name = ""] = readdirSync(folder).filter((one) => one.startsWith("optuna-dashboard."));
    return join(folder, name);
  }

  private folders(): string[] {
    const at = (name: string) => join(this.home, name);
    return [
      ...["--config", at("config.yaml")],
      ...["--user-data-dir", at("data")],
      ...["--extensions-dir", at("extensions")],
    ];
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      HOME: this.home,
      XDG_CONFIG_HOME: this.home,
      XDG_DATA_HOME: this.home,
    };
  }

  private async answers(): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt++) {
      const response = await fetch(`${this.origin}/healthz`).catch(() => undefined);
      if (response?.ok) return;
      if (this.process?.exitCode !== null) break;
      await sleep(100);
    }
    throw new Error(`code-server did not start:\n${this.log}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

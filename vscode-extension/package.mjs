/**
 * Packs the extension into `optuna-dashboard.vsix`, without a network. The marketplace wants
 * the addresses of the pictures in the README: give what vsce needs for that, for example
 * `npm run package -- --baseImagesUrl https://…`.
 */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { findNode, TOOLS } from "./tools.mjs";

const HERE = import.meta.dirname;

const vsce = resolve(TOOLS, "node_modules/@vscode/vsce/vsce");
const options = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
const { status } = spawnSync(
  findNode(),
  [vsce, "package", ...options, "--out", "optuna-dashboard.vsix", ...process.argv.slice(2)],
  { cwd: HERE, stdio: "inherit" },
);
process.exitCode = status ?? 1;

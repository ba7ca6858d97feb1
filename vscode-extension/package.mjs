/**
 * Packs the extension into `optuna-dashboard.vsix`, without a network. Neither VS Code nor the
 * marketplace shows pictures of a README but those with an address of their own: to have them,
 * say where they are, for example `npm run package -- --baseImagesUrl https://…`.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { withoutPictures } from "./readme.mjs";
import { findNode, TOOLS } from "./tools.mjs";

const HERE = import.meta.dirname;
const PLAIN_README = "dist/README.md";

const given = process.argv.slice(2);
const vsce = resolve(TOOLS, "node_modules/@vscode/vsce/vsce");
const options = [
  "--no-dependencies",
  "--allow-missing-repository",
  "--out",
  "optuna-dashboard.vsix",
];
const { status } = spawnSync(
  findNode(),
  [vsce, "package", ...options, ...readmeOptions(), ...given],
  { cwd: HERE, stdio: "inherit" },
);
process.exitCode = status ?? 1;

/** Without their addresses, pictures would be broken: they are left out. */
function readmeOptions() {
  if (given.some((option) => /^--base(Images|Content)Url\b/.test(option))) return [];
  const readme = readFileSync(resolve(HERE, "README.md"), "utf8");
  writeFileSync(resolve(HERE, PLAIN_README), withoutPictures(readme));
  return ["--readme-path", PLAIN_README];
}

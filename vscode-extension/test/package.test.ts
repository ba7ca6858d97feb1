/** What is in the package, which is packed here anew, of what was built. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const PICTURE = /!\[[^\]]*\]\(([^)]*)\)/g;

let folder: string;
let plain: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "package-"));
  plain = pack("plain.vsix");
});

afterAll(() => rmSync(folder, { recursive: true }));

function pack(name: string, ...options: string[]): string {
  const path = join(folder, name);
  const script = join(ROOT, "package.mjs");
  execFileSync(process.execPath, [script, "--out", path, ...options], { stdio: "pipe" });
  return path;
}

/** Runs a line of Python, which can read archives, on this one. */
function ask(path: string, line: string): string {
  const script = `import sys, zipfile; archive = zipfile.ZipFile(sys.argv[1]); ${line}`;
  return execFileSync("python3", ["-c", script, path], { encoding: "utf8" });
}

function names(path: string): string[] {
  return ask(path, "print(*archive.namelist(), sep='\\n')").trim().split("\n");
}

function pictures(path: string): string[] {
  const readme = ask(path, "print(archive.read('extension/readme.md').decode())");
  return [...readme.matchAll(PICTURE)].map(([, address = ""]) => address);
}

test("the package has what runs, and no sources, maps or tests", () => {
  const packed = names(plain);
  const runs = ["extension.js", "pages/main.js", "pages/report.html", "pages/runtime/core.zip"];
  expect(packed).toEqual(expect.arrayContaining(runs.map((name) => `extension/dist/${name}`)));
  const allowed =
    /^extension\/(dist\/(extension|pages\/main)\.js|dist\/pages\/(report\.html|(assets|runtime)\/.+)|images\/icon\.png|[^/]+)$/;
  const outside = ["extension.vsixmanifest", "[Content_Types].xml"];
  expect(packed.filter((name) => !outside.includes(name) && !allowed.test(name))).toEqual([]);
  expect(packed.filter((name) => name.includes("snapshot"))).toEqual([
    "extension/dist/pages/runtime/snapshot.packed",
  ]);
  expect(packed.filter((name) => /\.(ts|map)$/.test(name))).toEqual([]);
});

test("its README has pictures with the addresses that are given, else none", () => {
  const own = [...readFileSync(join(ROOT, "README.md"), "utf8").matchAll(PICTURE)];
  expect(own).not.toEqual([]);
  const base = "https://example.org/extension";
  expect(pictures(pack("published.vsix", "--baseImagesUrl", base))).toEqual(
    own.map(([, path]) => `${base}/${path}`),
  );
  expect(pictures(plain)).toEqual([]);
});

test("its README says how large it is", () => {
  const { size } = statSync(plain);
  const [, said] = /package is (\d+) MB/.exec(readFileSync(join(ROOT, "README.md"), "utf8")) ?? [];
  expect(Math.abs(Number(said) - size / 1e6)).toBeLessThan(1);
});

/** The worker's own way to start Python, in Node: files come from the disk. */
import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { PyodideAPI } from "pyodide";
import { AssetStore, type FetchAsset } from "../assets";
import { ByteCounter } from "../byte-counter";
import type { Manifest } from "../protocol";
import { startPython } from "../runtime";

export const ROOT = resolve(import.meta.dirname, "../..");
const RUNTIME = `${join(ROOT, "build/runtime")}/`;

const readAsset: FetchAsset = async (url) => {
  const path = url.split("?")[0] ?? "";
  const type = path.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(readFileSync(path), { headers: { "content-type": type } });
};

export function startInNode(boot: "snapshot" | "plain"): Promise<PyodideAPI> {
  const manifest: Manifest = JSON.parse(readFileSync(`${RUNTIME}manifest.json`, "utf8"));
  const assets = {
    base: RUNTIME,
    manifest,
    link: { local: true, saveData: false },
    transport: "network" as const,
  };
  const counter = new ByteCounter("runtime", () => undefined);
  return startPython(new AssetStore(assets, readAsset, counter), boot);
}

/** Copies a file of the repository into Python's file system, and answers its path there. */
export function copyIn(pyodide: PyodideAPI, path: string): string {
  const target = `/repo/${relative(ROOT, path)}`;
  pyodide.FS.mkdirTree(target.slice(0, target.lastIndexOf("/")));
  pyodide.FS.writeFile(target, readFileSync(path));
  return target;
}

/** The tools that `scripts/fetch_editor.py` has installed. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";

export const TOOLS = resolve(import.meta.dirname, "../build/editor");

/** Node as the tools need it, which is newer than what the system may have. */
export function findNode() {
  const name = `node-${process.platform}-${process.arch}`;
  const path = resolve(TOOLS, "node_modules", name, "bin/node");
  return existsSync(path) ? path : process.execPath;
}

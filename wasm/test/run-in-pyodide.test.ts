/** The reader and the routes, run by the Python of the worker instead of the native one. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { PyodideAPI } from "pyodide";
import { beforeAll, describe, expect, test } from "vitest";
import { copyIn, ROOT, startInNode } from "./node-python";

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("__pycache__"))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe.each(["snapshot", "plain"] as const)("booted from %s", (boot) => {
  let pyodide: PyodideAPI;

  beforeAll(async () => {
    pyodide = await startInNode(boot);
    for (const path of filesBelow("tests/fixtures")) copyIn(pyodide, path);
    for (const path of filesBelow("tests/storage")) {
      if (/(oracle|reasons|__init__)\.py$/.test(path)) copyIn(pyodide, path);
    }
    copyIn(pyodide, join(ROOT, "tests/__init__.py"));
    pyodide.runPython(`import sys; sys.path.append("/repo")`);
  });

  test("every file reads as the release of Optuna that wrote it said", () => {
    const read = pyodide.runPython(`
      from pathlib import Path
      from tests.storage.oracle import cases, check_file

      found = cases(Path("/repo/tests/fixtures"))
      for path, expected in found:
          check_file(path, expected)
      len(found)
    `);
    expect(read).toBeGreaterThan(20);
  });
});

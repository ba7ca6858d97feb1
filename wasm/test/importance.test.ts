/** Importances computed by the Python of the worker are those that the native one computes. */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { PyodideAPI } from "pyodide";
import { beforeAll, expect, test } from "vitest";
import { missingPackages } from "../packages";
import { PythonHost } from "../python-host";
import { copyIn, ROOT, startInNode } from "./node-python";

type Importances = Record<string, Record<string, number>>;

const SCRIPT = "tests.analysis.every_importance";

let pyodide: PyodideAPI;
let native: Importances;

beforeAll(async () => {
  const python = join(ROOT, ".venv/bin/python");
  native = JSON.parse(
    execFileSync(python, ["-m", SCRIPT, "tests/fixtures"], { cwd: ROOT, encoding: "utf8" }),
  );
  pyodide = await startInNode("snapshot");
  const fixtures = readdirSync(join(ROOT, "tests/fixtures"), {
    recursive: true,
    withFileTypes: true,
  });
  for (const file of fixtures) {
    if (file.isFile()) copyIn(pyodide, join(file.parentPath, file.name));
  }
  const modules = ["api/every_route.py", "analysis/every_importance.py"];
  const packages = ["__init__.py", "api/__init__.py", "analysis/__init__.py"];
  for (const path of [...packages, ...modules]) copyIn(pyodide, join(ROOT, "tests", path));
  pyodide.runPython(`import sys; sys.path.append("/repo")`);
});

test("an answer that needs a package names it", () => {
  const host = new PythonHost(pyodide);
  expect(missingPackages(host.request("GET", "/api/meta", {}))).toEqual([]);
  const missing = pyodide.runPython(`
    from pathlib import Path
    from tests.api.every_route import ask
    from optuna_dashboard.api.app import create_app
    from optuna_dashboard.api.catalog import Catalog
    from optuna_dashboard.storage.open import open_storage

    catalog = Catalog()
    catalog.add(open_storage("/repo/tests/fixtures/special/small.db"))
    address = "/api/studies/1/figures/importance"
    statuses = [ask(create_app(catalog), address + query)[1] for query in ("", "?evaluator=fanova")]
    [*statuses, ask(create_app(catalog), address + "?evaluator=fanova")[2].decode()]
  `);
  const [plain, status, body] = missing.toJs();
  expect([plain, status]).toEqual([200, 503]);
  const answer = { status, headers: [] as [string, string][], body: encoded(body) };
  expect(missingPackages(answer)).toEqual(["scikit-learn"]);
});

test("all numbers are the same", async () => {
  await pyodide.loadPackage(["scikit-learn"], { messageCallback: () => undefined });
  const found: Importances = JSON.parse(
    pyodide.runPython(`
      import json
      from tests.analysis.every_importance import every_importance

      json.dumps(every_importance(Path("/repo/tests/fixtures")))
    `),
  );
  expect(Object.keys(found)).toEqual(Object.keys(native));
  expect(Object.keys(found).filter((name) => name.includes("fanova")).length).toBeGreaterThan(10);
  for (const [name, expected] of Object.entries(native)) {
    const values = found[name] ?? {};
    expect(Object.keys(values).sort(), name).toEqual(Object.keys(expected).sort());
    for (const [param, importance] of Object.entries(expected)) {
      expect(Math.abs((values[param] ?? 0) - importance), `${name} ${param}`).toBeLessThan(1e-12);
    }
  }
});

function encoded(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}

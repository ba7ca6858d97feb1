/** The reader and the routes, run by the Python of the worker instead of the native one. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { PyodideAPI } from "pyodide";
import { beforeAll, describe, expect, test } from "vitest";
import { copyIn, ROOT, startInNode } from "./node-python";

const SHIPPED = [
  "colorlog",
  "joblib",
  "numpy",
  "optuna",
  "packaging",
  "scikit-learn",
  "scipy",
  "threadpoolctl",
  "tqdm",
];

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
    for (const path of ["__init__.py", "api/__init__.py", "api/every_route.py"]) {
      copyIn(pyodide, join(ROOT, "tests", path));
    }
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

  test("every route answers about every study of every file", () => {
    const answered = pyodide.runPython(`
      import json
      from pathlib import Path
      from tests.api.every_route import every_answer, is_json, readable_files

      def refuse(constant):
          raise ValueError(f"{constant} is not JSON")

      files = list(readable_files(Path("/repo/tests/fixtures")))
      for path in files:
          for address, status, body in every_answer(path):
              assert status == 200, (path, address, body[:500])
              if is_json(address):
                  json.loads(body, parse_constant=refuse)
      len(files)
    `);
    expect(answered).toBeGreaterThan(30);
  });

  test("what was not imported at first can be imported later", () => {
    const imported = pyodide.runPython(`
      import falcon.inspect, wave

      [falcon.inspect.__file__, wave.__file__]
    `);
    expect(imported.toJs()).toEqual([
      "/lib/core.zip/falcon/inspect.py",
      "/lib/python314.zip/wave.py",
    ]);
  });
});

test("compiled packages load after the start, by name, and work", async () => {
  const pyodide = await startInNode("snapshot");
  const loaded = await pyodide.loadPackage(["optuna", "scikit-learn"]);
  expect(loaded.map(({ name }) => name).sort()).toEqual(SHIPPED);
  const importances = pyodide.runPython(`
    import optuna
    from optuna.importance import FanovaImportanceEvaluator, PedAnovaImportanceEvaluator

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    study = optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=1))
    study.optimize(lambda trial: trial.suggest_float("x", 0, 1) ** 2
                   + 0.01 * trial.suggest_float("y", 0, 1), n_trials=60)
    [optuna.importance.get_param_importances(study, evaluator=evaluator)["x"]
     for evaluator in (PedAnovaImportanceEvaluator(), FanovaImportanceEvaluator(n_trees=4))]
  `);
  for (const importance of importances.toJs()) expect(importance).toBeGreaterThan(0.5);
});

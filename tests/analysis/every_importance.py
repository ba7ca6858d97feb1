"""The importances of every study of every fixture, as the API tells them.

    python -m tests.analysis.every_importance tests/fixtures

Without pytest, because it also runs inside Pyodide, where the numbers must be the same.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from optuna_dashboard.api.app import create_app
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.storage.open import open_storage
from tests.api.every_route import ask, readable_files

FORESTS = ("fanova", "mean-decrease-impurity")
# Forests take their time: they are grown for this file, and for two parameters or more.
FOREST_FILE = "optuna-5.0.0.db"

Importances = dict[str, dict[str, float]]


def every_importance(fixtures: Path) -> Importances:
    """Importance by parameter, by file, study, evaluator and objective."""
    return dict(found for path in readable_files(fixtures) for found in _of_file(path))


def _of_file(path: Path) -> "Iterator[tuple[str, dict[str, float]]]":
    catalog = Catalog()
    catalog.add(open_storage(str(path)))
    app = create_app(catalog)
    for summary in json.loads(ask(app, "/api/studies")[2])["study_summaries"]:
        address = f"/api/studies/{summary['study_id']}/param_importances"
        name = f"{path.parent.name}/{path.name} {summary['study_id']}"
        found = _values(app, address)
        if path.name == FOREST_FILE and any(len(values) > 1 for values in found):
            for evaluator in FORESTS:
                of_forest = _values(app, f"{address}?evaluator={evaluator}")
                yield from ((f"{name} {evaluator} {i}", v) for i, v in enumerate(of_forest))
        yield from ((f"{name} ped-anova {i}", values) for i, values in enumerate(found))
    catalog.remove(0)


def _values(app: Any, address: str) -> list[dict[str, float]]:
    _, status, body = ask(app, address)
    if status != 200:
        raise AssertionError(f"{address} answered {status}: {body!r}")
    answer = json.loads(body)["param_importances"]
    return [{item["name"]: item["importance"] for item in items} for items in answer]


if __name__ == "__main__":
    print(json.dumps(every_importance(Path(sys.argv[1]))))

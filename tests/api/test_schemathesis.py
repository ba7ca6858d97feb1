"""What nobody thought of: questions made by the OpenAPI document, right ones and wrong ones."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import checks
from schemathesis.specs.openapi import checks as openapi

from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.figures.registry import FIGURES
from optuna_dashboard.server import create_server_app
from optuna_dashboard.storage.open import open_storage
from tests.api.client import DOCUMENT, FIXTURES

CHECKS = [
    checks.not_a_server_error,
    openapi.status_code_conformance,
    openapi.content_type_conformance,
    openapi.response_schema_conformance,
    openapi.unsupported_method,
]
# What exists, and a little beyond: any number at all would mostly be answered with 404.
PLACES: dict[str, dict[str, Any]] = {
    "study_id": {"type": "integer", "minimum": 0, "maximum": 26},
    "number": {"type": "integer", "minimum": 0, "maximum": 20},
    "name": {"type": "string", "enum": [*(figure.name for figure in FIGURES), "no-figure"]},
}


def document() -> dict[str, Any]:
    """The OpenAPI document, about places that exist."""
    copied: dict[str, Any] = json.loads(json.dumps(DOCUMENT))
    for item in copied["paths"].values():
        for operation in item.values():
            for parameter in operation["parameters"]:
                if parameter["in"] == "path" and parameter["name"] in PLACES:
                    parameter["schema"] = PLACES[parameter["name"]]
    return copied


schema = schemathesis.openapi.from_dict(document())


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server that runs on a copy of a file."""
    file = tmp_path_factory.mktemp("schemathesis") / "db.sqlite3"
    shutil.copy(FIXTURES / "sqlite" / "optuna-5.0.0.db", file)
    catalog = Catalog()
    index = catalog.add(open_storage(str(file)))
    yield create_server_app(catalog, None, Path("/nowhere"))
    catalog.remove(index)


@schema.parametrize()
@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_question_has_an_answer(case: Any, app: Any) -> None:
    case.call_and_validate(checks=CHECKS, app=app)

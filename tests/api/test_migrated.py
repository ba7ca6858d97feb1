"""GET /api/sources/<index>/migrated, and who needs it."""

import json
from pathlib import Path

import optuna
import pytest

from optuna_dashboard.api.app import create_app
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.migrate.migrate import migrate
from optuna_dashboard.storage.optuna_storage import OptunaStorage
from tests.api.client import FIXTURES, ApiClient
from tests.api.every_route import ask

OLD = FIXTURES / "sqlite" / "optuna-1.5.0.db"
NEW = FIXTURES / "sqlite" / "optuna-5.0.0.db"


def test_the_file_is_what_the_command_writes(tmp_path: Path) -> None:
    answer = ApiClient(NEW, OLD).get("/api/sources/1/migrated")
    assert answer.headers["content-type"] == "application/vnd.sqlite3"
    disposition = answer.headers["content-disposition"]
    assert disposition.startswith("attachment; ")
    assert disposition.endswith("''optuna-1.5.0-migrated.db")
    migrate(OLD, OLD.name, tmp_path / "new.db")
    assert answer.content == (tmp_path / "new.db").read_bytes()


@pytest.mark.parametrize(
    ("file", "needs"),
    [
        ("sqlite/optuna-0.8.0.db", True),
        ("sqlite/optuna-3.1.1.db", True),
        ("sqlite/optuna-4.9.0.db", False),
        ("sqlite/optuna-5.0.0.db", False),
        # Optuna opens it, and takes its multi-objective studies for single-objective ones.
        ("upgraded/optuna-2.10.1-to-5.0.0.db", True),
        ("journal/optuna-3.1.1.log", False),
        ("special/newer-compatible.db", False),
    ],
)
def test_who_needs_it(file: str, needs: bool) -> None:
    [source] = ApiClient(FIXTURES / file).json("/api/meta")["sources"]
    assert source["needs_migration"] is needs


def test_a_migrated_file_needs_it_no_more(tmp_path: Path) -> None:
    (tmp_path / "new.db").write_bytes(ApiClient(OLD).get("/api/sources/0/migrated").content)
    [source] = ApiClient(tmp_path / "new.db").json("/api/meta")["sources"]
    assert (source["needs_migration"], source["n_studies"]) == (False, 19)


def test_what_was_left_out_is_told(tmp_path: Path) -> None:
    told = ApiClient(FIXTURES / "special" / "orphans.db").get("/api/sources/0/migrated").headers
    assert json.loads(told["migration-warnings"]) == [
        "Left out, as they belong to no study: trials (1).",
        "Left out, as they belong to no trial: parameters (1).",
    ]
    assert "migration-warnings" not in ApiClient(NEW).get("/api/sources/0/migrated").headers
    # A name that is no ASCII, and more sentences than headers have room for.
    journal = tmp_path / "zwölf.log"
    journal.write_text("".join(f'{{"op_code": {code}}}\n' for code in range(100, 200)))
    told = ApiClient(journal).get("/api/sources/0/migrated").headers
    first, *others, last = json.loads(told["migration-warnings"])
    assert first.startswith("zwölf.log: line 1 is left out")
    more = 100 - 1 - len(others)
    assert last == f"And {more} more, which `optuna-dashboard migrate` tells."
    assert len(told["migration-warnings"]) < 2100


def test_refusals() -> None:
    api = ApiClient(FIXTURES / "special" / "unknown-state.db")
    assert api.reason(404, "/api/sources/9/migrated") == "source=9 is not found"
    reason = api.reason(400, "/api/sources/0/migrated")
    assert reason == "Trial 2 is in the state 'PAUSED', unknown to Optuna."
    api = ApiClient(FIXTURES / "special" / "corrupt-trial_params-page.db")
    assert "is damaged" in api.reason(400, "/api/sources/0/migrated")


def test_a_storage_that_is_no_file() -> None:
    catalog = Catalog()
    catalog.add(OptunaStorage(optuna.storages.InMemoryStorage(), "memory"))
    app = create_app(catalog)
    _, status, body = ask(app, "/api/sources/0/migrated")
    assert (status, body) == (400, b'{"reason":"memory is not a file; only files are migrated"}')
    assert b'"needs_migration":false' in ask(app, "/api/meta")[2]

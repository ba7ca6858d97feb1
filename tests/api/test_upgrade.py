"""POST /api/sources/<index>/upgrade, and where it is offered."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.storage.open import open_storage
from tests.api.client import FIXTURES, ApiClient, Json

OLD = FIXTURES / "sqlite" / "optuna-2.10.1.db"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD, tmp_path / "old.db"))


def source_of(api: ApiClient) -> Json:
    [source] = api.json("/api/meta")["sources"]
    return source


def test_an_old_file_is_upgraded_and_then_written_to(file: Path) -> None:
    api = ApiClient(file)
    backup = str(file.with_name(f"old.before-upgrade-{date.today().isoformat()}.db"))
    before = source_of(api)
    assert before["upgrade"] == {"backup": Path(backup).name, "oldest_optuna": "3.2"}
    studies = api.json("/api/studies")
    study = studies["study_summaries"][0]["study_id"]
    trials = api.json(f"/api/studies/{study}/trials")

    assert api.write("POST", "/api/sources/0/upgrade") == {"backup": backup}
    after = source_of(api)
    assert (after["upgrade"], after["why_read_only"]) == (None, None)
    assert {**after, "upgrade": 0, "why_read_only": 0, "needs_migration": 0} == {
        **before,
        "upgrade": 0,
        "why_read_only": 0,
        "needs_migration": 0,
    }
    assert api.json("/api/studies") == studies
    assert api.json(f"/api/studies/{study}/trials") == trials
    assert ApiClient(Path(backup)).json("/api/studies")["study_summaries"] == [
        {**one, "source_label": Path(backup).name} for one in studies["study_summaries"]
    ]
    api.write("PUT", f"/api/studies/{study}/note", {"version": 1, "body": "now"})
    assert api.json(f"/api/studies/{study}/summary")["note"] == {"version": 1, "body": "now"}
    refusal = api.refused(400, "POST", "/api/sources/0/upgrade")
    assert refusal == "old.db cannot be upgraded here, or needs no upgrade."


@pytest.mark.parametrize(
    "name",
    [
        "sqlite/optuna-5.0.0.db",
        "special/newer-compatible.db",
        "special/alembic-missing.db",
        "journal/optuna-3.1.1.log",
    ],
)
def test_where_there_is_none(name: str) -> None:
    api = ApiClient(FIXTURES / name)
    assert source_of(api)["upgrade"] is None
    assert "needs no upgrade" in api.refused(400, "POST", "/api/sources/0/upgrade")
    assert api.refused(404, "POST", "/api/sources/7/upgrade") == "source=7 is not found"


def test_none_is_offered_where_nothing_may_be_written(file: Path) -> None:
    catalog = Catalog(is_read_only=True)
    catalog.add(open_storage(str(file)))
    assert source_of(ApiClient(catalog=catalog))["upgrade"] is None


def test_a_program_that_writes(file: Path) -> None:
    api, content = ApiClient(file), file.read_bytes()
    with closing(sqlite3.connect(file, isolation_level=None)) as program:
        program.execute("BEGIN IMMEDIATE")
        reason = api.refused(503, "POST", "/api/sources/0/upgrade")
        program.execute("ROLLBACK")
    assert reason.startswith("old.db is left as it was, for another program is writing to it.")
    assert file.read_bytes() == content
    assert list(file.parent.iterdir()) == [file]


def test_what_cannot_be_upgraded(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE trial_params SET distribution_json = '{}'")
    api, content = ApiClient(file), file.read_bytes()
    reason = api.refused(400, "POST", "/api/sources/0/upgrade")
    assert "cannot upgrade old.db, which is left as it was" in reason
    assert file.read_bytes() == content


def test_a_name_that_leaves_no_room_for_one_of_a_copy(file: Path) -> None:
    api = ApiClient(file.rename(file.with_name("s" * 240 + ".db")))
    assert source_of(api)["upgrade"] is not None
    refusal = api.refused(400, "POST", "/api/sources/0/upgrade")
    assert refusal.endswith(" is left as it was: File name too long.")

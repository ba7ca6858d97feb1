"""Files that are damaged, foreign, too new, in use, or in parts."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from optuna_dashboard.storage.base import Storage, StorageError
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.study.states import TrialState
from tests.storage.columns_oracle import check_columns, check_summary
from tests.storage.conftest import FIXTURES

SPECIAL = FIXTURES / "special"
Open = Callable[[Path], Storage]


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("zero-bytes.db", "empty-file", ["is empty", "0 bytes"]),
        ("bad-magic.db", "not-sqlite", ["almost a SQLite database", "first bytes"]),
        ("random.db", "not-sqlite", ["neither", "SQLite", "journal"]),
        ("text.txt", "not-sqlite", ["text file", "neither", "journal"]),
        ("picture.db", "not-sqlite", ["PNG picture"]),
        ("gzipped.db", "gzip", ["compressed", "gzip", "Unpack it first"]),
        ("not-optuna.db", "not-optuna", ["not one of Optuna", "users"]),
        ("no-tables.db", "not-optuna", ["without any table"]),
        ("lookalike-studies.db", "not-optuna", ["studies, trials", "lacks studies.study_id"]),
        ("mlflow-like.db", "not-optuna", ["MLflow", "experiments"]),
        ("newer-breaking.db", "too-new", ["Optuna 7.0.0", "trials.state", "Update"]),
        ("truncated-1page.db", "damaged", ["cut off", "114,688", "4,096", "again"]),
        ("truncated-60pct.db", "damaged", ["cut off", "114,688", "66,536", "again"]),
        ("truncated-header-only.db", "damaged", ["cut off", "114,688", "again"]),
        ("wal-live/db.sqlite3-wal", "not-sqlite", ["-wal", "together"]),
        ("hot-journal/db.sqlite3-journal", "not-sqlite", ["-journal", "together"]),
        ("small.expected.json", "not-a-journal", ["JSON file", "journal"]),
        ("hot-journal", "not-found", ["folder"]),
        ("no-such-file.db", "not-found", ["no file"]),
    ],
)
def test_refusal_names_the_file_and_what_it_is(name: str, kind: str, words: list[str]) -> None:
    with pytest.raises(StorageError) as raised:
        open_storage(str(SPECIAL / name))
    assert raised.value.kind == kind
    assert str(raised.value) == raised.value.message
    for word in [Path(name).name, *words]:
        assert word in raised.value.message


@pytest.mark.parametrize(
    ("name", "warning"),
    [
        ("small.db", None),
        ("alembic-empty.db", None),
        ("alembic-missing.db", None),
        ("null-number.db", None),
        ("orphans.db", None),
        ("unknown-state.db", None),
        ("utf16-page1024.db", None),
        ("newer-compatible.db", "newer Optuna (6.1.0, schema v6.1.0.a)"),
        ("bad-json.db", "not valid JSON"),
        ("corrupt-trial_params-page.db", "damaged: some parameters"),
    ],
)
def test_readable_file_shows_its_20_trials(opened: Open, name: str, warning: str | None) -> None:
    storage = opened(SPECIAL / name)
    [summary] = storage.summaries()
    study = storage.study(summary.header.id)
    assert study.name == "demo"
    assert list(study.index.numbers) == list(range(20))
    assert sum(summary.state_counts.values()) == 20
    assert (summary.best_number, summary.best_value) == (9, 0.15067388386873673)
    check_columns(study)
    check_summary(summary, study)
    if warning is None:
        assert storage.warnings == []
    else:
        assert any(warning in sentence for sentence in storage.warnings)


def test_damaged_page_is_told_on_opening_and_costs_only_its_part(opened: Open) -> None:
    storage = opened(SPECIAL / "corrupt-trial_params-page.db")
    assert storage.warnings == [
        "corrupt-trial_params-page.db is damaged: some parameters cannot be read and are left out."
    ]
    trial, *_ = storage.study(1).trials([0])
    assert trial.values == [0.6885347703579647]
    assert trial.params == {}


def test_broken_json_cell_costs_only_itself(opened: Open) -> None:
    study = opened(SPECIAL / "bad-json.db").study(1)
    assert study.header.user_attrs == {"broken": "{not json"}
    # The search space of the first trial is garbage.
    assert [bool(trial.params) for trial in study.trials([0, 1])] == [False, True]
    # A list of constraints that is null is none.
    assert not study.constraints.present


def test_unknown_state_is_listed(opened: Open) -> None:
    study = opened(SPECIAL / "unknown-state.db").study(1)
    assert study.state_counts == {TrialState.COMPLETE: 19, TrialState.UNKNOWN: 1}


def test_database_and_wal_together_show_all_trials(opened: Open, tmp_path: Path) -> None:
    path = _copy(tmp_path, "wal-live", "db.sqlite3", "db.sqlite3-wal")
    with _unchanged(path, path.with_name("db.sqlite3-wal")):
        storage = opened(path)
        assert len(storage.study(1).index) == 30
        assert storage.warnings == []


def test_wal_in_a_folder_where_nothing_can_be_written(opened: Open, tmp_path: Path) -> None:
    path = _copy(tmp_path, "wal-live", "db.sqlite3", "db.sqlite3-wal")
    # SQLite must make this file to read the -wal, and cannot.
    path.with_name("db.sqlite3-shm").mkdir()
    with _unchanged(path, path.with_name("db.sqlite3-wal")):
        assert len(opened(path).study(1).index) == 30


def test_wal_database_alone_warns_that_trials_may_be_missing(opened: Open, tmp_path: Path) -> None:
    path = _copy(tmp_path, "wal-live", "db.sqlite3")
    with _unchanged(path):
        storage = opened(path)
        assert len(storage.study(1).index) == 20
    [warning] = storage.warnings
    assert "WAL mode" in warning
    assert "open both together" in warning


def test_wal_that_holds_everything(opened: Open, tmp_path: Path) -> None:
    path = _copy(tmp_path, "wal-all-in-wal", "db.sqlite3", "db.sqlite3-wal")
    assert len(opened(path).study(1).index) == 5


def test_database_whose_all_is_in_a_missing_wal(tmp_path: Path) -> None:
    path = _copy(tmp_path, "wal-all-in-wal", "db.sqlite3")
    with pytest.raises(StorageError) as raised:
        open_storage(str(path))
    assert raised.value.kind == "wal-missing"
    assert "Open db.sqlite3 and db.sqlite3-wal together" in raised.value.message


def test_crashed_transaction_is_rolled_back_in_a_copy(tmp_path: Path) -> None:
    path = _copy(tmp_path, "hot-journal", "db.sqlite3", "db.sqlite3-journal")
    with _unchanged(path, path.with_name("db.sqlite3-journal")):
        storage = open_storage(str(path))
        assert storage.study(1).state_counts == {TrialState.COMPLETE: 20}
        storage.close()


def test_locked_file_says_so_and_opens_once_free(opened: Open, tmp_path: Path) -> None:
    path = _copy(tmp_path, ".", "small.db")
    with _locked(path, "exclusive"), pytest.raises(StorageError) as raised:
        open_storage(str(path))
    assert raised.value.kind == "locked"
    assert "another program" in raised.value.message
    assert len(opened(path).study(1).index) == 20


def test_file_in_the_middle_of_a_write_opens(opened: Open, tmp_path: Path) -> None:
    path = _copy(tmp_path, ".", "small.db")
    with _locked(path, "immediate"):
        assert len(opened(path).study(1).index) == 20


def test_file_that_grows_is_read_anew_and_old_answers_stay_whole(
    opened: Open, tmp_path: Path
) -> None:
    path = _copy(tmp_path, ".", "small.db")
    storage = opened(path)
    before, revision = storage.study(1), storage.revision()
    assert len(before.index) == 20
    assert storage.study(1) is before
    _add_trial(path, number=20, value=-1.0)
    assert storage.revision() != revision
    [summary] = storage.summaries()
    assert (summary.best_number, summary.best_value) == (20, -1.0)
    assert len(storage.study(1).index) == 21
    # What was not read before still fits what was.
    assert len(before.values[0]) == 20
    check_columns(before)


def test_file_that_vanishes_says_so(opened: Open, tmp_path: Path) -> None:
    path = _copy(tmp_path, ".", "small.db")
    storage = opened(path)
    path.unlink()
    with pytest.raises(StorageError) as raised:
        storage.summaries()
    assert raised.value.kind == "not-found"


def test_unknown_study_is_a_key_error(opened: Open) -> None:
    with pytest.raises(KeyError):
        opened(SPECIAL / "small.db").study(2)


@pytest.mark.parametrize("name", ["a b.db", "100%.db", "what?#&=.db", "日本語 🚀.db", "%41.db"])
def test_file_names_of_every_kind(opened: Open, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    shutil.copyfile(SPECIAL / "small.db", path)
    storage = opened(path)
    assert (storage.label, storage.kind) == (name, "sqlite")
    assert len(storage.study(1).index) == 20


def test_urls_and_labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _copy(tmp_path, ".", "small.db")
    monkeypatch.chdir(tmp_path)
    for source in ("small.db", "sqlite:///small.db", f"sqlite:///{path}", str(path)):
        storage = open_storage(source, label="mine")
        assert storage.label == "mine"
        assert len(storage.summaries()) == 1
        storage.close()


def test_address_of_no_file_says_what_to_give() -> None:
    with pytest.raises(StorageError) as refused:
        open_storage("sqlite://")
    assert refused.value.kind == "not-found"
    assert refused.value.message.startswith("sqlite:// is not an address of a file")
    assert "sqlite:///PATH" in refused.value.message


@pytest.mark.parametrize(
    "name",
    ["special/small.db", "special/corrupt-trial_params-page.db", "sqlite/optuna-2.3.0.db"],
)
def test_reading_leaves_the_file_and_its_folder_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / "study.db"
    shutil.copyfile(FIXTURES / name, path)
    with _unchanged(path):
        storage = open_storage(str(path))
        for summary in storage.summaries():
            check_columns(storage.study(summary.header.id))
        storage.close()
    assert list(tmp_path.iterdir()) == [path]


def _copy(folder: Path, source: str, *names: str) -> Path:
    """Copy files of the fixtures into a folder; the path of the first."""
    for name in names:
        shutil.copyfile(SPECIAL / source / name, folder / name)
    return folder / names[0]


@contextmanager
def _unchanged(*paths: Path) -> Iterator[None]:
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in paths]
    yield
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in paths] == before


@contextmanager
def _locked(path: Path, how: str) -> Iterator[None]:
    command = [sys.executable, str(SPECIAL / "hold_lock.py"), str(path), "60", how]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"locked\n"
        try:
            yield
        finally:
            process.kill()


def _add_trial(path: Path, number: int, value: float) -> None:
    connection = sqlite3.connect(path)
    with connection:
        cursor = connection.execute(
            "INSERT INTO trials (number, study_id, state, datetime_start, datetime_complete) "
            "VALUES (?, 1, 'COMPLETE', '2026-11-22 01:00:00', '2026-11-22 01:00:01.5')",
            (number,),
        )
        connection.execute(
            "INSERT INTO trial_values (trial_id, objective, value, value_type) "
            "VALUES (?, 0, ?, 'FINITE')",
            (cursor.lastrowid, value),
        )
    connection.close()

"""Files that need care, files that cannot be migrated, and going on with a new file."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timezone
from math import inf, nan
from pathlib import Path

import optuna
import pytest
from optuna.storages import JournalStorage, RDBStorage
from optuna.storages.journal import JournalFileBackend
from optuna.trial import TrialState

from optuna_dashboard.migrate.migrate import Migration, migrate
from optuna_dashboard.migrate.rows import MigrateError
from optuna_dashboard.multi_objective import load_study
from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.open import open_storage
from tests.migrate.from_optuna import optuna_answers
from tests.multi_objective.objectives import binh_and_korn, legacy_study, use
from tests.multi_objective.test_samplers import OURS

FIXTURES = Path(__file__).parents[1] / "fixtures"
SPECIAL = FIXTURES / "special"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tmp_path / "new" / "new.db"


def to(new: Path, old: Path) -> Migration:
    new.parent.mkdir()
    return migrate(old, old.name, new)


def test_trials_in_a_wal_come_along(new: Path, tmp_path: Path) -> None:
    folder = tmp_path / "wal"
    shutil.copytree(SPECIAL / "wal-live", folder)
    assert to(new, folder / "db.sqlite3") == Migration(1, 30, [], [])
    assert len(optuna_answers(new)["demo"]["trials"]) == 30


def test_an_unfinished_transaction_does_not(new: Path, tmp_path: Path) -> None:
    folder = tmp_path / "hot"
    shutil.copytree(SPECIAL / "hot-journal", folder)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    to(new, folder / "db.sqlite3")
    assert optuna_answers(new)["demo"]["states"] == {"COMPLETE": 20}
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_what_belongs_to_nothing_is_left_out_and_told(new: Path) -> None:
    assert to(new, SPECIAL / "orphans.db").warnings == [
        "Left out, as they belong to no study: trials (1).",
        "Left out, as they belong to no trial: parameters (1).",
    ]
    assert len(optuna_answers(new)["demo"]["trials"]) == 20


def test_damaged_lines_of_a_journal_are_told(new: Path) -> None:
    [warning] = to(new, FIXTURES / "journal" / "corrupt-middle.log").warnings
    assert "line 21 is damaged" in warning


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("bad-json.db", "not valid JSON"),
        ("unknown-state.db", "Trial 2 is in the state 'PAUSED'"),
        ("newer-compatible.db", r"written by a newer Optuna \(6\.1\.0\)"),
    ],
)
def test_what_optuna_could_not_read_is_refused(new: Path, name: str, reason: str) -> None:
    with pytest.raises(MigrateError, match=reason):
        to(new, SPECIAL / name)


@pytest.mark.parametrize("name", ["corrupt-trial_params-page.db", "not-optuna.db", "gzipped.db"])
def test_what_we_cannot_read_is_refused(new: Path, name: str) -> None:
    with pytest.raises(StorageError, match=name):
        to(new, SPECIAL / name)


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("UPDATE trial_params SET distribution_json = '{}' WHERE param_id = 3", "search space"),
        ("UPDATE trial_values SET value = 'abc' WHERE trial_id = 3", "id 3 is no number: 'abc'"),
        ("DROP INDEX ix_studies_study_name; INSERT INTO studies VALUES (7, 'demo')", "itself"),
    ],
)
def test_a_file_that_somebody_changed(new: Path, tmp_path: Path, sql: str, reason: str) -> None:
    old = Path(shutil.copy(SPECIAL / "small.db", tmp_path / "old.db"))
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(sql)
    with pytest.raises(MigrateError, match=reason):
        to(new, old)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (r'{"op_code":8,"user_attr":{"a\ud800":1},', "half of a character"),
        ('{"op_code":6,"state":1,"values":[NaN],', "with id 0 is NaN"),
        ('{"op_code":6,"state":1,"values":["x"],', "with id 0 is no number: 'x'"),
    ],
)
def test_what_a_journal_holds_and_a_database_does_not(
    new: Path, tmp_path: Path, line: str, reason: str
) -> None:
    log = tmp_path / "odd.log"
    log.write_text(
        '{"op_code":0,"worker_id":"w","study_name":"odd","directions":[1]}\n'
        '{"op_code":4,"worker_id":"w","study_id":0,"datetime_start":"2024-01-01T00:00:00"}\n'
        f'{line}"worker_id":"w","trial_id":0,"datetime_complete":"2024-01-01T00:00:00"}}\n',
        "utf-8",
    )
    with pytest.raises(MigrateError, match=reason):
        to(new, log)


def test_a_page_of_another_table(new: Path, tmp_path: Path) -> None:
    """What a copy may hold that was taken while the file was written; SQLite reads it."""
    old = Path(shutil.copy(FIXTURES / "sqlite" / "optuna-2.10.1.db", tmp_path / "old.db"))
    sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    with closing(sqlite3.connect(old)) as connection:
        [(into,)] = connection.execute(sql, ["studies"])
        [(of,)] = connection.execute(sql, ["version_info"])
        [(size,)] = connection.execute("PRAGMA page_size")
    content = bytearray(old.read_bytes())
    content[(into - 1) * size : into * size] = content[(of - 1) * size : of * size]
    old.write_bytes(content)
    with pytest.raises(StorageError, match=r"old\.db is damaged"):
        to(new, old)


def test_heartbeats_come_along(new: Path) -> None:
    old = FIXTURES / "sqlite" / "optuna-2.10.1.db"
    to(new, old)
    beats = []
    for file in (old, new):
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT trial_id, heartbeat FROM trial_heartbeats")
            beats.append(sorted(rows))
    assert beats[0] == beats[1] != []


@pytest.mark.parametrize(
    ("file", "clock"),
    [
        ("sqlite/optuna-0.8.0.db", "as-written"),
        ("sqlite/optuna-4.9.0.db", "as-written"),
        ("sqlite/optuna-5.0.0.db", "utc"),
        # Optuna 5 calls itself the creator of a file that it upgrades.
        ("upgraded/optuna-2.10.1-to-5.0.0.db", "as-written"),
        ("journal/optuna-4.9.0.log", "as-written"),
        ("journal/optuna-5.0.0.log", "utc"),
    ],
)
def test_the_clock_stays_known(new: Path, file: str, clock: str) -> None:
    to(new, FIXTURES / file)
    storage = open_storage(str(new))
    assert {summary.header.clock for summary in storage.summaries()} == {clock}
    storage.close()


def test_a_legacy_trial_that_lacks_a_value_has_failed(new: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/old.db"
    study = use(legacy_study(url, ["maximize", "minimize"]), OURS["random"]())

    def objective(trial: object) -> tuple[float, float]:
        trial.report((1, nan), 4)  # type: ignore[attr-defined]
        return [(1, 2), (3, nan), (inf, -inf)][trial.number]  # type: ignore[attr-defined]

    study.optimize(objective, n_trials=3)
    assert to(new, tmp_path / "old.db") == Migration(1, 3, ["old"], [])
    plain = optuna.load_study(study_name="old", storage=f"sqlite:///{new}")
    assert [(trial.state, trial.values) for trial in plain.trials] == [
        (TrialState.COMPLETE, [1, 2]),
        (TrialState.FAIL, None),
        (TrialState.COMPLETE, [inf, -inf]),
    ]
    key = "optuna_dashboard:multi_objective:state"
    assert [trial.system_attrs.get(key) for trial in plain.trials] == [None, "COMPLETE", None]
    reported = plain.trials[1].intermediate_values
    assert (reported[0], reported[10]) == (3, 1)
    # Its own API says what it said.
    again = load_study("old", f"sqlite:///{new}")
    assert [trial.values for trial in again.trials] == [trial.values for trial in study.trials]
    assert [trial.number for trial in again.get_pareto_front_trials()] == [2]


def test_a_legacy_study_goes_on_as_a_native_one(new: Path) -> None:
    to(new, FIXTURES / "sqlite" / "optuna-1.5.0.db")
    url = f"sqlite:///{new}"
    for make in OURS.values():
        study = load_study("legacy-mo-2", url, make())
        study.optimize(binh_and_korn, n_trials=3)
    last = optuna.load_study(study_name="legacy-mo-2", storage=url).trials[-1]
    assert last.values == list(binh_and_korn(optuna.trial.FixedTrial(last.params)))  # type: ignore[arg-type]
    assert last.intermediate_values == {}


def test_every_migrated_study_goes_on(new: Path) -> None:
    # Ids of a journal begin at 0.
    to(new, FIXTURES / "journal" / "optuna-3.1.1.log")
    storage = RDBStorage(f"sqlite:///{new}")
    for name in optuna.get_all_study_names(storage):
        study = optuna.load_study(study_name=name, storage=storage)
        before = study.trials
        waiting = sum(trial.state is TrialState.WAITING for trial in before)
        trial = study.ask()
        study.tell(trial, [0.0] * len(study.directions))
        assert len(study.trials) == len(before) + (0 if waiting else 1)
        assert study.trials[trial.number].values == [0.0] * len(study.directions)
    storage.engine.dispose()


def test_what_a_journal_says_twice_counts_once(new: Path, tmp_path: Path) -> None:
    log = tmp_path / "twice.log"
    storage = JournalStorage(JournalFileBackend(str(log)))
    study = optuna.create_study(study_name="twice", storage=storage)
    trial = study.ask()
    storage.set_trial_intermediate_value(trial._trial_id, 0, 1.0)
    storage.set_trial_intermediate_value(trial._trial_id, 0, nan)
    space = optuna.distributions.FloatDistribution(0, 1)
    for value in (0.25, 0.75):
        storage.set_trial_param(trial._trial_id, "x", value, space)
    study.tell(trial, inf)
    to(new, log)
    [found] = optuna_answers(new)["twice"]["trials"]
    expected = study.trials[0]
    assert found["params"] == expected.params == {"x": 0.75}
    assert str(found["intermediate_values"]) == str(expected.intermediate_values) == "{0: nan}"
    assert found["values"] == [inf]
    assert expected.datetime_start is not None
    utc = expected.datetime_start.astimezone(timezone.utc).replace(tzinfo=None)
    assert found["start"] == utc.isoformat()

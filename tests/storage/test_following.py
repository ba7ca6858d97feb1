"""A storage that grows: settled trials are not read again, and every column stays right."""

import gc
import random
import shutil
import sqlite3
import warnings
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import optuna
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from optuna.distributions import CategoricalDistribution, FloatDistribution
from optuna.storages import BaseStorage, InMemoryStorage, JournalStorage, RDBStorage
from optuna.storages.journal import JournalFileBackend
from optuna.trial import TrialState

from optuna_dashboard.storage.base import Storage
from optuna_dashboard.storage.cells import BROKEN_JSON
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.storage.optuna_storage import OptunaStorage
from optuna_dashboard.storage.sqlite import SqliteStorage
from tests.storage import studies
from tests.storage.columns_oracle import check_columns

SETTLED = 60

optuna.logging.set_verbosity(optuna.logging.ERROR)


@pytest.fixture
def rdb(tmp_path: Path) -> Iterator[RDBStorage]:
    storage = RDBStorage(f"sqlite:///{tmp_path / 'study.db'}")
    yield storage
    storage.engine.dispose()


@pytest.fixture
def study(rdb: RDBStorage) -> optuna.Study:
    return settled_study(rdb)


@pytest.fixture
def ours(study: optuna.Study, tmp_path: Path) -> Iterator[SqliteStorage]:
    """The file as we read it, every column of which was asked for."""
    storage = opened(tmp_path / "study.db")
    check_columns(storage.study(1))
    yield storage
    storage.close()


@pytest.fixture(params=["sqlite", "journal", "memory"])
def theirs(request: pytest.FixtureRequest, tmp_path: Path) -> BaseStorage:
    """A storage of any kind, as the program that optimizes has it."""
    if request.param == "memory":
        return InMemoryStorage()
    if request.param == "journal":
        return JournalStorage(JournalFileBackend(str(tmp_path / "study.log")))
    storage: RDBStorage = request.getfixturevalue("rdb")
    return storage


@contextmanager
def dashboard_of(theirs: BaseStorage, folder: Path) -> Iterator[Storage]:
    """The same storage as we read it."""
    ours: Storage
    if isinstance(theirs, InMemoryStorage):
        ours = OptunaStorage(theirs, "memory", rest=0)
    else:
        ours = open_storage(
            str(folder / ("study.db" if isinstance(theirs, RDBStorage) else "study.log"))
        )
    yield ours
    ours.close()


def opened(path: Path) -> SqliteStorage:
    storage = open_storage(str(path))
    assert isinstance(storage, SqliteStorage)
    return storage


def settled_study(storage: BaseStorage, name: str | None = "s") -> optuna.Study:
    sampler = optuna.samplers.RandomSampler(seed=1)
    study = optuna.create_study(storage=storage, study_name=name, sampler=sampler)
    # One that never ends, as after a crash, comes first.
    study.ask()
    for number in range(SETTLED):
        study.add_trial(finished_trial(number))
    return study


def finished_trial(number: int) -> optuna.trial.FrozenTrial:
    choices: list[object] = [1, True, None] if number % 2 else [1.0, "x"]
    return optuna.create_trial(
        state=(TrialState.COMPLETE, TrialState.PRUNED, TrialState.FAIL)[number % 3],
        value=float(number) if number % 3 == 0 else None,
        params={"x": number / SETTLED, f"c{number % 2}": choices[number % len(choices)]},
        distributions={
            "x": FloatDistribution(0, 1),
            f"c{number % 2}": CategoricalDistribution(choices),  # type: ignore[arg-type]
        },
        user_attrs={"n": number} if number % 5 else {},
        intermediate_values={step: step / 2 for step in range(number % 4)},
        constraints={"c": number - 30.0} if number % 4 else None,
    )


def is_grown(storage: Storage, study_id: int = 1) -> bool:
    """Whether what was read of the settled trials has been kept."""
    known = storage.study(study_id).known
    has_attrs = "n" in known.user_attrs and known.user_attr_kinds is not None
    has_reports = known.report_ends is not None
    return known.values is not None and "x" in known.params and has_attrs and has_reports


def run_one(study: optuna.Study) -> None:
    trial = study.ask()
    trial.suggest_float("x", 0, 1)
    trial.suggest_int("new", 1, 9)
    trial.report(0.5, 3)
    trial.set_user_attr("later", [1])
    trial.set_user_attr("n", -1)
    study.tell(trial, -5.0)


def finish_the_first(study: optuna.Study) -> None:
    storage, (trial_id, *_) = study._storage, [t._trial_id for t in study.trials]
    storage.set_trial_param(trial_id, "x", 0.25, FloatDistribution(0, 2))
    storage.set_trial_intermediate_value(trial_id, 7, float("nan"))
    storage.set_trial_system_attr(trial_id, "constraints", [1.0])
    storage.set_trial_state_values(trial_id, TrialState.COMPLETE, [-9.0])


def report(study: optuna.Study) -> None:
    trial = study.trials[0]
    study._storage.set_trial_intermediate_value(trial._trial_id, 1, 1.5)
    study._storage.set_trial_user_attr(trial._trial_id, "n", "text")


def enqueue(study: optuna.Study) -> None:
    study.enqueue_trial({"x": 0.5})


def fail_two(study: optuna.Study) -> None:
    trials = [study.ask(), study.ask()]
    study.tell(trials[1], state=TrialState.FAIL)
    study.tell(trials[0], state=TrialState.PRUNED)


@pytest.mark.parametrize("change", [run_one, finish_the_first, report, enqueue, fail_two])
def test_what_settled_is_kept(
    theirs: BaseStorage, tmp_path: Path, change: Callable[[optuna.Study], None]
) -> None:
    study = settled_study(theirs)
    id = study._study_id
    with dashboard_of(theirs, tmp_path) as ours, dashboard_of(theirs, tmp_path) as fresh:
        before = ours.study(id)
        check_columns(before)
        for _ in range(1 if change is finish_the_first else 2):
            change(study)
            assert is_grown(ours, id)
            check_columns(ours.study(id))
        # What somebody still holds is as it was.
        columns = (before.index, before.times.start, before.values[0])
        assert [len(column) for column in columns] == [SETTLED + 1] * 3
        assert ours.study(id).best == fresh.study(id).best
        assert ours.summaries() == fresh.summaries()


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_whatever_is_added(theirs: BaseStorage, tmp_path: Path, data: st.DataObject) -> None:
    study = settled_study(theirs, name=None)
    with dashboard_of(theirs, tmp_path) as ours, warnings.catch_warnings():
        check_columns(ours.study(study._study_id))
        # Optuna prefers scalars as choices, but takes any JSON.
        warnings.simplefilter("ignore")
        space = data.draw(studies.spaces)
        for trial in data.draw(st.lists(studies.trials(1, space), min_size=1, max_size=3)):
            study.add_trial(trial)
        assert is_grown(ours, study._study_id)
        check_columns(ours.study(study._study_id))


def test_a_legacy_study_grows(theirs: BaseStorage, tmp_path: Path) -> None:
    study = settled_study(theirs)
    names = ["minimize", "maximize"]
    theirs.set_study_system_attr(study._study_id, "multi_objective:study:directions", names)
    with dashboard_of(theirs, tmp_path) as ours:
        _ = ours.study(study._study_id).values, ours.study(study._study_id).times
        reports = {0: 3.0, 1: 4.0, 2: 5.0, 3: 6.0}
        study.add_trial(optuna.create_trial(value=0.0, intermediate_values=reports))
        found = ours.study(study._study_id)
        assert found.known.values is not None
        last = SETTLED + 1
        assert [column[last] for column in found.values] == [3.0, 4.0]
        assert found.trials([last])[0].intermediate_vectors == {0: (5.0, 6.0)}


def test_a_study_made_anew_under_the_same_id(
    ours: SqliteStorage, study: optuna.Study, rdb: RDBStorage
) -> None:
    rdb.delete_study(1)
    again = settled_study(rdb)
    assert again._study_id == 1
    run_one(again)
    assert not is_grown(ours)
    check_columns(ours.study(1))


def test_another_file_in_the_same_place(
    ours: SqliteStorage, study: optuna.Study, tmp_path: Path
) -> None:
    other = Path(shutil.copy(ours.path, tmp_path / "other.db"))
    with closing(sqlite3.connect(other)) as db, db:
        db.execute("UPDATE trial_values SET value = value + 100")
    shutil.copy(other, ours.path)
    assert not is_grown(ours)
    check_columns(ours.study(1))
    assert ours.study(1).best == (100.0, 1)


def test_a_warning_of_what_is_not_read_again_stays(study: optuna.Study, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "study.db")) as db, db:
        db.execute("UPDATE trial_user_attributes SET value_json = '{' WHERE trial_id = 30")
    ours = opened(tmp_path / "study.db")
    check_columns(ours.study(1))
    assert ours.warnings == [BROKEN_JSON]
    study._storage.create_new_trial(1, finished_trial(SETTLED))
    assert is_grown(ours)
    assert ours.warnings == [BROKEN_JSON]
    ours.close()


def test_most_trials_are_new(ours: SqliteStorage, study: optuna.Study) -> None:
    for number in range(SETTLED):
        study.add_trial(finished_trial(number))
    assert ours.study(1).known.values is None
    check_columns(ours.study(1))


def test_a_damaged_file_is_read_anew(ours: SqliteStorage, study: optuna.Study) -> None:
    run_one(study)
    with closing(sqlite3.connect(ours.path)) as db:
        [(page,)] = db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'trial_intermediate_values'"
        )
        [(size,)] = db.execute("PRAGMA page_size")
    content = bytearray(ours.path.read_bytes())
    content[(page - 1) * size : page * size] = random.Random(1).randbytes(size)
    ours.path.write_bytes(content)
    check_columns(ours.study(1))
    assert any("damaged" in warning for warning in ours.warnings)
    fresh = opened(ours.path)
    assert ours.study(1).known.index == fresh.study(1).index
    fresh.close()


def test_a_study_of_the_same_numbers_in_the_place_of_one_whose_names_are_known(
    ours: SqliteStorage, study: optuna.Study, rdb: RDBStorage
) -> None:
    fresh = opened(ours.path)
    assert fresh.study(1).param_names == ["c0", "c1", "x"]
    rdb.delete_study(1)
    again = optuna.create_study(storage=rdb, study_name="s")
    again.ask()
    for number in range(SETTLED):
        trial = finished_trial(number)
        trial.params, trial.distributions = {"y": 0.5}, {"y": FloatDistribution(0, 1)}
        again.add_trial(trial)
    assert fresh.study(1).param_names == ["y"]
    fresh.close()


def test_a_study_that_nobody_looks_at_again_holds_no_file(
    ours: SqliteStorage, study: optuna.Study, rdb: RDBStorage
) -> None:
    held = []
    for number in range(3):
        other = optuna.create_study(storage=rdb, study_name=f"other {number}")
        once = ours.study(other._study_id)
        assert len(once.index) == 0
        held.append(weakref.ref(once))
        del once
        run_one(study)
        assert is_grown(ours)
    gc.collect()
    assert [one() for one in held] == [None] * 3


def test_a_warning_goes_with_the_study_that_it_was_of(
    study: optuna.Study, rdb: RDBStorage, tmp_path: Path
) -> None:
    other = optuna.create_study(storage=rdb, study_name="other")
    rdb.set_study_user_attr(other._study_id, "a", 1)
    with closing(sqlite3.connect(tmp_path / "study.db")) as db, db:
        db.execute("UPDATE study_user_attributes SET value_json = '{'")
    ours = opened(tmp_path / "study.db")
    check_columns(ours.study(1))
    assert ours.warnings == [BROKEN_JSON]
    rdb.delete_study(other._study_id)
    check_columns(ours.study(1))
    assert ours.warnings == []
    ours.close()

"""Storages of Optuna's, as objects: read through Optuna, or by our own SQL on a server."""

import shutil
import time
import warnings
from collections.abc import Callable, Container, Iterator
from dataclasses import asdict, replace
from datetime import datetime, timedelta, timezone
from math import inf, isnan, nan
from pathlib import Path
from typing import Any

import optuna
import pytest
from optuna.distributions import BaseDistribution, FloatDistribution
from optuna.exceptions import StorageInternalError
from optuna.storages import BaseStorage, InMemoryStorage, JournalStorage, RDBStorage
from optuna.storages.journal import JournalFileBackend
from optuna.trial import FrozenTrial, TrialState, create_trial

from optuna_dashboard.storage.address import Address
from optuna_dashboard.storage.base import Storage, StorageError
from optuna_dashboard.storage.optuna_open import storage_of
from optuna_dashboard.storage.optuna_rename import rename_study
from optuna_dashboard.storage.optuna_storage import OptunaStorage
from optuna_dashboard.study.distributions import CategoricalDistribution
from tests.storage.columns_oracle import check_columns, check_summary
from tests.storage.conftest import FIXTURES, ON_SERVERS, database_of

Open = Callable[[Path], Storage]


@pytest.fixture(autouse=True)
def quiet() -> None:
    optuna.logging.set_verbosity(optuna.logging.ERROR)


@pytest.fixture(params=["UTC", "Asia/Tokyo", "America/New_York"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(params=["memory", "sqlite", "journal", *ON_SERVERS])
def theirs(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BaseStorage]:
    if request.param == "memory":
        yield InMemoryStorage()
    elif request.param == "journal":
        yield JournalStorage(JournalFileBackend(str(tmp_path / "study.log")))
    elif request.param != "sqlite":
        with database_of(request.getfixturevalue(request.param)) as database:
            yield database
    else:
        rdb = RDBStorage(f"sqlite:///{tmp_path / 'study.db'}")
        yield rdb
        rdb.engine.dispose()


def ours_of(theirs: BaseStorage) -> Storage:
    """What reads a storage of Optuna's, each time that it is asked."""
    storage = storage_of(theirs, "label")
    return OptunaStorage(theirs, "label", rest=0) if storage.kind == "optuna" else storage


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("name", ["sqlite/optuna-5.0.0.db", "journal/optuna-5.0.0.log"])
def test_reads_what_the_reader_of_files_reads(opened: Open, tmp_path: Path, name: str) -> None:
    file = FIXTURES / name
    # Optuna may write to what it opens.
    copy = shutil.copy(file, tmp_path / file.name)
    if file.suffix == ".db":
        through: BaseStorage = RDBStorage(f"sqlite:///{copy}")
    else:
        through = JournalStorage(JournalFileBackend(str(copy)))
    ours, direct = OptunaStorage(through, "copy"), opened(file)
    assert len(ours.summaries()) == len(direct.summaries()) > 1
    for summary, expected in zip(ours.summaries(), direct.summaries()):
        study, wanted = ours.study(summary.header.id), direct.study(expected.header.id)
        check_columns(study)
        check_summary(summary, study)
        assert repr(_known(summary)) == repr(_known(expected))
        rows = range(len(wanted.index))
        for found, trial in zip(study.trials(rows), wanted.trials(rows), strict=True):
            assert repr(_in_order(found)) == repr(_in_order(trial))
        assert repr(study.constraints) == repr(wanted.constraints)
        assert repr(study.intermediate_values) == repr(wanted.intermediate_values)
        assert [c.name for c in study.all_params()] == [c.name for c in wanted.all_params()]
        assert repr([c.internal for c in study.all_params()]) == repr(
            [c.internal for c in wanted.all_params()]
        )
    if isinstance(through, RDBStorage):
        through.engine.dispose()


def _known(summary: Any) -> Any:
    """A summary in which attributes stand in one order, like the trials of ``_in_order``.

    A journal tells the clock of a study by its times, where there are any.
    """
    header = summary.header
    if summary.last_activity is None:
        header = replace(header, clock="utc")
    return replace(
        summary,
        header=replace(
            header,
            user_attrs=_sorted(header.user_attrs),
            system_attrs=_sorted(header.system_attrs),
        ),
    )


def _in_order(trial: Any) -> dict[str, Any]:
    return {
        name: _sorted(value) if isinstance(value, dict) else value
        for name, value in asdict(trial).items()
    }


def _sorted(of: dict[Any, Any]) -> dict[Any, Any]:
    return {key: of[key] for key in sorted(of)}


def test_trials_of_every_kind(theirs: BaseStorage) -> None:
    study = optuna.create_study(storage=theirs, study_name="all", directions=["maximize"])
    space: dict[str, BaseDistribution] = {"x": FloatDistribution(0, 1)}
    study.set_user_attr("who", ["me", 1])
    complete = study.ask(space)
    complete.report(nan, 0)
    complete.report(-inf, 7)
    complete.set_user_attr("note", {"a": [1, None]})
    complete.set_constraint("size", 1.5)
    study.tell(complete, inf)
    pruned = study.ask()
    pruned.suggest_categorical("kind", [None, True, 1, "b", 2.5])
    pruned.report(3.0, 1)
    study.tell(pruned, state=TrialState.PRUNED)
    failed = study.ask()
    failed.suggest_int("n", 1, 9, log=True)
    study.tell(failed, state=TrialState.FAIL)
    study.ask().suggest_float("x", 0, 2, step=0.5)
    study.enqueue_trial({"x": 0.25})
    storage = ours_of(theirs)
    [summary] = storage.summaries()
    ours = storage.study(summary.header.id)
    check_columns(ours)
    check_summary(summary, ours)
    assert summary.header.user_attrs == {"who": ["me", 1]}
    first, second, third, fourth, fifth = ours.trials(range(5))
    assert [t.state.label for t in (first, second, third, fourth, fifth)] == [
        "Complete",
        "Pruned",
        "Fail",
        "Running",
        "Waiting",
    ]
    assert (first.values, first.user_attrs) == ([inf], {"note": {"a": [1, None]}})
    assert first.constraints == {"size": 1.5}
    assert not first.feasible
    assert isnan(first.intermediate_values[0] or 0)
    assert first.intermediate_values[7] == -inf
    assert second.values == [3.0]
    assert second.params["kind"][1] == CategoricalDistribution((None, True, 1, "b", 2.5))
    assert set(third.params) == {"n"}
    assert fourth.complete is None
    assert fifth.start is None
    assert set(ours.attrs().user) == {0}
    assert set(ours.attrs().system) == {0, 4}
    assert fifth.system_attrs["fixed_params"] == {"x": 0.25}


def test_several_objectives(theirs: BaseStorage) -> None:
    study = optuna.create_study(storage=theirs, directions=["minimize", "maximize"])
    for values in ([1.0, 1.0], [2.0, 2.0], [3.0, 1.5]):
        study.add_trial(create_trial(values=values))
    theirs.set_study_system_attr(study._study_id, "study:metric_names", ["loss", "gain"])
    storage = ours_of(theirs)
    [summary] = storage.summaries()
    assert (summary.pareto_size, summary.best_value) == (2, None)
    ours = storage.study(summary.header.id)
    assert ours.header.objective_labels == ["loss", "gain"]
    assert [list(column) for column in ours.values] == [[1, 2, 3], [1, 2, 1.5]]
    check_columns(ours)


def test_legacy_studies_have_their_real_directions(theirs: BaseStorage) -> None:
    study = optuna.create_study(storage=theirs)
    directions = ["minimize", "maximize"]
    theirs.set_study_system_attr(study._study_id, "multi_objective:study:directions", directions)
    reports = {0: 1.5, 1: 2.5, 2: 3.5, 3: 4.5}
    study.add_trial(create_trial(value=0.0, intermediate_values=reports))
    storage = ours_of(theirs)
    [summary] = storage.summaries()
    ours = storage.study(summary.header.id)
    assert summary.header.is_legacy_multi_objective
    assert (summary.pareto_size, [list(column) for column in ours.values]) == (1, [[1.5], [2.5]])
    assert ours.trials([0])[0].intermediate_vectors == {0: (3.5, 4.5)}


def test_times_are_those_at_which_it_happened(theirs: BaseStorage, zone: None) -> None:
    before = datetime.now(timezone.utc).replace(tzinfo=None)
    study = optuna.create_study(storage=theirs)
    study.tell(study.ask(), 1.0)
    storage = ours_of(theirs)
    [summary] = storage.summaries()
    [trial] = storage.study(summary.header.id).trials([0])
    assert summary.header.clock == "utc"
    assert trial.start is not None
    # MariaDB keeps whole seconds.
    assert timedelta(seconds=-1) < trial.start - before < timedelta(minutes=5)


class Thing:
    """What a program may use as a choice while its study is in memory."""

    def __str__(self) -> str:
        return "a thing"


@pytest.mark.usefixtures("zone")
def test_the_first_and_the_last_time_of_all() -> None:
    """UTC does not have them everywhere."""
    trial = optuna.create_trial(value=1.0)
    trial.datetime_start, trial.datetime_complete = datetime.min, datetime.max
    memory = InMemoryStorage()
    study = optuna.create_study(storage=memory)
    study.add_trial(trial)
    storage = OptunaStorage(memory, "memory", rest=0)
    [read] = storage.study(study._study_id).trials([0])
    assert (read.start, read.complete) == (datetime.min, datetime.max)


def test_objects_that_only_memory_can_hold() -> None:
    study = optuna.create_study(study_name="odd", storage=(memory := InMemoryStorage()))
    loop: list[Any] = []
    loop.append(loop)
    thing = Thing()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Optuna warns of such choices
        trial = study.ask()
        choices: Any = [True, 1, thing, (1, 2)]
        memory.set_trial_param(
            trial._trial_id, "c", 2, optuna.distributions.CategoricalDistribution(choices)
        )
        memory.set_trial_param(
            trial._trial_id, "one", 1, optuna.distributions.CategoricalDistribution(choices)
        )
    for key, value in {"set": {1}, "bytes": b"x", "loop": loop, "nested": [thing]}.items():
        trial.set_user_attr(key, value)
    storage = OptunaStorage(memory, "memory")
    [read] = storage.study(0).trials([0])
    assert read.user_attrs == {
        "set": "{1}",
        "bytes": "<binary object>",
        "loop": "[[...]]",
        "nested": ["a thing"],
    }
    columns = {column.name: column.external(0) for column in storage.study(0).all_params()}
    assert columns["c"] == "a thing"
    # 1 is equal to True, but not the choice that was taken.
    assert columns["one"] is not True
    assert columns["one"] == 1


def test_a_warning_goes_with_the_study_that_it_was_of() -> None:
    memory = InMemoryStorage()
    deep: Any = ()
    for _ in range(198):
        deep = (deep,)
    study = optuna.create_study(study_name="odd", storage=memory)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Optuna warns of such choices
        distribution = optuna.distributions.CategoricalDistribution((deep, 1))
    memory.set_trial_param(study.ask()._trial_id, "c", 1, distribution)
    other = optuna.create_study(study_name="other", storage=memory)
    storage = OptunaStorage(memory, "memory", rest=0)
    assert storage.study(study._study_id).all_params() == []
    [warning] = storage.warnings
    assert "damaged search space" in warning
    other.add_trial(optuna.create_trial(value=1.0))
    assert storage.study(study._study_id).all_params() == []
    assert storage.warnings == [warning]
    memory.delete_study(study._study_id)
    assert storage.study(other._study_id).n_trials == 1
    assert storage.warnings == []


class Changes:
    """Remembers the revisions of a storage."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._seen: set[str] = set()

    def happened(self) -> bool:
        """Whether this revision was never seen before."""
        revision = self._storage.revision()
        assert revision == self._storage.revision()
        is_known = revision in self._seen
        self._seen.add(revision)
        return not is_known


def test_the_revision_follows_a_trial(theirs: BaseStorage) -> None:
    storage = ours_of(theirs)
    changed = Changes(storage).happened
    assert changed()
    study = optuna.create_study(storage=theirs, study_name="s")
    assert changed()
    trial = study.ask()
    assert changed()
    assert not changed()
    trial.suggest_float("x", 0, 1)
    assert changed()
    trial.report(1.0, 0)
    assert changed()
    trial.report(nan, 1)
    assert changed()
    assert not changed()
    theirs.set_trial_intermediate_value(trial._trial_id, 0, 2.0)
    assert changed()
    trial.set_user_attr("k", 1)
    assert changed()
    study.tell(trial, 0.5)
    assert changed()
    assert not changed()
    study.set_user_attr("k", 1)
    assert changed()
    study.set_user_attr("k", 2)
    assert changed()
    assert not changed()
    [read] = storage.study(storage.summaries()[0].header.id).trials([0])
    assert (read.values, read.user_attrs, set(read.params)) == ([0.5], {"k": 1}, {"x"})
    assert repr(read.intermediate_values) == "{0: 2.0, 1: nan}"
    check_columns(storage.study(storage.summaries()[0].header.id))


def test_the_revision_follows_a_study(theirs: BaseStorage) -> None:
    study = optuna.create_study(storage=theirs, study_name="s")
    storage = ours_of(theirs)
    changed = Changes(storage).happened
    assert changed()
    study.enqueue_trial({"x": 0.5})
    assert changed()
    waiting = study.ask()
    assert changed()
    theirs.set_trial_system_attr(waiting._trial_id, "constraints", [1.0])
    assert changed()
    theirs.set_trial_system_attr(waiting._trial_id, "constraints", [2.0])
    assert changed()
    study.add_trial(create_trial(value=1.0))
    assert changed()
    study.tell(waiting, state=TrialState.FAIL)
    assert changed()
    rename_study(theirs, study._study_id, "t")
    assert changed()
    assert not changed()
    optuna.delete_study(study_name="t", storage=theirs)
    changed()
    assert storage.summaries() == []


def test_two_processes_give_a_state_one_revision(theirs: BaseStorage) -> None:
    study = optuna.create_study(storage=theirs)
    study.tell(study.ask(), 1.0)
    first_running = study.ask()
    first, second = ours_of(theirs), ours_of(theirs)
    assert first.revision() == second.revision()
    # Even if one of them has followed the study, and the other comes to it.
    study.tell(study.ask(), 2.0)
    running = study.ask()
    assert first.revision() == second.revision()
    study.tell(running, 3.0)
    assert first.revision() == second.revision() == ours_of(theirs).revision()
    study.tell(first_running, 4.0)
    assert first.revision() == second.revision() == ours_of(theirs).revision()


class SlowStorage(InMemoryStorage):
    """Takes its time, and counts how often it is asked."""

    asked = 0

    def get_all_trials(
        self,
        study_id: int,
        deepcopy: bool = True,
        states: Container[TrialState] | None = None,
    ) -> list[FrozenTrial]:
        self.asked += 1
        time.sleep(0.1)
        return super().get_all_trials(study_id, deepcopy, states)


def test_a_slow_storage_is_left_in_peace() -> None:
    slow = SlowStorage()
    optuna.create_study(storage=slow)
    storage = OptunaStorage(slow, "slow")
    for _ in range(5):
        storage.revision()
        storage.summaries()
    assert slow.asked == 1


class BrokenStorage(InMemoryStorage):
    """A server that went away."""

    broken = True

    def get_all_studies(self) -> list[Any]:
        if self.broken:
            raise StorageInternalError("secret") from ConnectionError("nobody answers to secret")
        return super().get_all_studies()


def test_a_storage_that_went_away_and_came_back() -> None:
    broken = BrokenStorage()
    hide = Address("mysql://me:secret@host").hide
    storage = OptunaStorage(broken, "label", hide=hide, rest=0)
    assert storage.revision() == "unreadable"
    with pytest.raises(StorageError, match="cannot be read") as refused:
        storage.summaries()
    assert refused.value.kind == "unreachable"
    told = "label cannot be read: ConnectionError: nobody answers to ***"
    assert refused.value.message == told
    broken.broken = False
    assert storage.summaries() == []


class ForgetfulStorage(InMemoryStorage):
    """Begins anew and gives the same ids again, as a database that is restored."""

    def forget(self) -> None:
        InMemoryStorage.__init__(self)


@pytest.mark.parametrize("n_trials", [1, 3, 5])
@pytest.mark.parametrize("state", [TrialState.COMPLETE, TrialState.RUNNING])
def test_ids_that_come_again(n_trials: int, state: TrialState) -> None:
    theirs = ForgetfulStorage()

    def fill(value: float, n: int) -> None:
        study = optuna.create_study(storage=theirs, study_name="s")
        for _ in range(n):
            study.add_trial(create_trial(value=value))
        if state is TrialState.RUNNING:
            study.ask()

    storage = OptunaStorage(theirs, "label", rest=0)
    fill(1.0, 3)
    assert set(storage.study(0).values[0][:3]) == {1.0}
    theirs.forget()
    fill(2.0, n_trials)
    study = storage.study(0)
    check_columns(study)
    assert list(study.values[0][:n_trials]) == [2.0] * n_trials


class RacingStorage(InMemoryStorage):
    """A study is deleted between two questions."""

    def get_all_studies(self) -> list[Any]:
        studies = super().get_all_studies()
        self.delete_study(studies[0]._study_id)
        return studies


def test_a_study_that_is_deleted_meanwhile() -> None:
    theirs = RacingStorage()
    for name in ("first", "second"):
        theirs.create_new_study([optuna.study.StudyDirection.MINIMIZE], name)
    [summary] = OptunaStorage(theirs, "label").summaries()
    assert summary.header.name == "second"


def test_an_unknown_study() -> None:
    with pytest.raises(KeyError):
        OptunaStorage(InMemoryStorage(), "label").study(7)

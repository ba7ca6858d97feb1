"""Whatever Optuna writes, into SQLite, a journal or memory, reads back equal."""

import warnings
from collections.abc import Iterator
from datetime import datetime, timezone

import optuna
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from optuna.distributions import BaseDistribution
from optuna.storages import BaseStorage, InMemoryStorage, JournalStorage, RDBStorage
from optuna.storages.journal import JournalFileBackend
from optuna.study import StudyDirection
from optuna.trial import FrozenTrial

from optuna_dashboard.storage.base import Storage
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.storage.optuna_storage import OptunaStorage
from optuna_dashboard.study.columns import Trial
from optuna_dashboard.study.distributions import Distribution, to_external
from tests.storage import studies
from tests.storage.columns_oracle import check_columns, check_summary

Pair = tuple[BaseStorage, Storage]


@pytest.fixture(scope="module", params=["sqlite", "journal", "memory"])
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pair]:
    """A storage of Optuna, to which each example adds a study, and our reader of it."""
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    path = tmp_path_factory.mktemp("property") / request.param
    ours: Storage
    if request.param == "memory":
        memory = InMemoryStorage()
        ours = OptunaStorage(memory, "memory", rest=0)
        yield memory, ours
    elif request.param == "sqlite":
        rdb = RDBStorage(f"sqlite:///{path}")
        ours = open_storage(str(path))
        yield rdb, ours
        rdb.engine.dispose()
    else:
        journal = JournalStorage(JournalFileBackend(str(path)))
        # A journal without a line is not yet one.
        journal.create_new_study([StudyDirection.MINIMIZE], "first")
        ours = open_storage(str(path))
        yield journal, ours
    ours.close()


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    # To shrink a failing example takes minutes, because each try is written to a file.
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(data=st.data())
def test_reads_back_equal(pair: Pair, data: st.DataObject) -> None:
    theirs, ours = pair
    n_objectives = data.draw(st.integers(1, 3))
    directions = st.sampled_from([StudyDirection.MINIMIZE, StudyDirection.MAXIMIZE])
    study = _study(theirs, [data.draw(directions) for _ in range(n_objectives)])
    with warnings.catch_warnings():
        # Optuna prefers scalars as choices, but takes any JSON.
        warnings.simplefilter("ignore")
        space = data.draw(studies.spaces)
        for trial in data.draw(st.lists(studies.trials(n_objectives, space), max_size=5)):
            study.add_trial(trial)
        attrs = data.draw(st.dictionaries(studies.names, studies.json_values, max_size=3))
        for key, value in attrs.items():
            study.set_user_attr(key, value)
        _check(study, ours)


def _study(storage: BaseStorage, directions: list[StudyDirection]) -> optuna.Study:
    # The sampler does nothing here; the default one would import more.
    sampler = optuna.samplers.RandomSampler()
    return optuna.create_study(storage=storage, directions=directions, sampler=sampler)


def _check(theirs: optuna.Study, storage: Storage) -> None:
    summary = next(s for s in storage.summaries() if s.header.name == theirs.study_name)
    ours = storage.study(summary.header.id)
    assert summary.header.clock == "utc" or all(t.datetime_start is None for t in theirs.trials)
    assert [d.label for d in ours.directions] == [d.name.lower() for d in theirs.directions]
    assert repr(sorted(summary.header.user_attrs.items())) == repr(
        sorted(theirs.user_attrs.items())
    )
    read = ours.trials(range(len(ours.index)))
    assert [_plain(trial) for trial in read] == [_plain_of_optuna(t) for t in theirs.trials]
    check_columns(ours)
    check_summary(summary, ours)
    best = [ours.index.numbers[row] for row in ours.best_rows]
    expected = [trial.number for trial in theirs.best_trials]
    assert best == (expected if len(ours.directions) > 1 else expected[:1])


def _plain(trial: Trial) -> dict[str, object]:
    return {
        "id": trial.id,
        "number": trial.number,
        "state": trial.state.name,
        "values": trial.values,
        "start": trial.start,
        "complete": trial.complete,
        "params": _texts({name: to_external(d, v) for name, (v, d) in trial.params.items()}),
        "distributions": {name: _text_of(d) for name, (_, d) in trial.params.items()},
        "user_attrs": _texts(trial.user_attrs),
        "system_attrs": _texts(trial.system_attrs),
        "intermediate_values": _texts(trial.intermediate_values),
        "constraints": trial.constraints,
    }


def _plain_of_optuna(trial: FrozenTrial) -> dict[str, object]:
    return {
        "id": trial._trial_id,
        "number": trial.number,
        "state": trial.state.name,
        "values": trial.values,
        "start": _utc(trial.datetime_start),
        "complete": _utc(trial.datetime_complete),
        "params": _texts(trial.params),
        "distributions": {name: _text_of(d) for name, d in trial.distributions.items()},
        "user_attrs": _texts(trial.user_attrs),
        "system_attrs": _texts(trial.system_attrs),
        "intermediate_values": _texts(trial.intermediate_values),
        "constraints": trial.constraints,
    }


def _utc(time: datetime | None) -> datetime | None:
    return time.astimezone(timezone.utc).replace(tzinfo=None) if time else None


def _texts(values: object) -> object:
    """The same as texts: ``1 == True`` and ``nan != nan`` must not decide."""
    assert isinstance(values, dict)
    return {key: repr(value) for key, value in values.items()}


def _text_of(distribution: BaseDistribution | Distribution) -> str:
    name = type(distribution).__name__
    fields = ("choices",) if name.startswith("Cat") else ("low", "high", "log", "step")
    return f"{name}({', '.join(repr(getattr(distribution, field)) for field in fields)})"

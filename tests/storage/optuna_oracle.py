"""Holds what we read of a study against what Optuna reads of the same storage."""

from datetime import datetime, timezone

import optuna
from optuna.distributions import BaseDistribution
from optuna.trial import FrozenTrial

from optuna_dashboard.storage.base import Storage
from optuna_dashboard.study.columns import Trial
from optuna_dashboard.study.distributions import Distribution, to_external
from tests.storage.columns_oracle import check_columns, check_summary


def check_study(theirs: optuna.Study, storage: Storage) -> None:
    """Assert that a storage reads a study as Optuna does: header, trials, columns, best."""
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

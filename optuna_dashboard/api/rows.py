"""Trials and distributions in the shapes of our own pages."""

from collections.abc import Sequence

from optuna_dashboard.api.encode import datetime_to_time, optional_value, value
from optuna_dashboard.api.schema import (
    Distribution,
    IntermediateValue,
    IntermediateVector,
    StateName,
    TrialRow,
    Value,
)
from optuna_dashboard.study.columns import Trial
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    FloatDistribution,
    to_external,
)
from optuna_dashboard.study.distributions import Distribution as StudyDistribution
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Clock, Study

STATE_NAMES: dict[TrialState, StateName] = {
    TrialState.RUNNING: "Running",
    TrialState.COMPLETE: "Complete",
    TrialState.PRUNED: "Pruned",
    TrialState.FAIL: "Fail",
    TrialState.WAITING: "Waiting",
    TrialState.UNKNOWN: "Unknown",
}


def trial_rows(study: Study, rows: Sequence[int]) -> list[TrialRow]:
    """The given rows of the trial table."""
    return [trial_row(trial, study.header.clock) for trial in study.trials(rows)]


def trial_row(trial: Trial, clock: Clock) -> TrialRow:
    return {
        "number": trial.number,
        "state": STATE_NAMES[trial.state],
        "values": values(trial.values),
        "params": {
            name: to_external(distribution, internal)
            for name, (internal, distribution) in trial.params.items()
        },
        "user_attrs": dict(trial.user_attrs),
        "start": datetime_to_time(trial.start, clock),
        "complete": datetime_to_time(trial.complete, clock),
        "duration": duration(trial),
        "constraints": {name: value(number) for name, number in trial.constraints.items()},
        "feasible": trial.feasible,
    }


def values(numbers: Sequence[float] | None) -> list[Value] | None:
    return None if numbers is None else [value(number) for number in numbers]


def intermediate_values(trial: Trial) -> list[IntermediateValue]:
    return [
        {"step": step, "value": "nan" if number is None else value(number)}
        for step, number in sorted(trial.intermediate_values.items())
    ]


def intermediate_vectors(trial: Trial) -> list[IntermediateVector]:
    return [
        {"step": step, "values": [optional_value(number) for number in vector]}
        for step, vector in sorted(trial.intermediate_vectors.items())
    ]


def duration(trial: Trial) -> float | None:
    """Seconds from start to completion."""
    return None if trial.duration is None else trial.duration.total_seconds()


def distribution_json(distribution: StudyDistribution) -> Distribution:
    """A distribution with its choices as the JSON values that they are."""
    if isinstance(distribution, CategoricalDistribution):
        return {"type": "CategoricalDistribution", "choices": list(distribution.choices)}
    if isinstance(distribution, FloatDistribution):
        step = distribution.step
        return {
            "type": "FloatDistribution",
            "low": value(distribution.low),
            "high": value(distribution.high),
            "step": None if step is None else value(step),
            "log": distribution.log,
        }
    return {
        "type": "IntDistribution",
        "low": distribution.low,
        "high": distribution.high,
        "step": distribution.step,
        "log": distribution.log,
    }

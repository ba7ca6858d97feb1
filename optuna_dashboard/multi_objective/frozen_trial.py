"""A trial of a multi-objective study as it is stored."""

import copy
from collections.abc import Sequence
from datetime import datetime
from math import inf, isnan
from typing import Any

from optuna.distributions import BaseDistribution
from optuna.study import StudyDirection
from optuna.trial import FrozenTrial, TrialState


class FrozenMultiObjectiveTrial:
    """Status and results of a trial.

    Args:
        n_objectives: the number of objectives of its study.
        trial: the trial as Optuna reads it.
    """

    def __init__(self, n_objectives: int, trial: FrozenTrial) -> None:
        self.n_objectives = n_objectives
        self._trial = trial
        self.values = _values(n_objectives, trial)
        self.intermediate_values = _vectors(n_objectives, trial)

    @property
    def number(self) -> int:
        return self._trial.number

    @property
    def state(self) -> TrialState:
        return self._trial.state

    @property
    def last_step(self) -> int | None:
        """The highest step for which a vector was reported, None if there is none."""
        return max(self.intermediate_values, default=None)

    @property
    def params(self) -> dict[str, Any]:
        return self._trial.params

    @property
    def distributions(self) -> dict[str, BaseDistribution]:
        return self._trial.distributions

    @property
    def user_attrs(self) -> dict[str, Any]:
        return self._trial.user_attrs

    @property
    def system_attrs(self) -> dict[str, Any]:
        return self._trial.system_attrs

    @property
    def datetime_start(self) -> datetime | None:
        return self._trial.datetime_start

    @property
    def datetime_complete(self) -> datetime | None:
        return self._trial.datetime_complete

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, FrozenMultiObjectiveTrial):
            return NotImplemented
        return self.n_objectives == other.n_objectives and self._trial == other._trial

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, FrozenMultiObjectiveTrial):
            return NotImplemented
        return self.number < other.number

    def __le__(self, other: object) -> bool:
        if not isinstance(other, FrozenMultiObjectiveTrial):
            return NotImplemented
        return self.number <= other.number

    def __hash__(self) -> int:
        return hash((self.n_objectives, self.number))

    def __repr__(self) -> str:
        values = f"values={self.values}, params={self.params}"
        return f"FrozenMultiObjectiveTrial(number={self.number}, {self.state.name}, {values})"

    def _dominates(
        self, other: "FrozenMultiObjectiveTrial", directions: Sequence[StudyDirection]
    ) -> bool:
        """Whether this trial is as good in every objective, and better in one.

        A value that is missing is the worst of its objective.

        Raises:
            ValueError: if the trials, or the directions, are not of equally many objectives.
        """
        if not self.n_objectives == other.n_objectives == len(directions):
            raise ValueError("The trials and the directions differ in the number of objectives.")
        ours, theirs = _losses(self.values, directions), _losses(other.values, directions)
        return ours != theirs and all(a <= b for a, b in zip(ours, theirs))

    def _as_native(self) -> FrozenTrial:
        """The trial as it would be in a study of several directions.

        A complete trial that lacks a value counts as failed there. What was reported is left
        out: a sampler of Optuna takes it for reports of a single objective.
        """
        native = copy.copy(self._trial)
        values = [value for value in self.values if value is not None]
        if native.state is TrialState.COMPLETE and len(values) < self.n_objectives:
            native.state = TrialState.FAIL
        native.values = values if native.state is TrialState.COMPLETE else None
        native.intermediate_values = {}
        return native


def _values(n: int, trial: FrozenTrial) -> tuple[float | None, ...]:
    reported = [trial.intermediate_values.get(i) for i in range(n)]
    stored = trial.values
    if any(value is not None for value in reported):
        return tuple(None if value is None or isnan(value) else value for value in reported)
    # What Optuna keeps as the value of a pruned trial is the last number that it reported.
    if trial.state is TrialState.PRUNED or stored is None or len(stored) != n:
        return (None,) * n
    return tuple(stored)


def _vectors(n: int, trial: FrozenTrial) -> dict[int, tuple[float | None, ...]]:
    reported = trial.intermediate_values
    steps = sorted({key // n - 1 for key in reported if key >= n})
    return {s: tuple(reported.get(n * (s + 1) + i) for i in range(n)) for s in steps}


def _losses(values: Sequence[float | None], directions: Sequence[StudyDirection]) -> list[float]:
    signs = [-1.0 if d is StudyDirection.MAXIMIZE else 1.0 for d in directions]
    return [inf if value is None else sign * value for sign, value in zip(signs, values)]

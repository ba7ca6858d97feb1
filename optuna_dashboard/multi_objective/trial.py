"""Trials of multi-objective studies."""

from collections.abc import Sequence
from datetime import datetime
from operator import index
from typing import Any

import optuna
from optuna.distributions import BaseDistribution, CategoricalChoiceType
from optuna.trial import FrozenTrial

from optuna_dashboard.multi_objective.frozen_trial import FrozenMultiObjectiveTrial
from optuna_dashboard.multi_objective.layout import first_key, layout_of

__all__ = ["FrozenMultiObjectiveTrial", "MultiObjectiveTrial"]


class MultiObjectiveTrial:
    """What an objective function gets: suggests parameters and takes reports."""

    def __init__(self, trial: optuna.Trial) -> None:
        self._trial = trial
        self._n_objectives = layout_of(trial.study).n_objectives

    def suggest_float(
        self, name: str, low: float, high: float, *, step: float | None = None, log: bool = False
    ) -> float:
        """Suggest a number between ``low`` and ``high``, both included."""
        return self._trial.suggest_float(name, low, high, step=step, log=log)

    def suggest_uniform(self, name: str, low: float, high: float) -> float:
        return self.suggest_float(name, low, high)

    def suggest_loguniform(self, name: str, low: float, high: float) -> float:
        return self.suggest_float(name, low, high, log=True)

    def suggest_discrete_uniform(self, name: str, low: float, high: float, q: float) -> float:
        return self.suggest_float(name, low, high, step=q)

    def suggest_int(self, name: str, low: int, high: int, step: int = 1, log: bool = False) -> int:
        """Suggest an integer between ``low`` and ``high``, both included."""
        return self._trial.suggest_int(name, low, high, step=step, log=log)

    def suggest_categorical(
        self, name: str, choices: Sequence[CategoricalChoiceType]
    ) -> CategoricalChoiceType:
        """Suggest one of ``choices``."""
        return self._trial.suggest_categorical(name, choices)

    def report(self, values: Sequence[float], step: int) -> None:
        """Report a vector of objective values at a step; the first one of a step counts.

        Raises:
            TypeError: if a value is not a number, or the step is not an integer.
            ValueError: if there are not as many values as objectives, or the step is negative.
        """
        numbers = as_numbers(values, self._n_objectives)
        step = index(step)  # Optuna's storages do not take an integer of NumPy
        if step < 0:
            raise ValueError(f"The step is {step}; it cannot be negative.")
        first = first_key(self._n_objectives, step)
        known = self._stored().intermediate_values
        if not any(first + i in known for i in range(self._n_objectives)):
            self._store(first, numbers)

    def set_user_attr(self, key: str, value: Any) -> None:
        self._trial.set_user_attr(key, value)

    def set_system_attr(self, key: str, value: Any) -> None:
        self._trial.storage.set_trial_system_attr(self._trial._trial_id, key, value)

    @property
    def number(self) -> int:
        return self._trial.number

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
        return dict(self._stored().system_attrs)

    @property
    def datetime_start(self) -> datetime | None:
        return self._trial.datetime_start

    def _report_complete_values(self, values: Sequence[float]) -> None:
        """Store what the objective function returned, in the old form."""
        self._store(0, values)

    def _store(self, first: int, numbers: Sequence[float]) -> None:
        # ``Trial.report`` refuses a study of several directions.
        trial_id, storage = self._trial._trial_id, self._trial.storage
        for i, number in enumerate(numbers):
            storage.set_trial_intermediate_value(trial_id, first + i, number)

    def _stored(self) -> FrozenTrial:
        return self._trial.storage.get_trial(self._trial._trial_id)


def as_numbers(values: Sequence[float], n_objectives: int) -> list[float]:
    """The values as floats.

    Raises:
        TypeError: if one is not a number.
        ValueError: if there are not as many as objectives.
    """
    if len(values) != n_objectives:
        raise ValueError(
            f"The number of the values {len(values)} did not match the number of the "
            f"objectives {n_objectives}."
        )
    return [_as_number(value) for value in values]


def _as_number(value: object) -> float:
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        kind = type(value).__name__
        raise TypeError(f"A value is of type {kind!r} but supposed to be a float.") from None

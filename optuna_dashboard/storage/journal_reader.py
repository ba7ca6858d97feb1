"""Columns of one study of a journal."""

from array import array
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from math import isnan, nan

from optuna_dashboard.storage.cells import constraints_of
from optuna_dashboard.storage.constraint_columns import constraint_columns
from optuna_dashboard.storage.intermediate_builder import IntermediateBuilder
from optuna_dashboard.storage.journal_log import StudyLog
from optuna_dashboard.storage.param_builder import DistributionCache, ParamBuilder
from optuna_dashboard.storage.row_lookup import RowLookup
from optuna_dashboard.study.columns import (
    ABSENT,
    ConstraintColumns,
    IntermediateColumns,
    ParamColumn,
    TimeColumns,
    Trial,
    TrialAttrs,
    TrialIndex,
)
from optuna_dashboard.study.distributions import Distribution
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.times import to_datetime


class JournalReader:
    """Reads the trials that a study has now; see ``TrialReader``.

    The log may grow meanwhile; trials that come later do not appear.
    """

    def __init__(self, log: StudyLog, n_objectives: int, distributions: DistributionCache) -> None:
        self._log = log
        self._n = len(log.trial_ids)
        self._n_objectives = n_objectives
        self._distributions = distributions
        self._rows = RowLookup(range(self._n), 0, self._n - 1)

    def count(self) -> int:
        return self._n

    def first_trials(self, n: int) -> list[Trial] | None:
        return self.trials(range(min(n, self._n)))

    def index(self) -> TrialIndex:
        n = self._n
        return TrialIndex(self._log.trial_ids[:n], array("q", range(n)), self._log.states[:n])

    def times(self) -> TimeColumns:
        return TimeColumns(self._log.starts[: self._n], self._log.completes[: self._n])

    def values(self) -> "list[array[float]]":
        columns = [array("d", [nan]) * self._n for _ in range(self._n_objectives)]
        for row in range(self._n):
            for column, value in zip(columns, self._values(row) or ()):
                column[row] = value
        return columns

    def param_names(self) -> list[str]:
        return [column.name for column in self._params]

    def params(self, names: Sequence[str]) -> list[ParamColumn]:
        wanted = set(names)
        return [column for column in self._params if column.name in wanted]

    def all_params(self) -> list[ParamColumn]:
        return self._params

    def user_attr_names(self) -> list[str]:
        attrs = self._log.trial_user_attrs
        return sorted(
            {key for row, of_trial in attrs.items() if row < self._n for key in of_trial}
        )

    def user_attr(self, name: str) -> list[JSON]:
        attrs = self._log.trial_user_attrs
        return [attrs[row].get(name) if row in attrs else None for row in range(self._n)]

    def constraints(self) -> ConstraintColumns:
        attrs = self._of_now(self._log.trial_system_attrs)
        return constraint_columns(
            self._n, ((row, constraints_of(of_trial)) for row, of_trial in attrs.items())
        )

    def attrs(self) -> TrialAttrs:
        log = self._log
        return TrialAttrs(self._of_now(log.trial_user_attrs), self._of_now(log.trial_system_attrs))

    def has_intermediate_values(self) -> bool:
        return bool(self._reports.steps)

    def intermediate_values(self) -> IntermediateColumns:
        return self._reports

    def trials(self, rows: Sequence[int]) -> list[Trial]:
        return [self._trial(row) for row in rows]

    @cached_property
    def _params(self) -> list[ParamColumn]:
        log = self._log.params
        builder = ParamBuilder(self._n, self._distributions)
        settings = zip(log.rows, log.names, log.internals, log.distributions)
        builder.fill((s for s in settings if s[0] < self._n), self._rows)
        return builder.columns()

    @cached_property
    def _reports(self) -> IntermediateColumns:
        log = self._log.reports
        builder = IntermediateBuilder(self._n)
        reports = (r for r in zip(log.rows, log.steps, log.values) if r[0] < self._n)
        builder.fill(reports, self._rows)
        return builder.columns()

    def _of_now(self, attrs: dict[int, dict[str, JSON]]) -> dict[int, dict[str, JSON]]:
        """The attributes of the trials that the study has now, in order of row."""
        return {row: dict(attrs[row]) for row in sorted(attrs) if row < self._n}

    def _values(self, row: int) -> list[float] | None:
        values = self._log.values[row]
        if not isinstance(values, list) or len(values) != self._n_objectives:
            return None
        try:
            numbers = [float(value) for value in values if isinstance(value, (int, float))]
        except OverflowError:  # JSON has integers that no float can hold
            return None
        return numbers if len(numbers) == len(values) else None

    def _trial(self, row: int) -> Trial:
        log, reports = self._log, self._reports
        start, end = reports.offsets[row], reports.offsets[row + 1]
        system_attrs = dict(log.trial_system_attrs.get(row, {}))
        return Trial(
            id=log.trial_ids[row],
            number=row,
            state=TrialState(log.states[row]),
            values=self._values(row),
            start=_datetime(log.starts[row]),
            complete=_datetime(log.completes[row]),
            params=self._params_of(row),
            user_attrs=dict(log.trial_user_attrs.get(row, {})),
            system_attrs=system_attrs,
            intermediate_values=dict(zip(reports.steps[start:end], reports.values[start:end])),
            intermediate_vectors={},
            constraints=constraints_of(system_attrs),
        )

    def _params_of(self, row: int) -> dict[str, tuple[float, Distribution]]:
        return {
            column.name: (column.internal[row], column.distributions[column.kinds[row]])
            for column in self._params
            if column.kinds[row] != ABSENT
        }


def _datetime(seconds: float) -> datetime | None:
    return None if isnan(seconds) else to_datetime(seconds)

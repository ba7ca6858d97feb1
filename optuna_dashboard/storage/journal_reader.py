"""Columns of one study of a journal."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from math import isnan, nan
from typing import Any, TypeVar

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
    ReportEnds,
    TimeColumns,
    Trial,
    TrialAttrs,
    TrialIndex,
)
from optuna_dashboard.study.distributions import Distribution
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.times import to_datetime

T = TypeVar("T", int, float)
Entry = TypeVar("Entry", bound=tuple[Any, ...])


class JournalReader:
    """Reads the trials that a study has now, or ``only`` some; see ``TrialReader``.

    The log may grow meanwhile; trials that come later do not appear.
    """

    def __init__(
        self,
        log: StudyLog,
        n_objectives: int,
        distributions: DistributionCache,
        only: TrialIndex | None = None,
    ) -> None:
        self._log = log
        self._n_objectives = n_objectives
        self._distributions = distributions
        # Rows of the log, which are numbers of trials, ascending.
        self._rows: Sequence[int] = only.numbers if only else range(len(log.trial_ids))
        self._first, self._last = (self._rows[0], self._rows[-1]) if self._rows else (0, -1)
        self._lookup = RowLookup(self._rows, self._first, self._last)

    def count(self) -> int:
        return len(self._rows)

    def first_trials(self, n: int) -> list[Trial] | None:
        return self.trials(range(min(n, self.count())))

    def index(self) -> TrialIndex:
        states = bytearray(map(self._log.states.__getitem__, self._rows))
        return TrialIndex(self._taken(self._log.trial_ids), array("q", self._rows), states)

    def times(self) -> TimeColumns:
        return TimeColumns(self._taken(self._log.starts), self._taken(self._log.completes))

    def values(self) -> "list[array[float]]":
        columns = [array("d", [nan]) * self.count() for _ in range(self._n_objectives)]
        for i, row in enumerate(self._rows):
            for column, value in zip(columns, self._values(row) or ()):
                column[i] = value
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
        return sorted({key for row in self._rows for key in attrs.get(row, ())})

    def user_attr(self, name: str) -> list[JSON]:
        attrs = self._log.trial_user_attrs
        return [attrs[row].get(name) if row in attrs else None for row in self._rows]

    def constraints(self) -> ConstraintColumns:
        attrs = self._of_now(self._log.trial_system_attrs)
        return constraint_columns(
            self.count(), ((row, constraints_of(of_trial)) for row, of_trial in attrs.items())
        )

    def all_user_attrs(self) -> dict[int, dict[str, JSON]]:
        return self._of_now(self._log.trial_user_attrs)

    def all_system_attrs(self) -> dict[int, dict[str, JSON]]:
        return self._of_now(self._log.trial_system_attrs)

    def attrs_of(self, rows: Sequence[int]) -> TrialAttrs:
        log, numbers = self._log, [(i, self._rows[i]) for i in rows]
        user, system = (
            {i: dict(attrs[row]) for i, row in numbers if row in attrs}
            for attrs in (log.trial_user_attrs, log.trial_system_attrs)
        )
        return TrialAttrs(user, system)

    def has_intermediate_values(self) -> bool:
        return bool(self._reports.steps)

    def intermediate_values(self, rows: Sequence[int] | None = None) -> IntermediateColumns:
        return self._reports

    def report_ends(self) -> ReportEnds:
        return self._reports.ends()

    def trials(self, rows: Sequence[int]) -> list[Trial]:
        return [self._trial(i) for i in rows]

    @cached_property
    def _params(self) -> list[ParamColumn]:
        log = self._log.params
        builder = ParamBuilder(self.count(), self._distributions)
        settings = zip(log.rows, log.names, log.internals, log.distributions)
        builder.fill(self._within(settings), self._lookup)
        return builder.columns()

    @cached_property
    def _reports(self) -> IntermediateColumns:
        log = self._log.reports
        builder = IntermediateBuilder(self.count())
        builder.fill(self._within(zip(log.rows, log.steps, log.values)), self._lookup)
        return builder.columns()

    def _of_now(self, attrs: dict[int, dict[str, JSON]]) -> dict[int, dict[str, JSON]]:
        """The attributes of these trials, in their order."""
        return {i: dict(attrs[row]) for i, row in enumerate(self._rows) if row in attrs}

    def _taken(self, column: "array[T]") -> "array[T]":
        return array(column.typecode, map(column.__getitem__, self._rows))

    def _within(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Entries of the log, which begin with a row, where a trial of ours may be."""
        first, last = self._first, self._last
        return (entry for entry in entries if first <= entry[0] <= last)

    def _values(self, row: int) -> list[float] | None:
        values = self._log.values[row]
        if not isinstance(values, list) or len(values) != self._n_objectives:
            return None
        try:
            numbers = [float(value) for value in values if isinstance(value, (int, float))]
        except OverflowError:  # JSON has integers that no float can hold
            return None
        return numbers if len(numbers) == len(values) else None

    def _trial(self, i: int) -> Trial:
        log, reports, row = self._log, self._reports, self._rows[i]
        start, end = reports.offsets[i], reports.offsets[i + 1]
        system_attrs = dict(log.trial_system_attrs.get(row, {}))
        return Trial(
            id=log.trial_ids[row],
            number=row,
            state=TrialState(log.states[row]),
            values=self._values(row),
            start=_datetime(log.starts[row]),
            complete=_datetime(log.completes[row]),
            params=self._params_of(i),
            user_attrs=dict(log.trial_user_attrs.get(row, {})),
            system_attrs=system_attrs,
            intermediate_values=dict(zip(reports.steps[start:end], reports.values[start:end])),
            intermediate_vectors={},
            constraints=constraints_of(system_attrs),
        )

    def _params_of(self, i: int) -> dict[str, tuple[float, Distribution]]:
        return {
            column.name: (column.internal[i], column.distributions[column.kinds[i]])
            for column in self._params
            if column.kinds[i] != ABSENT
        }


def _datetime(seconds: float) -> datetime | None:
    return None if isnan(seconds) else to_datetime(seconds)

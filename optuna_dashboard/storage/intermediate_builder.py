"""Columns of intermediate values, built from single reports in any order."""

from array import array
from collections.abc import Iterable
from itertools import accumulate, islice
from math import nan
from operator import lt

from optuna_dashboard.storage.row_lookup import OTHER, RowLookup
from optuna_dashboard.study.columns import IntermediateColumns


class IntermediateBuilder:
    """Collects ``(trial, step, value)``; the last one wins where a step came twice."""

    def __init__(self, n_trials: int) -> None:
        self._n_trials = n_trials
        self._rows = array("q")
        self._steps = array("q")
        self._values = array("d")

    def fill(self, reports: Iterable[tuple[int, int, float | None]], lookup: RowLookup) -> None:
        """Add reports given by trial id; a value of None is NaN."""
        rows, first = lookup.rows, lookup.first
        add_row, add_step = self._rows.append, self._steps.append
        add_value = self._values.append
        for trial_id, step, value in reports:
            row = rows[trial_id - first]
            if row != OTHER:
                add_step(step)
                add_value(nan if value is None else value)
                add_row(row)

    def columns(self) -> IntermediateColumns:
        if not self._is_sorted():
            self._sort()
        counts = array("q", [0]) * (self._n_trials + 1)
        for row in self._rows:
            counts[row + 1] += 1
        return IntermediateColumns(array("q", accumulate(counts)), self._steps, self._values)

    def _is_sorted(self) -> bool:
        pairs = zip(self._rows, self._steps)
        following = islice(zip(self._rows, self._steps), 1, None)
        return all(map(lt, pairs, following))

    def _sort(self) -> None:
        # A dict keeps the last of two reports of a step.
        last = {pair: i for i, pair in enumerate(zip(self._rows, self._steps))}
        order = sorted(last)
        self._values = array("d", (self._values[last[pair]] for pair in order))
        self._rows = array("q", (row for row, _ in order))
        self._steps = array("q", (step for _, step in order))

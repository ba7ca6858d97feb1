"""Columns of intermediate values, built from single reports in any order."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, islice, pairwise
from math import nan
from operator import gt, lt

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
        lengths = array("q", [0]) * self._n_trials
        for row, length in Counter(self._rows).items():
            lengths[row] = length
        if any(map(gt, self._rows, islice(self._rows, 1, None))):
            self._take(sorted(range(len(self._rows)), key=self._rows.__getitem__))
        offsets = array("q", accumulate(lengths, initial=0))
        if self._steps_ascend(offsets):
            return IntermediateColumns(offsets, self._steps, self._values)
        # A dict keeps the last of two reports of a step.
        last = {pair: place for place, pair in enumerate(zip(self._rows, self._steps))}
        self._take([last[pair] for pair in sorted(last)])
        return self.columns()

    def _steps_ascend(self, offsets: "array[int]") -> bool:
        """Whether the steps of every row do, where reports stand by row."""
        known = array("q")  # steps that do
        # Where nothing was reported two offsets are alike.
        for start, end in pairwise(dict.fromkeys(offsets)):
            steps = self._steps[start:end]
            if steps != known[: end - start]:
                if not all(map(lt, steps, islice(steps, 1, None))):
                    return False
                known = steps
        return True

    def _take(self, places: Sequence[int]) -> None:
        """Keep the reports at these places, in this order."""
        self._rows = array("q", map(self._rows.__getitem__, places))
        self._steps = array("q", map(self._steps.__getitem__, places))
        self._values = array("d", map(self._values.__getitem__, places))

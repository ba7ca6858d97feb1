"""Columns of intermediate values, built from single reports in any order."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, islice, pairwise, repeat
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
        counts = Counter(self._rows)
        lengths = [counts[row] for row in range(self._n_trials)]
        by_row = array("q", chain.from_iterable(map(repeat, range(self._n_trials), lengths)))
        if self._rows != by_row:
            self._take(sorted(range(len(by_row)), key=self._rows.__getitem__))
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
        for start, end in pairwise(offsets):
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

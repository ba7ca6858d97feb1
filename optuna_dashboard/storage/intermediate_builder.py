"""Columns of intermediate values, built from single reports in any order."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress, islice, pairwise, repeat
from math import nan
from operator import lt, ne
from typing import Any

from optuna_dashboard.storage.row_lookup import OTHER, RowLookup
from optuna_dashboard.study.columns import IntermediateColumns

# As many as a file gives at a time, see ``SqliteFile``.
_CHUNK = 256


class IntermediateBuilder:
    """Collects ``(trial, step, value)``; the last one wins where a step came twice.

    Studies have millions of reports, so there is no Python step for each.
    """

    def __init__(self, n_trials: int) -> None:
        self._n_trials = n_trials
        self._rows = array("q")
        self._steps = array("q")
        self._values = array("d")

    def fill(self, reports: Iterable[tuple[int, int, float | None]], lookup: RowLookup) -> None:
        """Add reports given by trial id; a value of None is NaN."""
        rest: Iterator[tuple[Any, ...]] = iter(reports)
        known = _Rows(lookup)
        while cells := list(chain.from_iterable(islice(rest, _CHUNK))):
            rows = list(map(known.__getitem__, cells[::3]))
            steps, values = cells[1::3], cells[2::3]
            if OTHER in rows:
                self._add(*_without_others(rows, steps, values))
            else:
                self._add(rows, steps, values)

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

    def _add(
        self, rows: Sequence[int], steps: Sequence[int], values: Sequence[float | None]
    ) -> None:
        self._rows.extend(rows)
        self._steps.extend(steps)
        try:
            self._values.extend(array("d", values))  # type: ignore[arg-type]
        except TypeError:
            self._values.extend([nan if value is None else value for value in values])

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


class _Rows(dict[int, int]):
    """Rows by trial id, each looked up once: a trial has many reports."""

    def __init__(self, lookup: RowLookup) -> None:
        super().__init__()
        self._lookup = lookup

    def __missing__(self, trial_id: int) -> int:
        row = self[trial_id] = self._lookup.rows[trial_id - self._lookup.first]
        return row


def _without_others(rows: Sequence[int], *columns: Sequence[Any]) -> Iterator[list[Any]]:
    """The columns without the trials of other studies, their rows first."""
    ours = list(map(ne, rows, repeat(OTHER)))
    return (list(compress(column, ours)) for column in (rows, *columns))

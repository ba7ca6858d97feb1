"""Many curves as the points of one trace, with a gap between each two."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress
from math import isfinite, nan

from optuna_dashboard.study.columns import IntermediateColumns

LARGEST = 1e304  # Plotly makes no axis reach further


@dataclass(slots=True)
class Curves:
    """Points of several curves. NaN in ``y`` is a gap; ``numbers`` are those of trials."""

    x: "array[int]" = field(default_factory=lambda: array("q"))
    y: "array[float]" = field(default_factory=lambda: array("d"))
    numbers: "array[int]" = field(default_factory=lambda: array("q"))

    def without_line(self) -> "Curves":
        """The points that have a gap, or an end, before and after them."""
        is_there = [False, *map(isfinite, self.y), False]
        around = zip(is_there, is_there[1:], is_there[2:])
        alone = bytes(here and not (before or after) for before, here, after in around)
        return Curves(
            array("q", compress(self.x, alone)),
            array("d", compress(self.y, alone)),
            array("q", compress(self.numbers, alone)),
        )


def curves_of(
    reports: IntermediateColumns,
    rows: Iterable[int],
    numbers: "Sequence[int]",
    *,
    most: int,
    log: bool,
) -> Curves:
    """The curves of the given rows, each of at most about ``most`` points.

    Values that an axis cannot show become gaps: NaN, infinite ones and those close to it,
    and on a log axis zero and less.
    """
    curves = Curves()
    x, y, trial_numbers = curves.x, curves.y, curves.numbers
    offsets, steps, values = reports.offsets, reports.steps, reports.values
    for row in rows:
        start, end = offsets[row], offsets[row + 1]
        if end - start <= most:
            x.extend(steps[start:end])
            y.extend(values[start:end])
        else:
            kept = _outline(values, range(start, end), most)
            x.extend(map(steps.__getitem__, kept))
            y.extend(map(values.__getitem__, kept))
        x.append(x[-1])
        y.append(nan)
        trial_numbers.extend([numbers[row]] * (len(x) - len(trial_numbers)))
    lowest = 0.0 if log else -LARGEST
    curves.y = array("d", [value if lowest < value < LARGEST else nan for value in y])
    return _without_last_gap(curves)


def _outline(values: Sequence[float], entries: range, most: int) -> list[int]:
    """The first and last entry, and the lowest and highest of each of ``most / 2`` runs.

    A run with a value that is not finite keeps one such, so that the gap stays.
    """
    kept = {entries[0], entries[-1]}
    size = -(-len(entries) // max(1, most // 2))
    for start in range(entries.start, entries.stop, size):
        run = range(start, min(start + size, entries.stop))
        finite = [entry for entry in run if isfinite(values[entry])]
        if finite:
            kept.add(min(finite, key=values.__getitem__))
            kept.add(max(finite, key=values.__getitem__))
        if len(finite) < len(run):
            kept.add(next(entry for entry in run if not isfinite(values[entry])))
    return sorted(kept)


def _without_last_gap(curves: Curves) -> Curves:
    for column in (curves.x, curves.y, curves.numbers):
        if column:
            column.pop()
    return curves

"""Values of trials on the grid of two axes, as a contour plot wants them."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log10, nan, sqrt

from optuna_dashboard.figures.axes import Axis
from optuna_dashboard.figures.plane import padded

MOST_EXACT = 200  # trials
_FEWEST_LINES, _MOST_LINES = 15, 60  # of the grid, across one axis


@dataclass(frozen=True, slots=True)
class GridLines:
    """The lines of a grid across one axis: where they are, ascending, and which line each
    trial is on. ``binned`` says whether a line also stands for values beside it."""

    places: list[float]
    index: list[int]
    binned: bool

    def __len__(self) -> int:
        return len(self.places)


def grid_lines(axis: Axis, rows: Sequence[int]) -> GridLines:
    """The lines for the given rows, which have a finite value on the axis.

    Up to 200 rows have a line at each of their different values, as the contour plot of
    Optuna has. More rows have that too if they have at most 60 different values; otherwise
    lines are at equal distances (on a log axis, of the logarithms), each for the values
    nearest to it: half as many as the square root of the number of rows, from 15 to 60.

    Two different numbers or more have a further line beyond each end, at 5 % of the range.
    """
    values = [axis.values[row] for row in rows]
    distinct = sorted(set(values))
    binned = len(rows) > MOST_EXACT and len(distinct) > _MOST_LINES
    if binned:
        n_lines = min(max(round(sqrt(len(rows)) / 2), _FEWEST_LINES), _MOST_LINES)
        places, index = _bins(axis, values, distinct[0], distinct[-1], n_lines)
    else:
        line_of = {value: line for line, value in enumerate(distinct)}
        places, index = distinct, [line_of[value] for value in values]
    if axis.labels or len(distinct) < 2:
        return GridLines(places, index, binned)
    low, high = padded(axis, distinct[0], distinct[-1])
    return GridLines([low, *places, high], [line + 1 for line in index], binned)


def _bins(
    axis: Axis, values: Sequence[float], low: float, high: float, n_lines: int
) -> tuple[list[float], list[int]]:
    if axis.log:
        exponents = [log10(value) for value in values]
        linear = Axis(axis.title, axis.values)
        places, index = _bins(linear, exponents, log10(low), log10(high), n_lines)
        return [10.0**place for place in places], index
    last = n_lines - 1
    places = [low + (high - low) * line / last for line in range(n_lines)]
    scale = last / (high - low)
    return places, [int((value - low) * scale + 0.5) for value in values]


@dataclass(frozen=True, slots=True)
class Grid:
    """One value for each crossing of lines, row by row from the lowest; NaN where no trial
    is. ``shared`` says whether trials share a crossing."""

    x: GridLines
    y: GridLines
    cells: "array[float]"
    shared: bool


Combine = Callable[[Sequence[float]], float]


def grid_of(x: GridLines, y: GridLines, values: Iterable[float], combine: Combine) -> Grid:
    """The grid of trials with these values; ``combine`` makes one value of several."""
    width = len(x)
    found: dict[int, list[float]] = {}
    for column, row, value in zip(x.index, y.index, values):
        found.setdefault(row * width + column, []).append(value)
    cells = array("d", [nan]) * (width * len(y))
    for place, members in found.items():
        cells[place] = combine(members) if len(members) > 1 else members[0]
    return Grid(x, y, cells, len(found) < len(x.index))

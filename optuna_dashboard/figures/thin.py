"""Fewer points where there are more than a page can draw, by a rule that keeps what matters."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from math import isnan

from optuna_dashboard.study.samples import evenly

MOST_POINTS = 100_000  # of one figure
MOST_CORNERS = 10_000  # of the lines of one figure: a line costs far more than its points
_WHOLE = 10_000  # so many trials are drawn, each of them: none is missed that was seen elsewhere
_ALWAYS_DRAWN = 0.01  # of the points of a figure, by one trace, however many the others have
_MOST_RUNS = 1_000

_WANTED: ContextVar[int | None] = ContextVar("wanted", default=None)


@contextmanager
def few_points(most: int) -> Iterator[None]:
    """Have the figures that are made inside draw at most about ``most`` points each.

    They are drawn without WebGL where that can be: a document is printed, and a page that
    holds many figures at once can have few drawings of that kind.
    """
    token = _WANTED.set(most)
    try:
        yield
    finally:
        _WANTED.reset(token)


def are_few() -> bool:
    """Whether ``few_points`` is asked for."""
    return _WANTED.get() is not None


def at_most(most: int) -> int:
    """``most``, how much a figure draws of something, or less where few points are wanted."""
    wanted = _WANTED.get()
    return most if wanted is None else min(most, wanted)


def at_most_of(trials: int, most: int, whole: int = _WHOLE) -> int:
    """How much is drawn of so many trials: ``whole`` of a moderate study, ``most`` of a larger
    one, where it takes the page too long; less where few points are wanted."""
    return at_most(whole if trials <= _WHOLE else most)


def budget_of(points: int, all_points: int, most: int = MOST_POINTS) -> int:
    """How many of its ``points`` a trace may draw when the figure has ``all_points``, of
    which it can draw ``most``."""
    most = at_most(most)
    if all_points <= most:
        return points
    return max(int(_ALWAYS_DRAWN * most), most * points // all_points)


def thin(
    rows: list[int],
    budget: int,
    columns: "Iterable[Sequence[float]]" = (),
    keep: Iterable[int] = (),
) -> list[int]:
    """About ``budget`` of ``rows``, in the same order; the same ones every time.

    Kept are the rows in ``keep``, the lowest and the highest value of each column in each
    of up to 1,000 runs of rows, and of the others every k-th, so that the cloud of points
    keeps its shape, its edges and its density.

    Args:
        rows: ascending rows of a study.
        budget: more than this many are only kept where ``keep`` and the extremes ask for it.
        columns: over all rows of the study, without NaN in ``rows``.
        keep: rows never to lose; those that are not in ``rows`` are ignored.
    """
    if len(rows) <= budget:
        return rows
    kept = set(keep).intersection(rows)
    # The extremes of a column take half of the budget at most.
    n_runs = max(1, min(_MOST_RUNS, budget // 4))
    for column in columns:
        kept.update(_extremes(rows, column, n_runs))
    kept.update(evenly(rows, budget - len(kept)))
    return sorted(kept)


def lowest_and_highest(rows: Sequence[int], column: Sequence[float]) -> list[int]:
    """The rows with the lowest and the highest value, NaN left aside; none if all are NaN."""
    values = list(map(column.__getitem__, rows))
    return [rows[values.index(end)] for end in ends(values)]


def ends(values: Sequence[float]) -> tuple[float, ...]:
    """The lowest and the highest value, NaN left aside; none if all are NaN."""
    if any(map(isnan, values)):
        values = [value for value in values if not isnan(value)]
    return (min(values), max(values)) if values else ()


def _extremes(rows: list[int], column: Sequence[float], n_runs: int) -> Iterable[int]:
    size = -(-len(rows) // n_runs)
    for start in range(0, len(rows), size):
        run = rows[start : start + size]
        yield min(run, key=column.__getitem__)
        yield max(run, key=column.__getitem__)

"""Fewer points where there are more than a page can draw, by a rule that keeps what matters."""

from collections.abc import Iterable, Sequence
from math import isnan

from optuna_dashboard.study.samples import evenly

MOST_POINTS = 100_000  # of one figure
_ALWAYS_DRAWN = 1_000  # of one trace, however many points the others have
_BUCKETS = 1_000


def budget_of(points: int, all_points: int) -> int:
    """How many of its ``points`` a trace may draw when the figure has ``all_points``."""
    if all_points <= MOST_POINTS:
        return points
    return max(_ALWAYS_DRAWN, MOST_POINTS * points // all_points)


def thin(
    rows: list[int],
    budget: int,
    columns: "Iterable[Sequence[float]]" = (),
    keep: Iterable[int] = (),
) -> list[int]:
    """About ``budget`` of ``rows``, in the same order; the same ones every time.

    Kept are the rows in ``keep``, the lowest and the highest value of each column in each
    of 1,000 runs of rows, and of the others every k-th, so that the cloud of points keeps
    its shape, its edges and its density.

    Args:
        rows: ascending rows of a study.
        budget: more than this many are only kept where ``keep`` and the extremes ask for it.
        columns: over all rows of the study, without NaN in ``rows``.
        keep: rows never to lose; those that are not in ``rows`` are ignored.
    """
    if len(rows) <= budget:
        return rows
    kept = set(keep).intersection(rows)
    for column in columns:
        kept.update(_extremes(rows, column))
    kept.update(evenly(rows, budget - len(kept)))
    return sorted(kept)


def lowest_and_highest(rows: Iterable[int], column: Sequence[float]) -> list[int]:
    """The rows with the lowest and the highest value, NaN left aside; none if all are NaN."""
    present = [row for row in rows if not isnan(column[row])]
    if not present:
        return []
    return [min(present, key=column.__getitem__), max(present, key=column.__getitem__)]


def _extremes(rows: list[int], column: Sequence[float]) -> Iterable[int]:
    size = -(-len(rows) // _BUCKETS)
    for start in range(0, len(rows), size):
        run = rows[start : start + size]
        yield min(run, key=column.__getitem__)
        yield max(run, key=column.__getitem__)

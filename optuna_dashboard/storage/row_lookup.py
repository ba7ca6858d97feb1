"""From trial ids to rows of the trial table."""

from array import array
from collections.abc import Sequence

OTHER = -1
_MOST_HOLES = 16


class RowLookup:
    """``rows[trial_id - first]`` is the row of a trial, ``OTHER`` for no trial of the study.

    Defined for every id from ``first`` to ``last``. An array as long as nearly all files
    are: ids are dense. A dict when another study's trials or gaps lie in between.
    """

    __slots__ = ("first", "rows")

    def __init__(self, ids: Sequence[int], first: int, last: int) -> None:
        self.first = first
        span = last - first + 1
        self.rows: array[int] | _Sparse
        if span > _MOST_HOLES * len(ids) + 4096:
            self.rows = _Sparse((id - self.first, row) for row, id in enumerate(ids))
            return
        self.rows = array("i", [OTHER]) * span
        for row, id in enumerate(ids):
            self.rows[id - self.first] = row


class _Sparse(dict[int, int]):
    def __missing__(self, key: int) -> int:
        return OTHER

"""The exact volume of the space that points dominate, in three dimensions or more."""

from collections.abc import Iterable, Sequence
from math import isfinite, prod
from typing import TypeAlias

from optuna_dashboard.analysis.staircase import Staircase
from optuna_dashboard.study.pareto import pareto_front

Point: TypeAlias = tuple[float, ...]


class TooMuchWorkError(Exception):
    """A volume would take longer than it may."""


def sweep(points: Sequence[Point], corner: Point) -> tuple[float, list[Point]]:
    """The volume between points and a corner in three dimensions, and the points that count.

    A plane moves along the first axis; what lies behind it is as high as the area that
    the points before it dominate. Takes O(n log n).

    Args:
        points: ascending, all of them better than the corner on every axis.
        corner: the worst end of the space.
    """
    stairs = Staircase(corner[1], corner[2])
    volume = area = 0.0
    before = corner[0]
    front = []
    for point in points:
        gained = stairs.add(point[1], point[2])
        if gained:
            volume += area * (point[0] - before)
            before = point[0]
            area += gained
            front.append(point)
    return volume + area * (corner[0] - before), front


class Volumes:
    """Volumes in three dimensions or more, as long as there is work left.

    From four dimensions on, points are taken by their first coordinate: each adds a
    slab as thick as it is away from the corner, over what it alone dominates on the other
    axes (While, Bradstreet & Barone, "A Fast Way of Calculating Exact Hypervolumes", 2012).
    """

    def __init__(self, work: int) -> None:
        """``work`` is in points looked at."""
        self._left = work

    def of(self, points: Iterable[Point], corner: Point) -> float:
        """The volume between points, better than the corner on every axis, and the corner.

        Raises:
            TooMuchWorkError: if that takes more work than is left.
        """
        ordered = sorted(points)
        self.count(len(ordered))
        if len(corner) == 3:
            return sweep(ordered, corner)[0]
        volume = 0.0
        for place, point in enumerate(ordered):
            alone = self.added(point[1:], [other[1:] for other in ordered[:place]], corner[1:])
            volume += (corner[0] - point[0]) * alone
        return volume

    def added(self, point: Point, others: Sequence[Point], corner: Point) -> float:
        """The volume that a point adds to that of others.

        Raises:
            TooMuchWorkError: if that takes more work than is left.
        """
        self.count(len(others))
        shared = {tuple(map(max, point, other)) for other in others}
        whole = prod(worst - own for worst, own in zip(corner, point))
        if not isfinite(whole):
            return whole
        if len(corner) > 3:
            shared = self._front(list(shared))
        # A rounding error makes no volume shrink.
        return max(0.0, whole - self.of(shared, corner))

    def count(self, points: int) -> None:
        """Take so many points off the work that is left."""
        self._left -= points
        if self._left < 0:
            raise TooMuchWorkError

    def _front(self, points: list[Point]) -> set[Point]:
        kept = [points[i] for i in pareto_front(list(zip(*points)))] if points else []
        self.count(len(points) * len(kept) // 2)
        return set(kept)

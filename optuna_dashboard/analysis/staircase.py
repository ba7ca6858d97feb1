"""The area of the plane that points dominate, kept up to date as points come."""

from bisect import bisect_left, bisect_right
from math import inf


class Staircase:
    """The region between points and a corner; less is better on both axes.

    Only the points that no other one dominates are kept, as steps: ``_xs`` ascends and
    ``_ys`` descends. Both ends are the corner, so that no step lacks a neighbour.
    """

    __slots__ = ("_xs", "_ys")

    def __init__(self, x: float, y: float) -> None:
        self._xs = [-inf, x]
        self._ys = [y, -inf]

    def add(self, x: float, y: float) -> float:
        """The area that a finite point adds: none if another dominates it, or it is beyond
        the corner."""
        xs, ys = self._xs, self._ys
        if ys[bisect_right(xs, x) - 1] <= y:
            return 0.0
        start = end = bisect_left(xs, x)
        left, top, area = x, ys[start - 1], 0.0
        while ys[end] >= y:  # a step that the new one replaces
            area += (xs[end] - left) * (top - y)
            left, top = xs[end], ys[end]
            end += 1
        area += (xs[end] - left) * (top - y)
        xs[start:end], ys[start:end] = [x], [y]
        return area

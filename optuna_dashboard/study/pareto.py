"""The Pareto front of a set of points."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


def pareto_front(losses: Sequence[Sequence[float]]) -> list[int]:
    """Indices of the points that no other point dominates, ascending.

    Args:
        losses: one sequence per objective, all to be minimized and of equal length;
            values may be infinite, not NaN.

    Equal points are all kept, as ``optuna.study.Study.best_trials`` does. Up to three
    objectives take about O(n log n), more take O(n f) with f the front's size (Kung,
    Luccio & Preparata, "On Finding the Maxima of a Set of Vectors", 1975, for the
    sweep over a sorted first objective).
    """
    order = list(range(len(losses[0])))
    for column in reversed(losses):  # sorting is stable: by the first, then the second, ...
        order.sort(key=column.__getitem__)
    if len(losses) == 2:
        return _front_of_two(order, losses[0], losses[1])
    if len(losses) == 3:
        return _front_of_three(order, losses)
    return _front_of_many(order, losses)


def _front_of_two(order: list[int], first: Sequence[float], second: Sequence[float]) -> list[int]:
    front: list[int] = []
    last: int | None = None
    for i in order:
        if last is None or second[i] < second[last]:
            last = i
        elif second[i] != second[last] or first[i] != first[last]:
            continue
        front.append(i)
    return sorted(front)


def _front_of_three(order: list[int], losses: Sequence[Sequence[float]]) -> list[int]:
    first, second, third = losses
    front: list[int] = []
    # What the points so far dominate in the last two objectives is bounded by a staircase:
    # ``xs`` ascends, ``ys`` descends.
    xs: list[float] = []
    ys: list[float] = []
    last: tuple[float, float, float] | None = None
    for i in order:
        point = first[i], second[i], third[i]
        _, x, y = point
        step = bisect_right(xs, x)
        # A point equal to the last one shares its fate; ``last`` is always on the front.
        if point != last:
            if step and ys[step - 1] <= y:
                continue
            end = start = bisect_left(xs, x)
            while end < len(ys) and ys[end] >= y:
                end += 1
            xs[start:end], ys[start:end] = [x], [y]
            last = point
        front.append(i)
    return sorted(front)


def _front_of_many(order: list[int], losses: Sequence[Sequence[float]]) -> list[int]:
    front: list[int] = []
    points: list[tuple[float, ...]] = []
    for i in order:
        point = tuple(column[i] for column in losses)
        # Sorted by the first objective: only an earlier point can dominate this one.
        if not any(p != point and all(a <= b for a, b in zip(p, point)) for p in points):
            front.append(i)
            points.append(point)
    return sorted(front)

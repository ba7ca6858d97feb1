"""Hypervolume: how much of the space up to a reference point trials dominate, trial by trial."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from operator import le, lt

from optuna_dashboard.analysis.staircase import Staircase
from optuna_dashboard.analysis.volume import Point, TooMuchWorkError, Volumes, sweep

# In points looked at: about a second. Two objectives never need as many.
_MOST_WORK = 1_000_000

# After how many trials, counted from 0, the volume has which size.
_Steps = Iterator[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class HypervolumeHistory:
    """Exact hypervolumes: after trial ``places[i]`` it is ``values[i]``.

    ``places`` ascend. Where fronts are large, places are left out between others (three
    objectives), or at the end (more); the last is then not that of the last trial.
    ``infinite_from`` is the place from which on the hypervolume is infinite, if it ever is.
    """

    places: list[int]
    values: list[float]
    infinite_from: int | None = None


def hypervolume_history(
    losses: Sequence[Sequence[float]], reference: Point, work: int = _MOST_WORK
) -> HypervolumeHistory:
    """The hypervolume after each trial.

    Args:
        losses: one sequence per objective, two or more, all to be minimized; NaN in all of
            them for trials that do not count.
        reference: the worst end of the space, finite. Points that are not better in every
            objective add nothing.
        work: how many points may be looked at for three objectives or more.
    """
    points: list[Point | None] = [
        point if all(map(lt, point, reference)) else None for point in zip(*losses)
    ]
    infinite_from = next(
        (place for place, p in enumerate(points) if p and not all(map(isfinite, p))), None
    )
    del points[len(points) if infinite_from is None else infinite_from :]
    if len(reference) == 2:
        steps = _of_two(points, reference)
    elif len(reference) == 3:
        steps = _of_three(points, reference, work)
    else:
        steps = _of_many(points, reference, work)
    places: list[int] = []
    values: list[float] = []
    for place, value in steps:
        if not isfinite(value):  # the objectives are finite, their product is none
            return HypervolumeHistory(places, values, place)
        places.append(place)
        values.append(value)
    return HypervolumeHistory(places, values, infinite_from)


def _of_two(points: Sequence[Point | None], reference: Point) -> _Steps:
    stairs = Staircase(*reference)
    area = 0.0
    for place, point in enumerate(points):
        if point:
            area += stairs.add(*point)
        yield place, area


def _of_three(points: Sequence[Point | None], reference: Point, work: int) -> _Steps:
    """Every trial has the same share of the work. One that cannot pay for a sweep over the
    front leaves its share, and its point, to the next."""
    share = work / max(1, len(points))
    credit = volume = 0.0
    front: list[Point] = []
    waiting: list[Point] = []
    for place, point in enumerate(points):
        credit += share
        if point:
            waiting.append(point)
        cost = len(front) + len(waiting)
        if waiting and (credit >= cost or place == len(points) - 1):
            if len(waiting) == 1 and _is_dominated(waiting[0], front):
                cost //= 8
            else:
                volume, front = sweep(sorted(front + waiting), reference)
            credit -= cost
            waiting.clear()
        if not waiting:
            yield place, volume


def _is_dominated(point: Point, front: Sequence[Point]) -> bool:
    """Whether one of the ascending points is at least as good in every of three objectives."""
    _, y, z = point
    worse = bisect_right(front, point)
    return any(other[1] <= y and other[2] <= z for other in front[:worse])


def _of_many(points: Sequence[Point | None], reference: Point, work: int) -> _Steps:
    """Ends early when there is no work left."""
    volumes = Volumes(work)
    volume = 0.0
    front: list[Point] = []
    for place, point in enumerate(points):
        try:
            if point and not _has_better(front, point, volumes):
                volume += volumes.added(point, front, reference)
                front = [other for other in front if not all(map(le, point, other))]
                front.append(point)
        except TooMuchWorkError:
            return
        yield place, volume


def _has_better(front: list[Point], point: Point, volumes: Volumes) -> bool:
    """Whether a point of the front is at least as good in every objective. It is looked at
    first from then on, as it may beat the next points too."""
    for place, other in enumerate(front):
        if all(map(le, other, point)):
            front.insert(0, front.pop(place))
            volumes.count(place // 4)
            return True
    volumes.count(len(front) // 4)
    return False

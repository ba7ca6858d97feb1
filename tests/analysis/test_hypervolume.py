"""Hypervolumes are those of Optuna, after every trial."""

import random
from itertools import accumulate
from math import inf, isfinite, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from optuna._hypervolume import compute_hypervolume

from optuna_dashboard.analysis.hypervolume import HypervolumeHistory, hypervolume_history
from optuna_dashboard.analysis.staircase import Staircase
from optuna_dashboard.analysis.volume import Point

# Few different numbers, so that points are equal, on one line, and on the edge of the space.
SMALL = st.integers(0, 6).map(float)


@st.composite
def clouds(draw: st.DrawFn) -> list[Point]:
    """Points of two to five objectives."""
    n_objectives = draw(st.integers(2, 5))
    return draw(st.lists(st.tuples(*[SMALL] * n_objectives), min_size=1, max_size=12))


def history(points: list[Point], reference: Point, work: int = 10**6) -> HypervolumeHistory:
    return hypervolume_history(list(zip(*points)), reference, work)


def optunas(points: list[Point], reference: Point) -> float:
    inside = [point for point in points if all(a <= b for a, b in zip(point, reference))]
    if not inside:
        return 0.0
    return float(compute_hypervolume(np.array(inside), np.array(reference)))


def sphere(n: int, n_objectives: int, seed: int = 0) -> list[Point]:
    """Points none of which dominates another, from 0 to 1."""
    rng = random.Random(seed)
    found = []
    for _ in range(n):
        numbers = [abs(rng.gauss(0, 1)) for _ in range(n_objectives)]
        length = sum(number**2 for number in numbers) ** 0.5
        found.append(tuple(1 - number / length for number in numbers))
    return found


@given(clouds())
def test_after_every_trial(points: list[Point]) -> None:
    reference = (5.0,) * len(points[0])
    found = history(points, reference)
    assert found.places == list(range(len(points)))
    expected = [optunas(points[: n + 1], reference) for n in range(len(points))]
    assert found.values == pytest.approx(expected)


@pytest.mark.parametrize("n_objectives", [2, 3, 4, 5])
@pytest.mark.parametrize("front", [True, False])
def test_of_many_points(n_objectives: int, front: bool) -> None:
    rng = random.Random(1)
    points = sphere(60, n_objectives)
    if not front:
        points = [tuple(rng.random() for _ in range(n_objectives)) for _ in range(200)]
    reference = (1.1,) * n_objectives
    found = history(points, reference)
    assert found.places == list(range(len(points)))
    for n in (1, 10, len(points)):
        assert found.values[n - 1] == pytest.approx(optunas(points[:n], reference))


@given(st.lists(st.tuples(SMALL, SMALL), max_size=12))
def test_stairs_add_up_to_the_cells_below_them(points: list[tuple[float, float]]) -> None:
    stairs = Staircase(5.0, 5.0)
    areas = list(accumulate(stairs.add(*point) for point in points))
    for n, area in enumerate(areas, 1):
        cells = {
            (x, y) for p in points[:n] for x in range(int(p[0]), 5) for y in range(int(p[1]), 5)
        }
        assert area == len(cells)


@pytest.mark.parametrize("n_objectives", [2, 3, 4])
def test_trials_that_do_not_count(n_objectives: int) -> None:
    nothing, beyond = (nan,) * n_objectives, (0.0,) * (n_objectives - 1) + (7.0,)
    point = (4.0,) * n_objectives
    found = history([nothing, point, beyond, nothing], (5.0,) * n_objectives)
    assert found == HypervolumeHistory([0, 1, 2, 3], [0.0, 1.0, 1.0, 1.0])
    assert history([nothing], (5.0,) * n_objectives).values == [0.0]
    assert hypervolume_history([[]] * n_objectives, (5.0,) * n_objectives).places == []


@pytest.mark.parametrize("n_objectives", [2, 3, 4])
def test_infinite(n_objectives: int) -> None:
    rest = (1.0,) * (n_objectives - 1)
    points = [(4.0, *rest), (inf, *rest), (-inf, *rest), (0.0, *rest)]
    found = history(points, (5.0,) * n_objectives)
    assert found.infinite_from == 2
    assert found.places == [0, 1]
    assert all(map(isfinite, found.values))
    large = [(4.0, *rest), (-1e308, *(-1e308 for _ in rest))]
    assert history(large, (5.0,) * n_objectives) == HypervolumeHistory([0], found.values[:1], 1)
    # At the edge of the space even an infinite line has no volume.
    edge = (-inf, *(5.0,) * (n_objectives - 1))
    assert history([edge], (5.0,) * n_objectives).values == [0.0]


def test_three_objectives_with_little_work_are_exact_where_they_are_known() -> None:
    points = sphere(400, 3)
    reference = (1.0, 1.0, 1.0)
    every, some = history(points, reference), history(points, reference, work=8_000)
    assert 20 < len(some.places) < 200
    assert some.places[-1] == len(points) - 1
    assert some.places[:5] == [0, 1, 2, 3, 4]  # while the front is small
    exact = dict(zip(every.places, every.values))
    for place, value in zip(some.places, some.values):
        assert value == pytest.approx(exact[place])


@pytest.mark.parametrize("n_objectives", [4, 6])
def test_more_objectives_end_with_the_work(n_objectives: int) -> None:
    points = sphere(100, n_objectives)
    reference = (1.0,) * n_objectives
    found = history(points, reference, work=20_000)
    known = len(found.places)
    assert 5 < known < 100
    assert found.values[-1] == pytest.approx(optunas(points[:known], reference))


def test_a_volume_never_shrinks() -> None:
    rng = random.Random(3)
    points = [tuple(1e8 + rng.random() * 1e-6 for _ in range(4)) for _ in range(60)]
    values = history(points, (1e8 + 1e-6,) * 4).values
    assert values == sorted(values)
    assert values[0] >= 0

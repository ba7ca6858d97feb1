"""Thinning keeps what it promises, whatever the points are."""

from math import isnan, nan

from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.figures.history import History
from optuna_dashboard.figures.pareto_front import ParetoFront
from optuna_dashboard.figures.thin import (
    MOST_POINTS,
    at_most,
    budget_of,
    few_points,
    lowest_and_highest,
    thin,
)
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.samples import evenly
from optuna_dashboard.study.states import TrialState
from tests.figures.column_reader import Row, study_of
from tests.figures.plotly_json import build, decode, points_of, traces_of


@given(st.lists(st.floats(allow_nan=False), max_size=300), st.integers(0, 50), st.data())
def test_kept_rows_and_extremes_stay(
    column: list[float], budget: int, data: st.DataObject
) -> None:
    rows = [row for row in range(len(column)) if row % 3]
    keep = data.draw(st.lists(st.sampled_from(rows), max_size=5) if rows else st.just([]))
    kept = thin(rows, budget, [column], keep)
    assert kept == sorted(set(kept))
    assert set(kept) <= set(rows)
    assert set(keep) <= set(kept)
    if rows:
        drawn = [column[row] for row in kept]
        assert min(drawn) == min(column[row] for row in rows)
        assert max(drawn) == max(column[row] for row in rows)
    assert kept == thin(rows, budget, [column], keep)


@given(st.lists(st.integers(), unique=True), st.integers(-5, 40))
def test_evenly(items: list[int], n: int) -> None:
    some = evenly(items, n)
    assert len(some) == len(set(some)) == max(0, min(n, len(items)))
    if n >= 2 and items:
        assert (some[0], some[-1]) == (items[0], items[-1])


def test_what_is_kept_may_be_more_than_the_budget() -> None:
    kept = thin(list(range(10_000)), 100, [], keep=range(0, 10_000, 10))
    assert kept == list(range(0, 10_000, 10))


@given(st.lists(st.floats() | st.just(nan)))
def test_lowest_and_highest(column: list[float]) -> None:
    found = [column[row] for row in lowest_and_highest(range(len(column)), column)]
    present = [value for value in column if not isnan(value)]
    assert found == ([min(present), max(present)] if present else [])


def test_every_trace_has_its_share() -> None:
    assert budget_of(MOST_POINTS, MOST_POINTS) == MOST_POINTS
    assert budget_of(900_000, 1_000_000) == 90_000
    assert budget_of(10, 10_000_000) >= 10


def test_a_thinned_history() -> None:
    trials = [Row((float((n * 7919) % 130_003),)) for n in range(130_000)]
    trials[50_001] = Row((-5.0,))
    trials[60_001] = Row((1e9,))
    trials += [Row((1.0,), TrialState.PRUNED)]
    result = build(History(), study_of(trials))
    points = points_of(result, "complete")
    assert 90_000 < len(points) <= MOST_POINTS
    numbers = {point[0] for point in points}
    assert {0, 50_001, 60_001} <= numbers
    (line,) = traces_of(result, "best")
    assert set(decode(line["meta"]["numbers"])) <= numbers
    assert points_of(result, "pruned") == [(130_000, 130_000, 1.0)]
    assert result.shown == len(points) + 1
    assert result.notes == [
        "Thinned from 130,001 points: all improvements and extremes are drawn, "
        "the others at equal distances."
    ]


def test_ever_better_trials_give_a_line_that_fits() -> None:
    result = build(History(), study_of(Row((-float(n),)) for n in range(20_000)))
    (line,) = traces_of(result, "best")
    assert line["type"] == "scattergl"
    assert len(decode(line["x"])) == 10_001
    assert decode(line["y"])[-1] == -19_999.0
    assert result.notes == ["The line of best values has 10,000 of its 20,000 steps."]


def test_a_thinned_front_keeps_the_front() -> None:
    trials = [Row((float(n % 1000), float(n // 1000 + 1))) for n in range(110_000)]
    trials[77_777] = Row((-1.0, -1.0))
    result = build(ParetoFront(), study_of(trials, Direction.MINIMIZE, Direction.MINIMIZE))
    assert points_of(result, "front") == [(77_777, -1.0, -1.0)]
    assert 0 < (result.shown or 0) <= MOST_POINTS + 1
    assert result.notes == [
        "Thinned from 110,000 points: the whole front and all extremes are drawn, "
        "the others at equal distances."
    ]


def test_a_thinned_history_of_one_objective_keeps_the_front() -> None:
    # On the front for both objectives, and in the first alone nothing special.
    trials = [Row((float(n % 100), 200.0 - n % 100)) for n in range(10_000)]
    trials[7_777] = Row((50.0, 1.0))
    study = study_of(trials, Direction.MINIMIZE, Direction.MINIMIZE)
    assert 7_777 in study.best_rows
    with few_points(1_000):
        points = points_of(build(History(), study), "complete")
    assert len(points) <= 1_000
    assert 7_777 in {point[0] for point in points}


def test_few_points_where_they_are_wanted() -> None:
    study = study_of(Row((float((n * 7919) % 10_007),)) for n in range(10_000))
    with few_points(3_000):
        few = build(History(), study)
        assert (at_most(100), at_most(100_000)) == (100, 3_000)
    points = points_of(few, "complete")
    assert 2_700 < len(points) <= 3_000
    assert {trace["type"] for trace in few.figure["data"]} == {"scatter"}
    assert budget_of(10_000, 10_000) == at_most(10_000) == 10_000
    assert len(points_of(build(History(), study), "complete")) == 10_000


def test_the_extremes_of_a_column_take_half_of_the_budget() -> None:
    rows = list(range(10_000))
    columns = [[float((n * step) % 10_007) for n in rows] for step in (7919, 6007)]
    for some in (columns[:1], columns):
        assert 350 < len(thin(rows, 400, some)) <= 400

"""The best value so far, held against a plain oracle that looks at every trial anew."""

from bisect import bisect_right
from datetime import datetime, timedelta
from math import inf, isfinite, nan

import optuna
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.figures.best_value import BestValue
from optuna_dashboard.figures.options import OptionError
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.states import TrialState
from tests.figures.column_reader import Row, study_of
from tests.figures.conftest import MakeStudy, with_params
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import Trace, build, decode, traces_of

NOON = datetime(2024, 5, 1, 12)
VALUES = st.one_of(
    st.floats(allow_nan=False, width=32), st.sampled_from([0.0, -0.0, 1.0, inf, -inf])
)


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """A trial of one objective in any state, with or without value and times."""
    start = draw(st.none() | st.integers(0, 100).map(at))
    return Row(
        values=draw(st.none() | st.tuples(VALUES)),
        state=draw(st.sampled_from(TrialState)),
        feasible=draw(st.booleans()),
        start=start,
        complete=start and start + timedelta(minutes=draw(st.integers(0, 100))),
    )


def counts(row: Row) -> bool:
    return row.state is TrialState.COMPLETE and row.feasible and row.values is not None


def place_of(row: Row, number: int, trials: list[Row], x: str) -> float | None:
    """The trial number, or the seconds from the first start of all to this completion."""
    if x == "number":
        return number
    starts = [other.start for other in trials if other.start]
    if row.complete is None or not starts:
        return None
    return (row.complete - min(starts)).total_seconds()


def height(line: Trace, x: list[float], place: float) -> float | None:
    """The height of a line in steps at a place, None before its first step."""
    before = bisect_right(x, place)
    return float(decode(line["y"])[before - 1]) if before else None


@given(
    trials=st.lists(rows(), max_size=30),
    direction=st.sampled_from(Direction),
    x=st.sampled_from(["number", "elapsed"]),
    log=st.booleans(),
)
def test_every_place_has_the_best_value_up_to_there(
    trials: list[Row], direction: Direction, x: str, log: bool
) -> None:
    result = build(BestValue(), study_of(trials, direction), x=x, log=str(log).lower())
    placed = [
        (place, number, row.values[0])
        for number, row in enumerate(trials)
        if counts(row)
        and row.values is not None
        and (place := place_of(row, number, trials, x)) is not None
    ]
    pick = max if direction is Direction.MAXIMIZE else min
    lines = traces_of(result, "best")
    for place, _, _ in placed:
        best = pick(value for other, _, value in placed if other <= place)
        if not isfinite(best) or (log and best <= 0):
            continue
        (line,) = lines
        assert height(line, seconds_of(line, x, result.figure), place + 1e-6) == best
    assert bool(lines) is any(
        isfinite(best) and (best > 0 or not log)
        for place, _, _ in placed
        for best in [pick(value for other, _, value in placed if other <= place)]
    )
    assert result.shown == (len(placed) if lines else 0)


def seconds_of(line: Trace, x: str, figure: Trace) -> list[float]:
    """The places of a line: trial numbers, or seconds whatever the unit of the axis."""
    if x == "number":
        return decode(line["x"])
    title = figure["layout"]["xaxis"]["title"]["text"]
    unit = {"(s)": 1, "(min)": 60, "(h)": 3600, "(d)": 86_400}[title.split()[-1]]
    return [place * unit for place in decode(line["x"])]


def test_it_is_the_line_that_optuna_draws(make_study: MakeStudy) -> None:
    for direction in ("minimize", "maximize"):
        study = with_params(make_study(direction, constrained=True))
        figure = optuna.visualization.plot_optimization_history(study)
        (best,) = [trace for trace in figure.data if trace.name == "Best Value"]
        (line,) = traces_of(build(BestValue(), from_optuna(study)), "best")
        for number, value in zip(best.x, best.y):
            if isfinite(value):
                assert height(line, decode(line["x"]), number) == value


def test_studies_of_different_days_are_comparable() -> None:
    one = [
        Row((3.0,), start=at(0), complete=at(60)),
        Row((1.0,), start=at(0), complete=at(180)),
        Row(state=TrialState.FAIL, start=at(180), complete=at(240)),
    ]
    year = timedelta(days=365)
    later = [
        Row(
            row.values,
            row.state,
            start=row.start and row.start + year,
            complete=row.complete and row.complete + year,
        )
        for row in one
    ]
    studies = [study_of(one, name="one"), study_of(later, name="later")]
    result = build(BestValue(), studies, ids=[1, 2], x="elapsed")
    first, second = traces_of(result, "best")
    assert decode(first["x"]) == decode(second["x"]) == [1.0, 3.0, 4.0]
    assert decode(first["y"]) == [3.0, 1.0, 1.0]
    assert decode(first["meta"]["numbers"]) == [0, 1, 1]
    assert first["text"] == ["1 h", "3 h", "4 h"]
    assert first["hovertemplate"] == (
        "Trial %{customdata:d}<br>Best Objective Value: %{y:.6~g}<br>After %{text}"
        "<extra>one: Best value</extra>"
    )
    title = result.figure["layout"]["xaxis"]["title"]["text"]
    assert title == "Time since the first start of the study (h)"
    assert result.notes == []


@pytest.mark.parametrize(
    ("minutes", "unit"), [(1, "s"), (2, "min"), (119, "min"), (120, "h"), (48 * 60, "d")]
)
def test_the_unit_suits_the_longest_study(minutes: float, unit: str) -> None:
    studies = [
        study_of([Row((1.0,), start=at(0), complete=at(end))], name=str(end))
        for end in (0.5, minutes)
    ]
    layout = build(BestValue(), studies, x="elapsed").figure["layout"]
    assert layout["xaxis"]["title"]["text"].endswith(f"({unit})")


def test_a_trial_that_completed_first_counts_first() -> None:
    trials = [
        Row((1.0,), start=at(0), complete=at(9)),
        Row((2.0,), start=at(1), complete=at(3)),
    ]
    (line,) = traces_of(build(BestValue(), study_of(trials), x="elapsed"), "best")
    assert (decode(line["x"]), decode(line["y"])) == ([3.0, 9.0, 9.0], [2.0, 1.0, 1.0])


def test_what_is_missing_is_said_once_and_of_whom() -> None:
    studies = [
        study_of([Row((1.0,), start=at(0), complete=at(1)), Row((1.0,)), Row()], name="a"),
        study_of([Row((nan,)), Row(state=TrialState.RUNNING, start=at(0))], name="b"),
    ]
    result = build(BestValue(), studies, x="elapsed")
    assert result.notes == [
        "b: There is no best value yet.",
        "Not counted: 2 without a value and 1 without a completion time.",
    ]
    assert (result.shown, result.total) == (1, 5)
    assert result.figure["layout"]["showlegend"] is True


def test_a_best_value_that_no_axis_shows() -> None:
    studies = [study_of([Row((2.0,)), Row((-inf,))], name=name) for name in "ab"]
    result = build(BestValue(), studies)
    assert "b: The best value, -inf of trial 1, cannot be drawn" in result.notes[1]


def test_outliers_can_be_left_out_but_not_the_best() -> None:
    numbers = [1e9, *range(30, 0, -1)]
    result = build(BestValue(), study_of([Row((float(n),)) for n in numbers]), clip="true")
    low, high = result.figure["layout"]["yaxis"]["range"]
    assert low < 1
    assert 30 < high < 1e9


def test_objectives_alone_can_be_chosen() -> None:
    study = study_of(
        [Row((1.0, 2.0), user_attrs={"a": 1.0})], Direction.MINIMIZE, Direction.MAXIMIZE
    )
    (line,) = traces_of(build(BestValue(), study, y="value:1"), "best")
    assert decode(line["y"]) == [2.0, 2.0]
    with pytest.raises(OptionError):
        build(BestValue(), study, y="attr:a")


def test_pages_of_one_study_do_not_offer_it() -> None:
    assert not BestValue.alone
    assert BestValue().suits(study_of([]))

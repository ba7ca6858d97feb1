"""What Optuna's own figure does not say: options, infinite and missing values, notes."""

from datetime import datetime, timedelta
from math import inf, isfinite, nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.history import History
from optuna_dashboard.figures.options import OptionError
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.states import TrialState
from tests.figures.column_reader import Row, study_of
from tests.figures.plotly_json import build, decode, points_of, traces_of

NOON = datetime(2024, 5, 1, 12)
VALUES = st.one_of(
    st.floats(allow_nan=False, width=32), st.sampled_from([0.0, -0.0, 1.0, inf, -inf])
)


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """A trial of one objective in any state, with or without value and times."""
    start = draw(st.none() | st.integers(0, 100).map(lambda s: NOON + timedelta(seconds=s)))
    return Row(
        values=draw(st.none() | st.tuples(VALUES)),
        state=draw(st.sampled_from(TrialState)),
        feasible=draw(st.booleans()),
        start=start,
        complete=start and start + timedelta(seconds=draw(st.integers(0, 100))),
    )


def role_of(row: Row) -> str | None:
    if row.state is TrialState.PRUNED:
        return "pruned"
    if row.state is TrialState.COMPLETE:
        return "complete" if row.feasible else "infeasible"
    return None


@given(
    trials=st.lists(rows(), max_size=30),
    direction=st.sampled_from(Direction),
    x=st.sampled_from(["number", "start", "complete"]),
    log=st.booleans(),
    pruned=st.booleans(),
)
def test_every_drawable_trial_is_drawn_once(
    trials: list[Row], direction: Direction, x: str, log: bool, pruned: bool
) -> None:
    result = build(
        History(),
        study_of(trials, direction),
        x=x,
        log=str(log).lower(),
        pruned=str(pruned).lower(),
    )
    wanted: dict[str, list[tuple[Any, ...]]] = {"complete": [], "infeasible": [], "pruned": []}
    edges: list[int] = []
    for number, row in enumerate(trials):
        role = role_of(row)
        place = place_of(row, number, x)
        if row.values is None or role is None or place is None:
            continue
        (value,) = row.values
        if role == "pruned" and not pruned:
            continue
        if not isfinite(value):
            edges.append(number)
        elif value > 0 or not log:
            wanted[role].append((number, place, value))
    for role, points in wanted.items():
        assert points_of(result, role) == points
    drawn = [point[0] for role in wanted for point in points_of(result, role, edges=True)]
    assert sorted(drawn) == edges
    assert result.shown == len(edges) + sum(map(len, wanted.values()))
    assert result.total == len(trials)


@given(
    trials=st.lists(rows(), max_size=30),
    direction=st.sampled_from(Direction),
    x=st.sampled_from(["number", "start", "complete"]),
    log=st.booleans(),
)
def test_best_line_is_the_best_so_far(
    trials: list[Row], direction: Direction, x: str, log: bool
) -> None:
    result = build(History(), study_of(trials, direction), x=x, log=str(log).lower())
    counted = [
        (place, row.values[0])
        for number, row in enumerate(trials)
        if role_of(row) == "complete"
        and row.values is not None
        and (place := place_of(row, number, x)) is not None
    ]
    pick = max if direction is Direction.MAXIMIZE else min
    lines = traces_of(result, "best")
    steps = []
    if lines:
        (line,) = lines
        steps = list(zip(decode(line["x"]), decode(line["meta"]["numbers"]), decode(line["y"])))
        heights = [y for _, _, y in steps]
        assert heights == sorted(heights, reverse=pick is min)
        assert [s[0] for s in steps] == sorted(s[0] for s in steps)
        for _, number, y in steps:
            assert trials[number].values == (y,)
    for place, _ in counted:
        best = pick(value for other, value in counted if other <= place)
        at = [y for at_x, _, y in steps if at_x <= place]
        if isfinite(best) and (best > 0 or not log):
            assert at[-1] == best
        elif at:  # the line has ended here
            assert steps[-1][0] <= place


def place_of(row: Row, number: int, x: str) -> Any:
    """Where a trial stands on the x axis, None if it has no such time."""
    if x == "number":
        return number
    time: datetime | None = getattr(row, x)
    return time and time.isoformat(" ", "milliseconds")


def values(*numbers: float) -> list[Row]:
    return [Row((number,)) for number in numbers]


def notes(result: FigureResult) -> str:
    return " ".join(result.notes)


def test_a_figure_in_full() -> None:
    trials = [Row((3.0,)), Row((1.0,)), Row(state=TrialState.FAIL), Row((2.0,))]
    result = build(History(), study_of(trials), size="4")
    numbers = {"dtype": "i4", "bdata": "AAAAAAEAAAADAAAA"}
    assert result.figure == {
        "data": [
            {
                "type": "scatter",
                "name": "Complete",
                "legendgroup": "1 complete",
                "legendrank": 1002,
                "x": numbers,
                "y": {"dtype": "f8", "bdata": "AAAAAAAACEAAAAAAAADwPwAAAAAAAABA"},
                "hovertemplate": "Trial %{x:d}<br>Objective Value: %{y:.6~g}"
                "<extra>Complete</extra>",
                "meta": {"role": "complete", "study": 1, "numbers": numbers},
                "mode": "markers",
                "marker": {"symbol": "circle", "size": 4.0},
                "showlegend": True,
            },
            {
                "type": "scatter",
                "name": "Best value",
                "legendgroup": "1 best",
                "legendrank": 1001,
                # Trial 0, trial 1, and on to the last trial.
                "x": {"dtype": "f8", "bdata": "AAAAAAAAAAAAAAAAAADwPwAAAAAAAAhA"},
                "y": {"dtype": "f8", "bdata": "AAAAAAAACEAAAAAAAADwPwAAAAAAAPA/"},
                "customdata": {"dtype": "i4", "bdata": "AAAAAAEAAAABAAAA"},
                "hovertemplate": "Trial %{customdata:d}<br>Best Objective Value: %{y:.6~g}"
                "<extra>Best value</extra>",
                "meta": {
                    "role": "best",
                    "study": 1,
                    "numbers": {"dtype": "i4", "bdata": "AAAAAAEAAAABAAAA"},
                },
                "mode": "lines",
                "line": {"shape": "hv"},
                "showlegend": True,
            },
        ],
        "layout": {
            "xaxis": {"title": {"text": "Trial"}, "type": "linear", "dtick": 1},
            "yaxis": {"title": {"text": "Objective Value"}, "type": "linear"},
            "showlegend": True,
            "meta": {
                "axes": {
                    "x": {"name": "number", "kind": "whole"},
                    "y": {"name": "value", "kind": "number", "log": False},
                }
            },
        },
    }
    assert result.applied == {
        "y": "value:0",
        "x": "number",
        "log": False,
        "clip": False,
        "pruned": True,
        "infeasible": True,
        "best": "all",
        "size": 4.0,
    }
    assert (result.shown, result.total) == (3, 4)
    assert result.notes == ["Not drawn: 1 failed."]


def test_every_role_has_a_symbol_of_its_own() -> None:
    trials = [Row((1.0,)), Row((1.0,), TrialState.PRUNED), Row((1.0,), feasible=False)]
    result = build(History(), study_of(trials))
    markers = [t["marker"]["symbol"] for t in result.figure["data"] if t["mode"] == "markers"]
    assert len(set(markers)) == 3


def test_infinite_values_stand_at_the_edge() -> None:
    result = build(History(), study_of(values(inf, 2.0, -inf), Direction.MAXIMIZE))
    assert points_of(result, "complete", edges=True) == [(0, 0, 0.985), (2, 2, 0.015)]
    assert result.figure["layout"]["yaxis2"]["range"] == [0, 1]
    assert result.figure["layout"]["meta"]["axes"]["y"]["edges"] == "y2"
    assert "Infinite values, at the edge: 2 trials." in result.notes
    assert result.shown == 3
    names = [t["name"] for t in result.figure["data"] if t["showlegend"]]
    assert names == ["Complete"]


def test_an_infinite_best_value_ends_the_line() -> None:
    result = build(History(), study_of(values(3.0, 1.0, -inf, 0.0)))
    (line,) = traces_of(result, "best")
    assert (decode(line["x"]), decode(line["y"])) == ([0, 1, 2], [3.0, 1.0, 1.0])
    assert "The best value, -inf of trial 2, cannot be drawn on this axis" in notes(result)


def test_only_infinite_best_values() -> None:
    result = build(History(), study_of(values(inf, inf)))
    assert not traces_of(result, "best")
    assert "there is no line" in notes(result)


def test_log_axis_says_what_it_cannot_show() -> None:
    result = build(History(), study_of(values(10.0, 0.0, -1.0, 5.0)), log="true")
    assert points_of(result, "complete") == [(0, 0, 10.0), (3, 3, 5.0)]
    assert result.figure["layout"]["yaxis"] == {
        "title": {"text": "Objective Value (log scale)"},
        "type": "log",
    }
    assert "Not drawn: 2 at or below 0, which a log axis cannot show." in result.notes
    (line,) = traces_of(result, "best")
    assert (decode(line["x"]), decode(line["y"])) == ([0, 1], [10.0, 10.0])


def test_infeasible_trials_can_be_left_out() -> None:
    trials = [Row((2.0,)), Row((1.0,), feasible=False)]
    result = build(History(), study_of(trials), infeasible="false")
    assert [t["meta"]["role"] for t in result.figure["data"]] == ["complete", "best"]
    assert result.shown == 1


def test_only_the_best_beside_the_line_of_all() -> None:
    trials = [*values(5.0, 4.0, 3.0, 9.0), Row((1.0,), feasible=False), Row(state=TrialState.FAIL)]
    result = build(History(), study_of(trials), best="50%")
    assert points_of(result, "complete") == [(1, 1, 4.0), (2, 2, 3.0)]
    assert not traces_of(result, "infeasible")
    (line,) = traces_of(result, "best")
    assert list(decode(line["x"])) == [0, 1, 2, 5]
    assert result.notes == [
        "The best 2 trials by Objective Value, of 4 that are complete and feasible."
    ]


def test_outliers_are_outside_the_axis_but_not_the_best_value() -> None:
    trials = values(*range(10, 21), 1e6, -1e6)
    result = build(History(), study_of(trials), clip="true")
    low, high = result.figure["layout"]["yaxis"]["range"]
    assert low < -1e6
    assert 20 < high < 1e6
    assert len(points_of(result, "complete")) == len(trials)
    assert notes(result) == "Outliers lie outside the value axis; zoom out to see them."
    assert "range" not in build(History(), study_of(trials)).figure["layout"]["yaxis"]


def test_times_are_those_of_the_written_clock() -> None:
    trials = [Row((2.0,), start=NOON + timedelta(hours=1)), Row((1.0,), start=NOON), Row((0.0,))]
    result = build(History(), study_of(trials), x="start")
    assert points_of(result, "complete") == [
        (0, "2024-05-01 13:00:00.000", 2.0),
        (1, "2024-05-01 12:00:00.000", 1.0),
    ]
    assert result.figure["layout"]["xaxis"] == {
        "title": {"text": "Start (as written)"},
        "type": "date",
    }
    assert "Not drawn: 1 without a start time." in result.notes
    (line,) = traces_of(result, "best")
    assert decode(line["meta"]["numbers"]) == [1, 1]  # trial 1 started first and is better


def test_times_of_a_utc_clock_can_be_read_on_another() -> None:
    trials = [Row((2.0,), start=NOON), Row((1.0,), start=NOON + timedelta(hours=1))]
    utc, unknown = study_of(trials, clock="utc"), study_of(trials)
    result = build(History(), [utc, unknown], [1, 2], x="start", utc_offset=-90)
    assert {trace["meta"]["study"]: trace["x"] for trace in traces_of(result, "complete")} == {
        1: ["2024-05-01 10:30:00.000", "2024-05-01 11:30:00.000"],
        2: ["2024-05-01 12:00:00.000", "2024-05-01 13:00:00.000"],
    }
    title = "Start (UTC-01:30 or as written)"
    assert result.figure["layout"]["xaxis"]["title"]["text"] == title
    line = traces_of(result, "best")[0]
    assert line["x"][-1] == "2024-05-01 11:30:00.000"


def test_numbers_may_have_gaps() -> None:
    trials = [Row((2.0,), number=5), Row((1.0,), number=9)]
    result = build(History(), study_of(trials))
    assert points_of(result, "complete") == [(5, 5, 2.0), (9, 9, 1.0)]


@pytest.mark.parametrize(
    ("trials", "note"),
    [
        ([], "There are no trials yet."),
        ([Row(state=TrialState.RUNNING)], "No trial is completed yet."),
        ([Row()], "No trial has a value that can be drawn."),
    ],
)
def test_nothing_to_draw(trials: list[Row], note: str) -> None:
    result = build(History(), study_of(trials))
    assert result.figure["data"] == []
    assert result.notes[0] == note
    assert result.shown == 0


def test_every_reason_is_counted() -> None:
    trials = [
        *(Row(state=state) for state in TrialState),
        Row((nan,)),
        Row(state=TrialState.FAIL),
    ]
    result = build(History(), study_of(trials))
    assert result.notes[1] == (
        "Not drawn: 1 running, 2 failed, 1 waiting, 1 in an unknown state and 3 without a value."
    )


def test_user_attributes_that_are_numbers() -> None:
    attrs: list[dict[str, Any]] = [
        {"a": 1, "flag": True, "text": "x", "mixed": 1.0},
        {"a": 0.5, "flag": False, "mixed": "x", "none": None},
        {"a": None, "huge": 10**400},
    ]
    study = study_of(Row((0.0,), user_attrs=a) for a in attrs)
    (y, *_) = History().options([study])
    assert [choice["value"] for choice in y.to_json()["choices"]] == [  # type: ignore[attr-defined]
        "value:0",
        "attr:a",
        "attr:huge",
    ]
    result = build(History(), study, y="attr:a")
    assert points_of(result, "complete") == [(0, 0, 1.0), (1, 1, 0.5)]
    assert not traces_of(result, "best")
    assert result.figure["layout"]["yaxis"]["title"]["text"] == "a"
    assert "No trial has a value" in notes(build(History(), study, y="attr:huge"))


def test_a_rare_user_attribute_is_found() -> None:
    trials = [Row((0.0,), user_attrs={"rare": 7.0} if n == 777 else {}) for n in range(1500)]
    result = build(History(), study_of(trials), y="attr:rare")
    assert points_of(result, "complete") == [(777, 777, 7.0)]


def test_several_studies_are_told_apart() -> None:
    trials = [Row((2.0,)), Row((1.0,), TrialState.PRUNED), Row((3.0,), feasible=False)]
    studies = [study_of(trials, name=name) for name in ("<b>", "second", "third", "fourth")]
    result = build(History(), studies, ids=[7, 8, 9, 10])
    data = result.figure["data"]
    assert [t["meta"]["series"] for t in traces_of(result, "best")] == [0, 1, 2, 3]
    symbols = [t["marker"]["symbol"] for t in traces_of(result, "complete")]
    assert symbols == ["circle", "square", "diamond", "circle"]
    dashes = [t["line"]["dash"] for t in traces_of(result, "best")]
    assert dashes == ["solid", "dash", "dot", "solid"]
    # In the legend each is there once, by the line; a click on it hides all that it has.
    entries = [t for t in data if t["showlegend"]]
    assert [(t["name"], t["mode"]) for t in entries] == [
        ("&lt;b&gt;", "lines"),
        ("second", "lines"),
        ("third", "lines"),
        ("fourth", "lines"),
    ]
    assert {(t["meta"]["study"], t["legendgroup"]) for t in data} == {
        (7, "7"),
        (8, "8"),
        (9, "9"),
        (10, "10"),
    }
    hovers = [t["hovertemplate"] for t in traces_of(result, "pruned")]
    assert hovers[1].endswith("<extra>second: Pruned</extra>")
    assert result.notes == ["Open diamonds: pruned trials.", "Crosses: infeasible trials."]
    assert result.total == 12


def test_lines_are_drawn_over_the_points_of_all_studies() -> None:
    studies = [study_of(values(1.0), name=name) for name in "ab"]
    roles = [t["meta"]["role"] for t in build(History(), studies).figure["data"]]
    assert roles == ["complete", "complete", "best", "best"]


def test_a_study_without_a_line_is_in_the_legend_too() -> None:
    attrs: list[dict[str, Any]] = [{"a": 1.0}, {"a": inf}]
    studies = [study_of((Row((0.0,), user_attrs=a) for a in attrs), name=name) for name in "ab"]
    data = build(History(), studies, ids=[1, 2], y="attr:a").figure["data"]
    entries = [(t["name"], t["marker"]["symbol"]) for t in data if t["showlegend"]]
    assert entries == [("a", "circle"), ("b", "square")]


def test_unknown_options_and_values_are_refused() -> None:
    study = study_of(values(1.0))
    refused = {
        "colour": "There is no option “colour”; "
        "there are y, x, log, clip, pruned, infeasible, best, size.",
        "x": "x cannot be “bad”; it is one of number, start, complete.",
        "y": "y cannot be “bad”; it is one of value:0.",
        "log": "log cannot be “bad”; it is true or false.",
        "clip": "clip cannot be “bad”; it is true or false.",
        "size": "size cannot be “bad”; it is a number from 1 to 12.",
    }
    for name, sentence in refused.items():
        with pytest.raises(OptionError) as error:
            History().build([study], {name: "bad"})
        assert str(error.value) == sentence
    with pytest.raises(OptionError, match="from 1 to 12"):
        build(History(), study, size="13")


def test_large_studies_are_drawn_with_webgl() -> None:
    small = build(History(), study_of(values(*range(2_000))))
    large = build(History(), study_of(values(*range(2_001))))
    assert traces_of(small, "complete")[0]["type"] == "scatter"
    assert traces_of(large, "complete")[0]["type"] == "scattergl"
    assert traces_of(large, "best")[0]["type"] == "scattergl"


def test_whether_it_suits() -> None:
    assert History().suits(study_of([]))
    assert History().suits(study_of([], Direction.MINIMIZE, Direction.MAXIMIZE))

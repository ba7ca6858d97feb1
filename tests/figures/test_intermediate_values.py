"""Curves of reported values: as ``optuna.visualization`` draws them, and what it does not."""

from array import array
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from math import inf, isfinite, isnan, nan
from pathlib import Path
from typing import Any

import optuna
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.figures.curves import LARGEST, curves_of
from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.intermediate_values import IntermediateValues
from optuna_dashboard.figures.thin import few_points
from optuna_dashboard.study.columns import IntermediateColumns, ReportEnds
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study
from tests.figures.column_reader import Row, study_of
from tests.figures.conftest import READABLE, MakeStudy, optuna_studies
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import build, decode, traces_of

Curve = list[tuple[int, float]]
ROLES = ("complete", "infeasible", "pruned", "running", "failed", "best", "front")


def curves(result: FigureResult, *roles: str) -> dict[int, Curve]:
    """Trial number -> its points, those that are gaps left out; every gap must be needed."""
    found: dict[int, Curve] = {}
    for trace in (trace for role in roles or ROLES for trace in traces_of(result, role)):
        if trace["mode"] == "markers":  # once more, see below
            continue
        numbers = decode(trace["meta"]["numbers"])
        points = list(zip(numbers, decode(trace["x"]), decode(trace["y"])))
        assert len(numbers) == len(decode(trace["x"])) == len(decode(trace["y"]))
        for before, after in pairwise(points):
            assert before[0] == after[0] or isnan(before[2])
        for number, x, y in points:
            if not isnan(y):
                found.setdefault(number, []).append((x, y))
    return found


def reporting(study: optuna.Study) -> None:
    """Add trials with reports in every state."""
    for number, state in enumerate(optuna.trial.TrialState):
        study.add_trial(
            optuna.trial.create_trial(
                state=state,
                value=number if state.name in ("COMPLETE", "PRUNED") else None,
                intermediate_values={step: step / (number + 1) for step in range(1, 9, 3)},
            )
        )


@pytest.mark.parametrize("constrained", [False, True])
def test_as_optuna(make_study: MakeStudy, constrained: bool) -> None:
    study = make_study("minimize", constrained=constrained)
    reporting(study)
    held_against_optuna(study)


def held_against_optuna(study: optuna.Study) -> None:
    result = build(IntermediateValues(), from_optuna(study), failed="false")
    expected = {
        int(trace.name.removeprefix("Trial")): list(zip(trace.x, trace.y))
        for trace in optuna.visualization.plot_intermediate_values(study).data
    }
    drawable = {
        number: [point for point in points if abs(point[1]) < LARGEST]
        for number, points in expected.items()
    }
    assert curves(result) == {number: points for number, points in drawable.items() if points}
    assert result.shown == len(expected)


@pytest.mark.parametrize("fixture", READABLE)
def test_fixtures(fixture: str, tmp_path: Path) -> None:
    for study in optuna_studies(fixture, tmp_path):
        held_against_optuna(study)


def reports(*values: float) -> Mapping[int, float]:
    return dict(enumerate(values))


def test_a_figure_in_full() -> None:
    trials = [Row((2.0,), reports=reports(3.0, 2.0)), Row((1.0,), reports={5: 1.0})]
    result = build(IntermediateValues(), study_of(trials))
    other, best = result.figure["data"]
    assert best == {
        "type": "scatter",
        "name": "Best trial",
        "legendgroup": "1 best",
        "legendrank": 1001,
        "x": {"dtype": "i4", "bdata": "BQAAAA=="},
        "y": {"dtype": "f8", "bdata": "AAAAAAAA8D8="},
        "customdata": {"dtype": "i4", "bdata": "AQAAAA=="},
        "hovertemplate": "Trial %{customdata:d}<br>Step: %{x:d}<br>Value: %{y:.6~g}"
        "<extra>Best trial</extra>",
        "meta": {"role": "best", "study": 1, "numbers": {"dtype": "i4", "bdata": "AQAAAA=="}},
        "mode": "lines+markers",
        "line": {"width": 3},
        "marker": {"size": 5},
        "opacity": 1,
    }
    assert other["meta"]["role"] == "complete"
    assert result.figure["layout"] == {
        "xaxis": {"title": {"text": "Step"}, "type": "linear", "dtick": 1},
        "yaxis": {"title": {"text": "Intermediate value"}, "type": "linear"},
        "showlegend": True,
    }
    assert (result.shown, result.total, result.notes) == (2, 2, [])


def in_every_state() -> list[Row]:
    trials = [
        Row((float(state),), state, reports=reports(1.0, float(state))) for state in TrialState
    ]
    return [*trials, Row((9.0,), feasible=False, reports=reports(9.0)), Row((8.0,))]


def test_states_are_told_apart() -> None:
    result = build(IntermediateValues(), study_of(in_every_state()))
    drawn = {role: list(curves(result, role)) for role in ROLES}
    assert drawn == {
        "running": [0],
        "best": [1],
        "pruned": [2],
        "failed": [3],
        "infeasible": [6],
        "complete": [],
        "front": [],
    }
    assert result.notes == [
        "Not drawn: 1 waiting, 1 in an unknown state and 1 without a reported value."
    ]
    assert result.shown == 5


@pytest.mark.parametrize(
    ("option", "numbers"),
    [
        ({"pruned": "false"}, [0, 1, 3, 6]),
        ({"running": "false", "failed": "false"}, [1, 2, 6]),
        ({"best": "10"}, [1]),
    ],
)
def test_trials_can_be_left_out(option: dict[str, str], numbers: list[int]) -> None:
    result = build(IntermediateValues(), study_of(in_every_state()), None, 0, **option)
    assert sorted(curves(result)) == numbers


def test_what_no_axis_shows_is_a_gap() -> None:
    trials = [
        Row((1.0,), reports=reports(1.0, nan, 2.0, inf, -inf, 3.0)),
        Row((0.0,), reports=reports(-1.0, 0.0)),
    ]
    result = build(IntermediateValues(), study_of(trials))
    (trace,) = traces_of(result, "complete")
    assert [None if isnan(y) else y for y in decode(trace["y"])] == [1, None, 2, None, None, 3]
    assert result.notes == ["Reported values that are gaps in their curves: 1 NaN and 2 infinite."]
    log = build(IntermediateValues(), study_of(trials), log="true")
    assert curves(log) == {0: [(0, 1.0), (2, 2.0), (5, 3.0)]}
    assert log.notes == [
        "Reported values that are gaps in their curves: 1 NaN, 2 infinite and 2 at or below 0."
    ]
    assert log.figure["layout"]["yaxis"] == {
        "title": {"text": "Intermediate value (log scale)"},
        "type": "log",
    }
    extreme = build(IntermediateValues(), study_of([Row((1.0,), reports=reports(1e300, -1e308))]))
    assert curves(extreme) == {0: [(0, 1e300)]}
    assert extreme.notes == [
        "Reported values that are gaps in their curves: 1 too large for an axis."
    ]
    low, high = (build(IntermediateValues(), study_of(trials[1:]), log=log) for log in TOGGLE)
    assert low.notes == []
    assert high.notes == ["Reported values that are gaps in their curves: 2 at or below 0."]


TOGGLE = ("false", "true")


def test_outliers_can_be_left_out() -> None:
    trials = [Row((1.0,), reports=reports(*(n / 10 for n in range(10)))) for _ in range(9)]
    trials[4] = Row((0.5,), reports=reports(0.5, 1e6))
    result = build(IntermediateValues(), study_of(trials), clip="true")
    low, high = result.figure["layout"]["yaxis"]["range"]
    assert low < 0
    assert 0.9 < high < 1
    assert result.notes == ["Outliers lie outside the value axis; zoom out to see them."]


@pytest.mark.parametrize(
    ("trials", "note"),
    [
        ([], "There are no trials yet."),
        ([Row(state=TrialState.WAITING)], "No trial is completed yet."),
        ([Row((1.0,))], "No trial has what this figure draws."),
    ],
)
def test_nothing_to_draw(trials: list[Row], note: str) -> None:
    result = build(IntermediateValues(), study_of(trials))
    assert result.figure["data"] == []
    assert result.notes[0] == note


def vectors(trials: list[Row]) -> Study:
    study = study_of(trials, Direction.MINIMIZE, Direction.MAXIMIZE)
    study.header = replace(study.header, reports_vectors=True)
    return study


def test_vectors() -> None:
    trials = [
        Row((1.0, 1.0), vectors={1: (1.0, 5.0), 0: (2.0, None)}),
        Row((2.0, 0.0), vectors={0: (9.0, 9.0)}),
    ]
    study = vectors(trials)
    assert IntermediateValues().suits(study)
    first = build(IntermediateValues(), study)
    assert curves(first, "front") == {0: [(0, 2.0), (1, 1.0)]}
    assert curves(first, "complete") == {1: [(0, 9.0)]}
    second = build(IntermediateValues(), study, objective="value:1")
    assert curves(second, "front") == {0: [(1, 5.0)]}
    assert second.figure["layout"]["yaxis"]["title"]["text"] == "Objective 1"
    assert not IntermediateValues().suits(vectors([Row((1.0, 1.0))]))


VALUES = st.floats(width=16) | st.just(1.0)


@given(st.lists(st.lists(VALUES, max_size=40), max_size=5), st.integers(2, 10), st.booleans())
def test_long_curves_keep_their_outline(trials: list[list[float]], most: int, log: bool) -> None:
    columns = IntermediateColumns(array("q", [0]), array("q"), array("d"))
    for values in trials:
        columns.steps.extend(range(len(values)))
        columns.values.extend(values)
        columns.offsets.append(len(columns.steps))
    rows = [row for row, values in enumerate(trials) if values]
    made = curves_of(columns, rows, range(100, 200), most=most, log=log)
    for row in rows:
        points = [p for p in zip(made.numbers, made.x, made.y) if p[0] == 100 + row]
        steps = sorted({x for _, x, _ in points})
        # Twice the extremes of each run, a gap of each run, both ends.
        assert len(steps) <= 3 * (most // 2) + 2 or len(steps) <= most
        assert {0, len(trials[row]) - 1} <= set(steps)
        drawn = [y for _, _, y in points if not isnan(y)]
        shown = [v for v in trials[row] if isfinite(v) and (v > 0 or not log)]
        finite = [v for v in trials[row] if isfinite(v)]
        assert set(drawn) <= set(shown)
        if shown:
            assert max(drawn) == max(shown)
        if shown == finite and shown:
            assert min(drawn) == min(shown)
        if len(finite) < len(trials[row]):
            assert any(isnan(y) for _, _, y in points[:-1]) or row == rows[-1]


def test_a_large_study_is_thinned() -> None:
    trials = [Row((n + 1.0,), reports=reports(*[1.0] * 29, n % 7919)) for n in range(12_000)]
    trials[4_444] = Row((0.0,), reports=reports(5.0))
    trials[5_555] = Row((3.0,), reports=reports(-9.0))
    trials[6_666] = Row((3.0,), reports=reports(1e9))
    result = build(IntermediateValues(), study_of(trials))
    drawn = curves(result)
    assert 3_300 < len(drawn) < 3_400
    assert {0, 4_444, 5_555, 6_666, 11_999} <= set(drawn)
    assert len(drawn[0]) == 30
    assert result.shown == len(drawn)
    assert marked_alone(result) == {4_444, 5_555, 6_666}
    assert {trace["type"] for trace in result.figure["data"]} == {"scatter"}
    assert result.notes == [
        "Thinned from 12,000 curves: the best, and those that end highest and lowest, are drawn, "
        "the others at equal distances."
    ]


def test_of_a_large_study_only_what_is_drawn_is_read() -> None:
    trials = [Row((n + 1.0,), reports=reports(*[1.0] * 29, n % 97)) for n in range(400)]
    trials[222] = Row((0.0,), reports=reports(5.0))
    trials[333] = Row((3.0,), reports=reports(-9.0, nan, -9.0))
    unread, read = study_of(trials), study_of(trials)
    assert len(read.intermediate_values.offsets) == 401
    with few_points(1_000):
        result, expected = (build(IntermediateValues(), study) for study in (unread, read))
    assert result == expected
    assert {222, 333} <= set(curves(result))
    assert result.shown == len(curves(result)) < 50
    assert unread.known.intermediate_values is None


def test_what_was_counted_but_is_no_value_is_left_out() -> None:
    study = study_of([Row((1.0,), reports=reports(1.0)), Row((2.0,))])
    study.report_ends = ReportEnds(array("q", [1, 1]), array("d", [1.0, nan]))
    result = build(IntermediateValues(), study)
    assert (list(curves(result)), result.shown) == ([0], 1)


def marked_alone(result: FigureResult) -> set[int]:
    """The trials of many that have a marker, which are in the legend by their lines."""
    dots = [trace for trace in result.figure["data"] if trace["mode"] == "markers"]
    assert all(trace["showlegend"] is False for trace in dots)
    assert all(trace["meta"]["is_of_many"] for trace in result.figure["data"] if trace not in dots)
    return {number for trace in dots for number in decode(trace["meta"]["numbers"])}


def test_of_many_curves_only_points_without_a_line_are_marked() -> None:
    trials = [Row((1.0,), reports=reports(1.0, nan, 2.0, 3.0)) for _ in range(400)]
    trials += [Row(state=TrialState.PRUNED, reports=reports(4.0)) for _ in range(401)]
    result = build(IntermediateValues(), study_of(trials))
    assert marked_alone(result) == set(range(801))
    few = build(IntermediateValues(), study_of(trials[300:500]))
    assert {trace["mode"] for trace in few.figure["data"]} == {"lines+markers"}


def test_whether_it_suits() -> None:
    assert IntermediateValues().suits(study_of([Row(reports={0: 1.0})]))
    assert not IntermediateValues().suits(study_of([Row((1.0,))]))


def style(trace: dict[str, Any]) -> tuple[Any, ...]:
    return trace["line"]["width"], trace["marker"]["size"], trace["opacity"]


def test_the_best_stands_out_of_a_crowd() -> None:
    trials = [Row((float(n),), reports=reports(1.0, 2.0)) for n in range(60)]
    result = build(IntermediateValues(), study_of(trials))
    (crowd,), (best,) = traces_of(result, "complete"), traces_of(result, "best")
    assert all(few <= many for few, many in zip(style(crowd), style(best)))
    assert style(crowd) != style(best)
    assert result.figure["data"][-1] is best

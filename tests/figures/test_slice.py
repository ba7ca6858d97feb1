"""Slices: as ``optuna.visualization`` draws them, and what it does not."""

from math import inf
from pathlib import Path
from typing import Any

import optuna
import pytest

from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.options import OptionError
from optuna_dashboard.figures.slice import Slice
from optuna_dashboard.figures.thin import MOST_POINTS
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import FloatDistribution
from optuna_dashboard.study.states import TrialState
from tests.figures.column_reader import Row, study_of
from tests.figures.conftest import (
    READABLE,
    MakeStudy,
    has_equal_choices,
    optuna_studies,
    with_params,
)
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import build, decode, points_of, traces_of

SPACE = FloatDistribution(0.0, 10.0)


def at(x: float, value: float, **rest: Any) -> Row:
    return Row((value,), params={"x": (x, SPACE)}, **rest)


def held_against_optuna(study: optuna.Study, target: str = "value:0") -> None:
    ours = from_optuna(study)
    for param in ours.param_names:
        if has_equal_choices(study, param):
            continue
        result = build(Slice(), ours, param=f"param:{param}", target=target)
        figure = optuna.visualization.plot_slice(
            study, [param], target=optunas_target(target), target_name=target
        )
        feasible, *infeasible = figure.data or ({},)
        labels = result.figure["layout"]["xaxis"].get("labelalias")
        assert drawn(result, "trial-number", labels) == optunas(feasible)
        if not labels:  # Optuna draws no infeasible trial on an axis of choices
            expected = optunas(infeasible[0] if infeasible else {})
            assert drawn(result, "infeasible", labels) == expected
        for trace in traces_of(result, "trial-number"):
            assert decode(trace["marker"]["color"]) == decode(trace["meta"]["numbers"])
        if figure.data:
            assert (figure.layout.xaxis.type == "log") == (
                result.figure["layout"]["xaxis"]["type"] == "log"
            )


def optunas_target(target: str) -> Any:
    if target.startswith("attr:"):
        return lambda trial: trial.user_attrs[target.removeprefix("attr:")]
    return lambda trial: trial.values[int(target.removeprefix("value:"))]


def drawn(result: FigureResult, role: str, labels: Any) -> list[tuple[Any, float]]:
    points = [point[1:] for point in points_of(result, role)]
    named = [(labels[f"{x:g}"] if labels else x, y) for x, y in points]
    return sorted(named, key=str)


def optunas(trace: Any) -> list[tuple[Any, float]]:
    points = list(zip(trace["x"], trace["y"])) if trace else []
    return sorted(((label(x), y) for x, y in points), key=str)


def label(x: Any) -> Any:
    """What we write for a choice that Optuna writes as Python does."""
    if not isinstance(x, str):
        return x
    known = {"True": "true", "False": "false", "None": "null", "''": "(empty text)"}
    return known.get(x, x.strip("'"))


@pytest.mark.parametrize("direction", ["minimize", "maximize"])
def test_parameters_of_every_kind(make_study: MakeStudy, direction: str) -> None:
    held_against_optuna(with_params(make_study(direction, constrained=True)))


@pytest.mark.parametrize("target", ["value:1", "attr:accuracy"])
def test_every_target(make_study: MakeStudy, target: str) -> None:
    held_against_optuna(with_params(make_study("minimize", "maximize")), target)


@pytest.mark.parametrize("fixture", READABLE)
def test_fixtures(fixture: str, tmp_path: Path) -> None:
    for study in optuna_studies(fixture, tmp_path):
        held_against_optuna(study)


def test_a_figure_in_full() -> None:
    result = build(Slice(), study_of([at(1.0, 5.0), Row(state=TrialState.FAIL)]))
    numbers = {"dtype": "i4", "bdata": "AAAAAA=="}
    assert result.figure == {
        "data": [
            {
                "type": "scatter",
                "name": "Complete",
                "legendgroup": "1 trial-number",
                "legendrank": 1002,
                "x": {"dtype": "f8", "bdata": "AAAAAAAA8D8="},
                "y": {"dtype": "f8", "bdata": "AAAAAAAAFEA="},
                "customdata": numbers,
                "hovertemplate": "Trial %{customdata:d}<br>x: %{x:.6~g}"
                "<br>Objective Value: %{y:.6~g}<extra>Complete</extra>",
                "meta": {"role": "trial-number", "study": 1, "numbers": numbers},
                "mode": "markers",
                "marker": {
                    "symbol": "circle",
                    "size": 8,
                    "color": numbers,
                    "coloraxis": "coloraxis",
                },
                "showlegend": False,
            }
        ],
        "layout": {
            "xaxis": {"title": {"text": "x"}, "type": "linear"},
            "yaxis": {"title": {"text": "Objective Value"}, "type": "linear"},
            "coloraxis": {"colorbar": {"title": {"text": "Trial"}}},
            "showlegend": False,
        },
    }
    assert result.notes == ["Not drawn: 1 failed."]


def test_what_cannot_be_drawn_is_counted() -> None:
    trials = [
        at(1.0, inf),
        at(2.0, -1.0),
        at(3.0, 4.0),
        Row((5.0,)),
        Row(),
        at(4.0, 1.0, state=TrialState.PRUNED),
        at(5.0, 2.0, feasible=False),
    ]
    result = build(Slice(), study_of(trials), log="true", pruned="true")
    assert result.notes == [
        "Not drawn: 1 without a value, 1 with an infinite value, "
        "1 at or below 0, which a log axis cannot show and 1 without this parameter."
    ]
    assert points_of(result, "trial-number") == [(2, 3.0, 4.0)]
    assert points_of(result, "pruned") == [(5, 4.0, 1.0)]
    assert points_of(result, "infeasible") == [(6, 5.0, 2.0)]
    assert (result.shown, result.total) == (3, 7)
    assert result.figure["layout"]["showlegend"] is True
    in_legend = [trace["name"] for trace in result.figure["data"] if trace["showlegend"]]
    assert in_legend == ["Pruned", "Infeasible"]
    fewer = build(Slice(), study_of(trials), infeasible="false")
    assert points_of(fewer, "trial-number") == [(1, 2.0, -1.0), (2, 3.0, 4.0)]
    assert fewer.shown == 2


@pytest.mark.parametrize(
    ("direction", "best", "numbers"),
    [
        (Direction.MINIMIZE, "10", list(range(10))),
        (Direction.MAXIMIZE, "5%", [38, 39]),
        (Direction.MAXIMIZE, "1000", list(range(40))),
    ],
)
def test_only_the_best(direction: Direction, best: str, numbers: list[int]) -> None:
    trials = [at(1.0, float(n)) for n in range(40)]
    trials += [at(1.0, n, feasible=False) for n in (-9.0, 99.0)]
    trials += [at(1.0, n, state=TrialState.PRUNED) for n in (-9.0, 99.0)]
    result = build(Slice(), study_of(trials, direction), best=best, pruned="true")
    assert [point[0] for point in points_of(result, "trial-number")] == numbers
    assert result.shown == len(numbers)
    assert result.notes == [
        f"The best {len(numbers)} trials by Objective Value, of 40 that are complete and feasible."
    ]


def test_the_best_by_an_attribute_are_those_by_the_first_objective() -> None:
    trials = [
        Row((float(n), 0.0), user_attrs={"a": -n}, params={"x": (1.0, SPACE)}) for n in range(20)
    ]
    study = study_of(trials, Direction.MAXIMIZE, Direction.MINIMIZE)
    result = build(Slice(), study, target="attr:a", best="10")
    assert [point[0] for point in points_of(result, "trial-number")] == list(range(10, 20))
    assert "The best 10 trials by Objective 0, " in result.notes[0]


def test_all_parameters_side_by_side() -> None:
    params = [f"p{n:02}" for n in range(14)]
    trials = [Row((float(n),), params=dict.fromkeys(params[n:], (1.0, SPACE))) for n in range(6)]
    result = build(Slice(), study_of(trials), param="all")
    layout = result.figure["layout"]
    assert [layout[f"xaxis{n}"]["title"]["text"] for n in range(2, 11)] == params[1:10]
    assert [layout[axis]["anchor"] for axis in ("yaxis", "yaxis2")] == ["x", "x6"]
    assert layout["xaxis7"]["anchor"] == "y2"
    assert layout["yaxis2"]["matches"] == "y"
    assert layout["yaxis"]["domain"][1] == layout["xaxis5"]["domain"][1] == 1
    assert layout["yaxis2"]["domain"][0] == layout["xaxis"]["domain"][0] == 0
    assert "xaxis11" not in layout
    second = [t for t in result.figure["data"] if t.get("xaxis") == "x2"]
    assert [decode(t["meta"]["numbers"]) for t in second] == [[0, 1]]
    assert not result.figure["layout"]["showlegend"]
    assert result.notes == ["The first 10 of 14 parameters; others one at a time."]
    assert result.shown == 6


def test_outliers_can_be_left_out() -> None:
    trials = [at(1.0, float(n)) for n in range(20)]
    trials += [at(1.0, 1e9), at(1.0, -1e9)]
    result = build(Slice(), study_of(trials, Direction.MAXIMIZE), clip="true")
    low, high = result.figure["layout"]["yaxis"]["range"]
    assert -1e9 < low < 0
    assert high > 1e9  # the best trial stays in sight
    assert "Outliers lie outside the value axis; zoom out to see them." in result.notes


def test_a_large_study_is_thinned() -> None:
    n_trials = MOST_POINTS + 10_000
    trials = [at((n % 977) / 100, 1.0 + n % 7919) for n in range(n_trials)]
    trials[55_555] = at(5.0, 0.5)
    trials[66_666] = at(10.0, 5.0)
    result = build(Slice(), study_of(trials))
    (trace,) = result.figure["data"]
    numbers = decode(trace["meta"]["numbers"])
    assert {0, 55_555, 66_666} <= set(numbers)
    assert 0.9 * MOST_POINTS < len(numbers) <= MOST_POINTS + 10
    assert trace["type"] == "scattergl"
    assert result.shown == len(numbers)
    assert result.notes[0].startswith(f"Thinned from {n_trials:,} points")


def test_whether_it_suits() -> None:
    assert Slice().suits(study_of([at(1.0, 1.0)]))
    assert not Slice().suits(study_of([Row((1.0,))]))


def test_unknown_parameters_are_refused() -> None:
    with pytest.raises(OptionError, match="param cannot be"):
        build(Slice(), study_of([at(1.0, 1.0)]), param="x")


@pytest.mark.parametrize("param", ["param:x", "all"])
def test_nothing_to_draw(param: str) -> None:
    result = build(Slice(), study_of([at(1.0, inf)]), param=param)
    assert result.figure["data"] == []
    assert result.notes == [
        "No trial has what this figure draws.",
        "Not drawn: 1 with an infinite value.",
    ]

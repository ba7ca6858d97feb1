"""A scatter matrix shows what the study has, column by column."""

from math import inf, isnan
from typing import Any

import pytest

from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.options import split_choices
from optuna_dashboard.figures.scatter_matrix import ScatterMatrix
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import CategoricalDistribution, FloatDistribution
from optuna_dashboard.study.states import TrialState
from tests.figures.column_reader import Row, study_of
from tests.figures.conftest import MakeStudy, with_params
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import build, decode, traces_of

SPACE = FloatDistribution(0.0, 10.0)
LOG = FloatDistribution(1e-4, 1.0, log=True)
CHOICES = CategoricalDistribution(("a", "b", "c"))


def row(value: float, x: float | None, **rest: Any) -> Row:
    params = {} if x is None else {"x": (x, SPACE)}
    return Row((value,), params={**params, **rest.pop("params", {})}, **rest)


def columns(result: FigureResult, role: str) -> dict[str, list[float | None]]:
    (trace,) = traces_of(result, role)
    assert trace["type"] == "splom"
    return {
        key: [None if isnan(v) else v for v in decode(dimension["values"])]
        for key, dimension in zip(split_choices(str(result.applied["axes"])), trace["dimensions"])
    }


def test_a_figure_in_full() -> None:
    trials = [
        row(5.0, 1.0, params={"c": ("b", CHOICES), "l": (0.01, LOG)}),
        row(3.0, None, params={"c": ("a", CHOICES), "l": (0.1, LOG)}),
        row(9.0, 2.0, params={"c": ("c", CHOICES), "l": (1.0, LOG)}, feasible=False),
    ]
    result = build(ScatterMatrix(), study_of(trials), axes="param:x,param:c,param:l")
    infeasible, complete = result.figure["data"]
    assert infeasible["meta"]["role"] == "infeasible"
    assert columns(result, "infeasible") == {"param:x": [2], "param:c": [2], "param:l": [1]}
    assert columns(result, "value") == {
        "param:x": [1, None],
        "param:c": [1, 0],
        "param:l": [0.01, 0.1],
    }
    assert decode(complete["marker"].pop("color")) == [5.0, 3.0]
    assert complete.pop("dimensions")[0]["label"] == "x"
    numbers = {"dtype": "i4", "bdata": "AAAAAAEAAAA="}
    assert complete == {
        "type": "splom",
        "name": "Complete",
        "legendgroup": "1 value",
        "legendrank": 1002,
        "customdata": numbers,
        "hovertemplate": "Trial %{customdata:d}<br>%{xaxis.title.text}: %{x}"
        "<br>%{yaxis.title.text}: %{y}<extra>Complete</extra>",
        "diagonal": {"visible": False},
        "showupperhalf": False,
        "showlegend": False,
        "marker": {"symbol": "circle", "size": 6, "coloraxis": "coloraxis"},
        "meta": {
            "role": "value",
            "study": 1,
            "numbers": numbers,
        },
    }
    categories = {
        "title": {"text": "c"},
        "type": "linear",
        "tick0": 0,
        "dtick": 1,
        "labelalias": {"0": "a", "1": "b", "2": "c"},
    }
    said = result.figure["layout"].pop("meta")["axes"]
    assert [axis["name"] for axis in said.values()] == [
        f"params.{name}" for name in ("x", "x", "c", "c", "l", "l")
    ]
    assert list(said) == ["x", "y", "x2", "y2", "x3", "y3"]
    assert result.figure["layout"] == {
        "xaxis": {"title": {"text": "x"}, "type": "linear"},
        "xaxis2": categories,
        "yaxis2": categories,
        "yaxis3": {"title": {"text": "l (log scale)"}, "type": "log"},
        "coloraxis": {
            "colorbar": {"title": {"text": "Objective Value"}},
            "reversescale": True,
        },
        "showlegend": True,
    }
    assert result.notes == ["Not in every panel, where they lack x: 1 trial."]
    assert (result.shown, result.total) == (3, 3)


def test_every_column_of_a_study(make_study: MakeStudy) -> None:
    optunas = with_params(make_study("minimize", n_trials=0))
    study = from_optuna(optunas)
    axes = "value:0,param:float,param:log,attr:accuracy,number"
    result = build(ScatterMatrix(), study, axes=axes, color="number")
    trials = [
        trial
        for trial in optunas.trials
        if trial.state.name == "COMPLETE" and trial.value is not None and trial.value < inf
    ]
    feasible = [t for t in trials if all(value <= 0 for value in t.constraints.values())]
    assert columns(result, "trial-number") == {
        "value:0": [t.value for t in feasible],
        "param:float": [t.params["float"] for t in feasible],
        "param:log": [t.params["log"] for t in feasible],
        "attr:accuracy": [t.user_attrs["accuracy"] for t in feasible],
        "number": [t.number for t in feasible],
    }
    assert result.shown == len(trials)
    (trace,) = traces_of(result, "trial-number")
    assert decode(trace["marker"]["color"]) == [t.number for t in feasible]


def test_what_is_drawn_at_first() -> None:
    params = {f"p{n}": (1.0, SPACE) for n in range(9)}
    study = study_of([Row((1.0, 2.0), params=params)], Direction.MINIMIZE, Direction.MAXIMIZE)
    result = build(ScatterMatrix(), study)
    assert list(columns(result, "value")) == [
        "value:0",
        "value:1",
        "param:p0",
        "param:p1",
        "param:p2",
    ]


def test_what_cannot_be_drawn_is_counted() -> None:
    trials = [
        row(1.0, 1.0),
        row(inf, 1.0),
        Row(params={"x": (1.0, SPACE)}),
        row(2.0, 1.0, state=TrialState.PRUNED),
        Row(state=TrialState.FAIL),
    ]
    result = build(ScatterMatrix(), study_of(trials), pruned="true")
    assert result.notes == ["Not drawn: 1 failed, 1 without a value and 1 with an infinite value."]
    assert columns(result, "pruned") == {"value:0": [2], "param:x": [1]}
    assert columns(result, "value") == {"value:0": [1], "param:x": [1]}


def test_scales() -> None:
    trials = [row(1.0, 0.0, params={"l": (0.1, LOG)}), row(2.0, 1.0, params={"l": (1.0, LOG)})]
    study = study_of(trials)
    result = build(
        ScatterMatrix(),
        study,
        axes="param:l,value:0,param:x",
        log="value:0,param:x",
        log_params="false",
    )
    layout = result.figure["layout"]
    types = [layout[axis]["type"] for axis in ("xaxis", "xaxis2", "yaxis3")]
    assert types == ["linear", "log", "linear"]
    assert result.notes == ["Not on a log scale, for their values do not allow it: x."]


def test_only_the_best() -> None:
    trials = [row(float(n), 1.0) for n in range(40)]
    result = build(ScatterMatrix(), study_of(trials), best="10%")
    assert columns(result, "value")["value:0"] == [0, 1, 2, 3]


def test_a_large_study_is_thinned() -> None:
    names = [f"p{n}" for n in range(9)]
    trials = [
        Row((float(n),), params=dict.fromkeys(names, (n * 7919 % 9973 / 1000, SPACE)))
        for n in range(9_000)
    ]
    trials[7_777] = Row((-1.0,), params=dict.fromkeys(names, (10.0, SPACE)))
    axes = ",".join(["value:0", *(f"param:{name}" for name in names)])
    result = build(ScatterMatrix(), study_of(trials), axes=axes)
    (trace,) = result.figure["data"]
    numbers = decode(trace["meta"]["numbers"])
    assert {0, 7_777, 8_999} <= set(numbers)
    assert 2_000 < len(numbers) <= 2_250  # times 45 panels
    assert result.shown == len(numbers)
    assert result.notes[0].startswith("Thinned from 9,000 points a panel")


@pytest.mark.parametrize("axes", ["", "param:x"])
def test_two_axes_are_needed(axes: str) -> None:
    result = build(ScatterMatrix(), study_of([row(1.0, 1.0)]), axes=axes)
    assert (result.figure["data"], result.shown) == ([], 0)
    assert result.notes == ["Choose two axes or more."]


@pytest.mark.parametrize("trials", [[], [Row()], [row(inf, 1.0)]])
def test_nothing_to_draw(trials: list[Row]) -> None:
    result = build(ScatterMatrix(), study_of(trials), axes="value:0,number")
    assert result.figure["data"] == []
    assert result.notes


def test_whether_it_suits() -> None:
    assert ScatterMatrix().suits(study_of([]))

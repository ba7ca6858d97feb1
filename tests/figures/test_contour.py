"""Contours: as ``optuna.visualization`` draws them, and what it does not."""

from itertools import product
from math import inf, isnan
from pathlib import Path
from sys import float_info
from typing import Any

import optuna
import pytest

from optuna_dashboard.figures.contour import Contour
from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    FloatDistribution,
    IntDistribution,
)
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study
from tests.figures.column_reader import Row, study_of
from tests.figures.conftest import (
    READABLE,
    MakeStudy,
    has_equal_choices,
    optuna_studies,
    with_params,
)
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import Trace, build, decode, points_of, traces_of

UNIT = FloatDistribution(0.0, 1.0)
LOG = FloatDistribution(1e-4, 1.0, log=True)
INT = IntDistribution(0, 100)
CHOICES = CategoricalDistribution(("b", "a"))
NAMES = {"True": "true", "False": "false", "None": "null", "": "(empty text)"}


def at(x: Any, y: Any, value: float, **rest: Any) -> Row:
    pairs = {name: _typed(v) for name, v in (("x", x), ("y", y)) if v is not None}
    return Row((value,), params=pairs, **rest)


def _typed(value: Any) -> tuple[Any, Distribution]:
    if isinstance(value, str):
        return value, CHOICES
    return value, INT if isinstance(value, int) else UNIT


def surface(result: FigureResult) -> Trace:
    (trace,) = traces_of(result, "surface")
    return trace


def cells(trace: Any, labels: tuple[Any, Any]) -> dict[tuple[Any, Any], float]:
    """(x, y) -> value, the empty cells left out; places of choices as their labels."""
    x, y, z = decode(trace["x"]), decode(trace["y"]), decode(trace["z"])
    columns, rows = (
        [named[f"{place:g}"] for place in places] if named else places
        for places, named in zip((x, y), labels)
    )
    return {
        (column, row): value
        for row, line in zip(rows, z)
        for column, value in zip(columns, line)
        if not isnan(value)
    }


def labels_of(result: FigureResult) -> tuple[Any, Any]:
    layout = result.figure["layout"]
    return layout["xaxis"].get("labelalias"), layout["yaxis"].get("labelalias")


def held_against_optuna(study: optuna.Study, target: str = "value:0") -> int:
    """Every pair of parameters; returns how many had a surface."""
    ours = from_optuna(study)
    names = [name for name in ours.param_names if not has_equal_choices(study, name)]
    held = 0
    for x, y in product(names, names):
        if x >= y:
            continue
        figure = optunas_figure(study, [x, y], target)
        result = build(Contour(), ours, x=f"param:{x}", y=f"param:{y}", target=target)
        if not figure.data or figure.data[0].z is None:
            assert not traces_of(result, "surface")
            continue
        held += 1
        assert_equal(result, figure)
    return held


def optunas_figure(study: optuna.Study, params: list[str], target: str) -> Any:
    """Of the trials that have both parameters: Optuna makes room for the others, too."""
    single = len(study.directions) == 1 and target == "value:0"
    fewer = optuna.create_study(directions=study.directions)
    complete = study.get_trials(states=(optuna.trial.TrialState.COMPLETE,))
    fewer.add_trials([trial for trial in complete if set(params) <= set(trial.params)])
    value_of = None if single else _value_of(target)
    return optuna.visualization.plot_contour(fewer, params, target=value_of, target_name="t")


def _value_of(target: str) -> Any:
    if target.startswith("attr:"):
        return lambda trial: trial.user_attrs[target.removeprefix("attr:")]
    return lambda trial: trial.values[int(target[-1])]


def assert_equal(result: FigureResult, figure: Any) -> None:
    contour, feasible, infeasible = figure.data
    labels = labels_of(result)
    ours = cells(surface(result), labels)
    expected = {
        (named(column, labels[0]), named(row, labels[1])): value
        for row, line in zip(contour.y, contour.z)
        for column, value in zip(contour.x, line)
        if not isnan(value)
    }
    assert ours == expected
    if not labels[0]:
        assert decode(surface(result)["x"]) == pytest.approx(list(contour.x))
        layout = result.figure["layout"]
        assert layout["xaxis"]["range"] == pytest.approx(list(figure.layout.xaxis.range))
        assert (layout["xaxis"]["type"] == "log") == (figure.layout.xaxis.type == "log")
    assert result.figure["layout"]["coloraxis"]["reversescale"] in (contour.reversescale, False)
    for role, trace in (("over-surface", feasible), ("infeasible", infeasible)):
        points = [
            (place(x, labels[0]), place(y, labels[1])) for _, x, y in points_of(result, role)
        ]
        wanted = [(named(x, labels[0]), named(y, labels[1])) for x, y in zip(trace.x, trace.y)]
        assert sorted(points, key=str) == sorted(wanted, key=str)


def named(value: Any, labels: Any) -> Any:
    """Our label for a choice that Optuna writes as Python does."""
    return NAMES.get(value, value) if labels else value


def place(value: float, labels: Any) -> Any:
    return labels[f"{value:g}"] if labels else value


@pytest.mark.parametrize("direction", ["minimize", "maximize"])
def test_parameters_of_every_kind(make_study: MakeStudy, direction: str) -> None:
    assert held_against_optuna(with_params(make_study(direction, n_trials=0))) >= 21


def test_every_target(make_study: MakeStudy) -> None:
    study = make_study("minimize", "maximize", n_trials=0)
    for number in range(20):
        trial = study.ask()
        trial.suggest_float("x", 0, 1)
        trial.suggest_float("y", 1, 100, log=True)
        trial.set_user_attr("a", number / 7)
        study.tell(trial, [number, -number])
    assert held_against_optuna(study, "value:1")
    assert held_against_optuna(study, "attr:a")


@pytest.mark.parametrize("fixture", READABLE)
def test_fixtures(fixture: str, tmp_path: Path) -> None:
    studies = [s for s in optuna_studies(fixture, tmp_path) if len(s.directions) == 1]
    assert sum(held_against_optuna(study) for study in studies)


def square(n: int = 3) -> list[Row]:
    return [at(x / 4, y / 4, float(x + y)) for x in range(n) for y in range(n)]


def test_a_figure_in_full() -> None:
    trials = [at(0.0, "b", 1.0), at(1.0, "a", 2.0), at(0.5, "a", 3.0, feasible=False)]
    result = build(Contour(), study_of(trials))
    contour, infeasible, complete = result.figure["data"]
    assert decode(contour.pop("x")) == [-0.05, 0.0, 0.5, 1.0, 1.05]
    assert decode(contour.pop("y")) == [0.0, 1.0]
    assert cells({**contour, "x": range(5), "y": range(2)}, (None, None)) == {
        (1, 0): 1.0,
        (3, 1): 2.0,
        (2, 1): 3.0,
    }
    assert contour.pop("z")["shape"] == "2,5"
    assert contour == {
        "type": "contour",
        "name": "Surface",
        "connectgaps": True,
        "contours": {"coloring": "heatmap"},
        "line": {"smoothing": 1.3, "width": 0.5},
        "coloraxis": "coloraxis",
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": {"role": "surface", "study": 1, "numbers": {"dtype": "i4", "bdata": ""}},
    }
    assert (infeasible["meta"]["role"], complete["meta"]["role"]) == ("infeasible", "over-surface")
    assert complete["text"] == ["1", "2"]
    assert complete["hovertemplate"] == (
        "Trial %{customdata:d}<br>x: %{x:.6~g}<br>y: %{y}<br>Objective Value: %{text}"
        "<extra>Complete</extra>"
    )
    assert result.figure["layout"] == {
        "showlegend": True,
        "xaxis": {"title": {"text": "x"}, "type": "linear", "range": [-0.05, 1.05]},
        "yaxis": {
            "title": {"text": "y"},
            "type": "linear",
            "range": [-0.5, 1.5],
            "tick0": 0,
            "dtick": 1,
            "labelalias": {"0": "b", "1": "a"},
        },
        "coloraxis": {
            "colorbar": {"title": {"text": "Objective Value"}},
            "reversescale": True,
        },
    }
    assert (result.shown, result.notes) == (3, [])


@pytest.mark.parametrize(
    ("cell", "direction", "value", "how"),
    [
        ("best", Direction.MINIMIZE, 1.0, "best"),
        ("best", Direction.MAXIMIZE, 6.0, "best"),
        ("mean", Direction.MAXIMIZE, 3.0, "mean"),
    ],
)
def test_where_trials_meet(cell: str, direction: Direction, value: float, how: str) -> None:
    trials = [*square(), at(0.0, 0.0, 6.0), at(0.0, 0.0, 2.0), at(0.0, 0.0, 1.0), at(0, 0, 3.0)]
    trials = trials[1:]
    result = build(Contour(), study_of(trials, direction), cell=cell)
    assert cells(surface(result), (None, None))[0.0, 0.0] == value
    assert result.notes == [
        f"Where trials have the same two parameters, the {how} value is drawn."
    ]
    reverse = result.figure["layout"]["coloraxis"]["reversescale"]
    assert reverse is (direction is Direction.MINIMIZE)


def test_the_mean_of_the_largest_numbers() -> None:
    """What programs return for a failure."""
    largest = float_info.max
    trials = [*square(), *(at(0.0, 0.0, largest) for _ in range(2))][1:]
    result = build(Contour(), study_of(trials), cell="mean")
    assert cells(surface(result), (None, None))[0.0, 0.0] == largest


def test_zero_is_a_value_like_any_other() -> None:
    result = build(Contour(), study_of([Row(state=TrialState.FAIL), *square(), at(0, 0, 9.0)]))
    assert (1, 0.0, 0.0) in points_of(result, "over-surface")


def test_many_trials_are_gathered_on_a_grid() -> None:
    trials = [at(n / 999, (n * 7 % 50), 1.0 + n % 3) for n in range(1_000)]
    trials[500] = at(0.5, 25, 0.5)
    result = build(Contour(), study_of(trials))
    trace = surface(result)
    x, y = decode(trace["x"]), decode(trace["y"])
    assert len(x) == 18  # half the square root of the number of trials, and both ends
    assert y[1:-1] == list(range(50))  # few different values stay what they are
    step = x[2] - x[1]
    found = cells(trace, (None, None))
    for (column, row), value in found.items():
        near, nearly = (
            [
                1.0 + n % 3 if n != 500 else 0.5
                for n in range(1_000)
                if abs((n / 999 if n != 500 else 0.5) - column) <= step / 2 + room
                and (n * 7 % 50 if n != 500 else 25) == row
            ]
            for room in (-1e-9, 1e-9)
        )
        assert min(nearly) <= value <= min(near, default=inf)
    assert min(found.values()) == 0.5
    assert result.notes == [
        "Trials are gathered on a grid of 18 by 52 places: each has the best value of the trials "
        "nearest to it."
    ]


def test_a_log_axis_has_a_log_grid() -> None:
    trials = [
        Row((1.0,), params={"x": (10 ** (-4 * n / 999), LOG), "y": (n / 999, UNIT)})
        for n in range(1_000)
    ]
    result = build(Contour(), study_of(trials))
    x = decode(surface(result)["x"])
    assert x[1] == pytest.approx(1e-4)
    assert x[-2] == pytest.approx(1)
    assert x[3] / x[2] == pytest.approx(x[13] / x[12])
    assert result.figure["layout"]["xaxis"]["range"] == pytest.approx([-4.2, 0.2])


def test_large_studies_mark_some_trials() -> None:
    trials = [at(n % 97 / 97, n % 89 / 89, float(n % 1009)) for n in range(5_000)]
    trials[4_321] = at(0.5, 0.5, -1.0)
    result = build(Contour(), study_of(trials))
    numbers = [point[0] for point in points_of(result, "over-surface")]
    assert len(numbers) == 2_000
    assert 4_321 in numbers
    assert result.shown == 5_000
    assert "Of the trials, 2,000 are marked: the best, others at equal distances." in result.notes
    without = build(Contour(), study_of(trials), points="false")
    assert [trace["type"] for trace in without.figure["data"]] == ["contour"]


def test_only_the_best() -> None:
    trials = [at(n % 97 / 97, n % 89 / 89, float(n)) for n in range(100)]
    result = build(Contour(), study_of(trials), best="10")
    assert [point[0] for point in points_of(result, "over-surface")] == list(range(10))
    assert result.shown == 10
    assert result.notes == [
        "The best 10 trials by Objective Value, of 100 that are complete and feasible."
    ]


def test_what_cannot_be_drawn_is_counted() -> None:
    trials = [
        *square(),
        at(0.5, 0.5, inf),
        at(None, 0.5, 1.0),
        at(0.5, None, 1.0),
        Row(),
        Row(state=TrialState.RUNNING),
        at(0.1, 0.1, 1.0, feasible=False),
        at(0.1, 0.1, 1.0, state=TrialState.PRUNED),
    ]
    result = build(Contour(), study_of(trials), log="true", infeasible="false")
    assert result.notes == [
        "Not drawn: 1 running, 1 without a value, 1 with an infinite value, "
        "1 at or below 0, which a log axis cannot show, 1 without x and 1 without y."
    ]
    assert result.shown == 8


def test_a_log_scale_of_colours() -> None:
    trials = [at(x / 4, y / 4, 10.0 ** (x + y)) for x in range(3) for y in range(3)]
    result = build(Contour(), study_of(trials), log="true")
    assert cells(surface(result), (None, None))[0.5, 0.5] == pytest.approx(4)
    bar = result.figure["layout"]["coloraxis"]["colorbar"]
    assert bar["tickvals"] == [0, 1, 2, 3, 4]
    assert bar["ticktext"] == ["1", "10", "100", "1000", "10000"]


def test_outliers_can_be_left_out() -> None:
    trials = [*square(4), at(1.0, 1.0, 1e9)]
    result = build(Contour(), study_of(trials), clip="true")
    color_axis = result.figure["layout"]["coloraxis"]
    assert color_axis["cmin"] < 0
    assert 6 < color_axis["cmax"] < 7
    assert result.notes == ["Outliers have the colour of the end of the scale."]


def same(n: int) -> Study:
    return study_of([at(n, 3, 1.0), at(n + 1, 3, 2.0)])


def test_a_constant_parameter_has_no_surface() -> None:
    result = build(Contour(), same(1))
    assert not traces_of(result, "surface")
    assert points_of(result, "over-surface") == [(0, 1, 3), (1, 2, 3)]
    assert result.notes == ["There is no surface: y has only one value."]


def test_two_different_parameters_are_needed() -> None:
    result = build(Contour(), same(1), y="param:x")
    assert result.figure["data"] == []
    assert result.notes == ["Choose two different parameters."]


def test_nothing_to_draw() -> None:
    result = build(Contour(), study_of([at(0.5, 0.5, inf)]))
    assert (result.figure["data"], result.shown) == ([], 0)
    assert result.notes[0] == "No trial has what this figure draws."


def test_whether_it_suits() -> None:
    assert Contour().suits(same(1))
    assert not Contour().suits(study_of([at(0.5, None, 1.0)]))

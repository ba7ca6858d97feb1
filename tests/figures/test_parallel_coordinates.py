"""Parallel coordinates: as ``optuna.visualization`` draws them, and what it does not."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from math import inf, isfinite
from pathlib import Path
from typing import Any

import optuna
import pytest

from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.options import join_choices
from optuna_dashboard.figures.parallel_coordinates import ParallelCoordinates
from optuna_dashboard.study.columns import ParamColumn
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import CategoricalDistribution, FloatDistribution
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study
from tests.figures.column_reader import ColumnReader, Row, study_of
from tests.figures.conftest import (
    READABLE,
    MakeStudy,
    has_equal_choices,
    optuna_studies,
    with_params,
)
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import Trace, build, decode

# What we write for what Optuna writes; it writes None for a missing value, too.
NAMES = {"True": "true", "False": "false", "None": "null", "": "(empty text)"}
SPACE = FloatDistribution(0.0, 10.0)
LOG = FloatDistribution(1e-4, 1.0, log=True)
CHOICES = CategoricalDistribution(("a", "b", "c"))


def the_trace(result: FigureResult) -> Trace:
    (trace,) = result.figure["data"]
    return dict(trace)


def lines(result: FigureResult) -> "Counter[tuple[str, ...]]":
    """Every line as the texts of its values."""
    if not result.figure["data"]:
        return Counter()
    columns = []
    for dimension, axis in zip(the_trace(result)["dimensions"], axes(result)):
        ticks = dict(zip(dimension.get("tickvals", []), dimension.get("ticktext", [])))
        columns.append([text_of(value, axis, ticks) for value in decode(dimension["values"])])
    return Counter(zip(*columns))


def axes(result: FigureResult) -> list[dict[str, Any]]:
    """What is said of the axes, from left to right."""
    said = result.figure["layout"]["meta"]["axes"]
    return [said[str(place)] for place in range(len(said))]


def text_of(value: float, axis: dict[str, Any], ticks: dict[float, str]) -> str:
    if value == axis["missing"] or axis["kind"] == "choice":
        return "null" if ticks[value] == "(none)" else ticks[value]
    return f"{10**value if axis['exponents'] else value:.3g}"


def optunas(figure: Any) -> "Counter[tuple[str, ...]]":
    drawn = [trace for trace in figure.data if trace.customdata is not None]
    return Counter(tuple(optunas_text(text) for _, text in trace.customdata) for trace in drawn)


def optunas_text(text: str) -> str:
    return NAMES.get(text.removesuffix(" (value)"), text)


def held_against_optuna(study: optuna.Study) -> None:
    # Optuna has no axis for a parameter that no drawn trial has.
    drawn = study.get_trials(states=(optuna.trial.TrialState.COMPLETE,))
    params = {name for t in drawn if all(map(isfinite, t.values)) for name in t.params}
    keys = [f"value:{i}" for i in range(len(study.directions))]
    keys += [f"param:{name}" for name in sorted(params)]
    result = build(ParallelCoordinates(), from_optuna(study), axes=join_choices(keys))
    figure = optuna.visualization.plot_parallel_coordinate(study)
    assert lines(result) == optunas(figure)
    if figure.data:
        titles = [dimension["label"].removesuffix(" (log)") for dimension in dimensions(result)]
        expected = [str(text) for text in figure.layout.xaxis.ticktext]
        assert [title[:17] for title in titles] == [text[:17] for text in expected]


def dimensions(result: FigureResult) -> list[dict[str, Any]]:
    return list(the_trace(result)["dimensions"])


@pytest.mark.parametrize("directions", [("minimize",), ("minimize", "maximize")])
def test_parameters_of_every_kind(make_study: MakeStudy, directions: tuple[str, ...]) -> None:
    study = make_study(*directions, n_trials=0)
    held_against_optuna(with_params(study))


@pytest.mark.parametrize("fixture", READABLE)
def test_fixtures(fixture: str, tmp_path: Path) -> None:
    held = 0
    for study in optuna_studies(fixture, tmp_path):
        params = {name for trial in study.trials for name in trial.params}
        if params and not any(has_equal_choices(study, name) for name in params):
            held_against_optuna(study)
            held += 1
    assert held


def row(value: float, x: float, **rest: Any) -> Row:
    return Row((value,), params={"x": (x, SPACE), **rest.pop("params", {})}, **rest)


def test_a_figure_in_full() -> None:
    trials = [row(5.0, 1.0), row(3.0, 2.0, params={"c": ("b", CHOICES), "l": (0.01, LOG)})]
    result = build(ParallelCoordinates(), study_of(trials), axes="param:c,value:0,param:l")
    trace = the_trace(result)
    numbers = trace["meta"].pop("numbers")
    assert decode(numbers) == [0, 1]  # the best last, above the other
    assert decode(trace["line"].pop("color")) == [5.0, 3.0]
    values = [decode(dimension.pop("values")) for dimension in trace["dimensions"]]
    assert values == [[-1.0, 1.0], [5.0, 3.0], [-3.0, -2.0]]
    assert trace == {
        "type": "parcoords",
        "name": "Complete",
        "dimensions": [
            {
                "label": "c",
                "range": [-1.0, 2.0],
                "tickvals": [-1.0, 0.0, 1.0, 2.0],
                "ticktext": ["(none)", "a", "b", "c"],
            },
            {"label": "Objective Value", "range": [3.0, 5.0]},
            {
                "label": "l (log)",
                "range": [-3.0, -2.0],
                "tickvals": [-3.0, -2.0],
                "ticktext": ["(none)", "0.01"],
            },
        ],
        "line": {"coloraxis": "coloraxis"},
        "labelangle": 0,
        "meta": {"role": "value", "study": 1},
    }
    assert result.figure["layout"].pop("meta")["axes"] == {
        "0": {
            "name": "params.c",
            "kind": "choice",
            "choices": ['"a"', '"b"', '"c"'],
            "exponents": False,
            "missing": -1.0,
        },
        "1": {
            "name": "value",
            "kind": "number",
            "log": False,
            "exponents": False,
            "missing": None,
        },
        "2": {
            "name": "params.l",
            "kind": "number",
            "log": True,
            "exponents": True,
            "missing": -3.0,
        },
    }
    assert result.figure["layout"] == {
        "coloraxis": {
            "colorbar": {"title": {"text": "Objective Value"}},
            "reversescale": True,
        }
    }
    assert result.notes == ["Drawn at “(none)” where they lack c and l: 1 trial."]
    assert (result.shown, result.total) == (2, 2)


def test_options_at_first() -> None:
    params = {f"p{n:02}": (1.0, SPACE) for n in range(20)}
    study = study_of([Row((1.0, 1.0), params=params)], Direction.MINIMIZE, Direction.MAXIMIZE)
    result = build(ParallelCoordinates(), study)
    assert len(dimensions(result)) == 15
    assert result.applied["flip"] == "value:1"
    assert dimensions(result)[1]["range"] == [1.5, 0.5]
    assert the_trace(result)["labelangle"] == -20


def test_what_cannot_be_drawn_is_counted() -> None:
    trials = [
        row(1.0, 1.0),
        row(inf, 1.0),
        Row(params={"x": (1.0, SPACE)}),
        row(2.0, 1.0, user_attrs={"a": inf}),
        row(2.0, 1.0, state=TrialState.PRUNED),
        Row(state=TrialState.FAIL),
    ]
    study = study_of(trials)
    result = build(ParallelCoordinates(), study, axes="value:0,attr:a", pruned="true")
    assert result.notes == [
        "Not drawn: 1 failed, 1 without a value and 2 with an infinite value.",
        "Drawn at “(none)” where they lack a: 2 trials.",
    ]
    assert decode(the_trace(result)["meta"]["numbers"]) == [4, 0]
    by_attr = build(ParallelCoordinates(), study, color="attr:a")
    assert "without a colour, a" in by_attr.notes[1]


def test_scales() -> None:
    trials = [
        row(10.0, 1.0, params={"l": (0.1, LOG), "c": ("a", CHOICES)}),
        row(1000.0, 0.0, params={"l": (0.01, LOG), "c": ("b", CHOICES)}),
    ]
    study = study_of(trials)
    result = build(ParallelCoordinates(), study, log="value:0,param:x,param:c", log_params="false")
    logs = {axis["name"]: axis["exponents"] for axis in axes(result)}
    assert logs == {"value": True, "params.c": False, "params.l": False, "params.x": False}
    assert result.notes == ["Not on a log scale, for their values do not allow it: c and x."]
    color_axis = result.figure["layout"]["coloraxis"]
    assert color_axis["colorbar"]["tickvals"] == [1, 2, 3]
    assert color_axis["colorbar"]["ticktext"] == ["10", "100", "1000"]
    assert decode(the_trace(result)["line"]["color"]) == [3, 1]


@pytest.mark.parametrize(
    ("color", "colors", "reverse"),
    [
        ("number", [0, 1], False),
        ("param:c", [0, 2], False),
        ("value:1", [5, 6], False),
        ("value:0", [2, 1], True),
        ("duration", [30, 60], False),
    ],
)
def test_colour_by_any_column(color: str, colors: list[float], reverse: bool) -> None:
    noon = datetime(2024, 5, 1, 12)
    trials = [
        Row(
            (2.0 - n, 5.0 + n),
            params={"c": ("ac"[n], CHOICES)},
            start=noon,
            complete=noon + timedelta(seconds=30 + 30 * n),
        )
        for n in range(2)
    ]
    study = study_of(trials, Direction.MINIMIZE, Direction.MAXIMIZE)
    result = build(ParallelCoordinates(), study, color=color)
    trace = the_trace(result)
    assert decode(trace["line"]["color"]) == colors
    assert trace["meta"]["role"] == ("trial-number" if color == "number" else "value")
    assert result.figure["layout"]["coloraxis"]["reversescale"] is reverse
    labels = result.figure["layout"]["coloraxis"]["colorbar"].get("ticktext")
    assert labels == (["a", "b", "c"] if color == "param:c" else None)


def test_a_large_study_is_thinned() -> None:
    trials = [row(float(n), (n * 7919 % 9973) / 1000) for n in range(30_000)]
    trials[22_222] = row(100_000.0, 10.0)
    trials[25_555] = row(25_555.0, -1.0)
    result = build(ParallelCoordinates(), study_of(trials))
    numbers = decode(the_trace(result)["meta"]["numbers"])
    assert len(numbers) == len(set(numbers)) == result.shown == 5_000
    assert {22_222, 25_555, *range(1_000)} <= set(numbers)
    assert numbers[-1_000:] == list(range(999, -1, -1))
    assert result.notes == [
        "Thinned from 30,000 lines: the best 1,000 and the extremes of every axis are drawn, "
        "the others at equal distances."
    ]


def test_ten_thousand_lines_are_drawn() -> None:
    result = build(ParallelCoordinates(), study_of([row(float(n), 1.0) for n in range(10_000)]))
    assert (result.shown, result.notes) == (10_000, [])


def test_only_the_best() -> None:
    trials = [row(float(n), 1.0) for n in range(40)]
    study = study_of(trials, Direction.MAXIMIZE)
    result = build(ParallelCoordinates(), study, best="5%", color="param:x")
    assert decode(the_trace(result)["meta"]["numbers"]) == [38, 39]


@pytest.mark.parametrize("trials", [[], [Row()], [row(inf, 1.0)]])
def test_nothing_to_draw(trials: list[Row]) -> None:
    result = build(ParallelCoordinates(), study_of(trials))
    assert result.figure["data"] == []
    assert result.notes


def test_without_axes() -> None:
    result = build(ParallelCoordinates(), study_of([row(1.0, 1.0)]), axes="")
    assert result.figure["data"] == []
    assert result.notes == ["No axis is chosen."]


def test_whether_it_suits() -> None:
    assert ParallelCoordinates().suits(study_of([]))


class Watched(ColumnReader):
    """Notes how often parameters are read."""

    def __init__(self, rows: list[Row]) -> None:
        super().__init__(1, rows)
        self.passes: list[str] = []

    def param_names(self) -> list[str]:
        self.passes.append("names")
        return super().param_names()

    def params(self, names: Sequence[str]) -> list[ParamColumn]:
        self.passes.append("some")
        return [self._param(name) for name in names]

    def all_params(self) -> list[ParamColumn]:
        self.passes.append("all")
        return [self._param(name) for name in super().param_names()]


@pytest.mark.parametrize(("n_params", "passes"), [(15, ["all"]), (16, ["names", "some"])])
def test_few_parameters_are_read_in_one_pass(n_params: int, passes: list[str]) -> None:
    params = {f"p{n:02}": (1.0, SPACE) for n in range(n_params)}
    reader = Watched([Row((1.0,), params=params)])
    build(ParallelCoordinates(), Study(study_of([]).header, reader))
    assert reader.passes == passes

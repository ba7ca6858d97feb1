"""What a figure says of its axes makes filters that take in just what stands on them."""

from datetime import datetime, timedelta
from typing import Any

import optuna
import pytest

from optuna_dashboard.figures.columns import column_choices
from optuna_dashboard.figures.figure import Figure, FigureResult
from optuna_dashboard.figures.history import History
from optuna_dashboard.figures.options import join_choices
from optuna_dashboard.figures.parallel_coordinates import ParallelCoordinates
from optuna_dashboard.figures.pareto_front import ParetoFront
from optuna_dashboard.figures.scatter_matrix import ScatterMatrix
from optuna_dashboard.filter.evaluate import matching
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import CategoricalDistribution
from optuna_dashboard.study.study import Study
from tests.figures.column_reader import Row, study_of
from tests.figures.conftest import MakeStudy, with_params
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import build, decode

Axis = dict[str, Any]


def axes_of(result: FigureResult) -> dict[str, Axis]:
    return dict(result.figure["layout"]["meta"]["axes"])


def places_on(result: FigureResult, key: str) -> dict[int, Any]:
    """Where every trial stands that the figure draws on an axis, by number."""
    places: dict[int, Any] = {}
    for trace in result.figure["data"]:
        # The line of the best value, and infinite values at the edge, have places of their own.
        if trace["meta"]["role"] != "best" and "yaxis" not in trace:
            places.update(zip(decode(trace["meta"]["numbers"]), decode(items_on(trace, key))))
    return {number: p for number, p in places.items() if p == p}  # noqa: PLR0124 - NaN


def items_on(trace: dict[str, Any], key: str) -> Any:
    if trace["type"] == "splom":
        return trace["dimensions"][int(key[1:] or 1) - 1]["values"]
    return trace["dimensions"][int(key)]["values"] if "dimensions" in trace else trace[key]


def condition(axis: Axis, place: Any) -> str:
    """The trials that stand at this place, in words."""
    name = axis["name"]
    if place == axis.get("missing"):
        return f"{name} == none"
    if axis["kind"] == "choice":
        return f"{name} == {axis['choices'][int(place)]}"
    if axis["kind"] == "time":
        time = datetime.fromisoformat(place) - timedelta(seconds=axis["shift"])
        return f'{name} == "{time.isoformat(" ", "milliseconds")}"'
    if axis.get("exponents"):
        value = 10.0**place
        return f"{value * (1 - 1e-9)} <= {name} <= {value * (1 + 1e-9)}"
    return f"{name} == {place!r}"


def held_against_filters(study: Study, result: FigureResult) -> None:
    for key, axis in axes_of(result).items():
        places = places_on(result, key)
        assert places
        for place in set(places.values()):
            mask = matching(study, condition(axis, place))
            matched = {number for number, one in zip(study.index.numbers, mask) if one}
            standing = {number for number, other in places.items() if other == place}
            assert matched & places.keys() == standing, (axis, place)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"y": "attr:accuracy", "x": "start"},
        {"x": "complete", "log": "true"},
    ],
    ids=str,
)
@pytest.mark.parametrize("utc_offset", [0, -210])
def test_history(make_study: MakeStudy, options: dict[str, str], utc_offset: int) -> None:
    study = from_optuna(with_params(make_study("minimize", n_trials=0)))
    held_against_filters(study, build(History(), study, None, utc_offset, **options))


@pytest.mark.parametrize("figure", [ScatterMatrix(), ParallelCoordinates()])
@pytest.mark.parametrize("log_params", ["true", "false"])
def test_every_column(make_study: MakeStudy, figure: Figure, log_params: str) -> None:
    study = from_optuna(with_params(make_study("minimize", n_trials=0)))
    keys = [choice.value for choice in column_choices(study)]
    for start in range(0, len(keys), 8):
        axes = join_choices(["number", *keys[start : start + 8]])
        result = build(figure, study, axes=axes, pruned="true", log_params=log_params)
        held_against_filters(study, result)


def test_pareto_front(make_study: MakeStudy) -> None:
    optunas = make_study("minimize", "maximize", "minimize")
    result = build(ParetoFront(), from_optuna(optunas), z="none", y="value:2")
    assert [axis["name"] for axis in axes_of(result).values()] == ["values[0]", "values[2]"]
    held_against_filters(from_optuna(optunas), result)
    with pytest.warns(optuna.exceptions.ExperimentalWarning):
        optunas.set_metric_names(["loss", "a b", "c"])
    result = build(ParetoFront(), from_optuna(optunas), z="none")
    assert [(axis["name"], axis["also"]) for axis in axes_of(result).values()] == [
        ("values.loss", ["values[0]"]),
        ('values["a b"]', ["values[1]"]),
    ]
    held_against_filters(from_optuna(optunas), result)


def test_nothing_is_brushed_in_space() -> None:
    study = study_of([Row((1.0, 2.0, 3.0))], *[Direction.MINIMIZE] * 3)
    assert "meta" not in build(ParetoFront(), study).figure["layout"]


def test_names_and_choices_are_those_of_a_filter() -> None:
    choices = CategoricalDistribution(("a b", 'say "x"', 1, 0.5, True, None))
    study = study_of([Row((1.0,), params={"my param": ("a b", choices)}, user_attrs={"a-b": 1.0})])
    result = build(ParallelCoordinates(), study, axes="param:my param,attr:a-b,duration,number")
    param, attr, duration, number = axes_of(result).values()
    assert param["name"] == 'params["my param"]'
    assert param["choices"] == ['"a b"', r'"say \"x\""', "1", "0.5", "true", "none"]
    assert attr["name"] == 'user_attrs["a-b"]'
    assert (duration["name"], duration["kind"]) == ("duration", "number")
    assert (number["name"], number["kind"]) == ("number", "whole")

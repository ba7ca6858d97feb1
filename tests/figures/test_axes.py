"""Columns of parameters become axes, whatever their distributions are."""

from array import array
from math import isnan, nan
from typing import Any

import pytest

from optuna_dashboard.figures.axes import Axis, param_axis
from optuna_dashboard.figures.color_scale import color_axis
from optuna_dashboard.study.columns import ABSENT, ParamColumn
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    FloatDistribution,
    IntDistribution,
)

FLOAT = FloatDistribution(-1.0, 1.0)
LOG = FloatDistribution(1e-3, 1.0, log=True)


def column(*entries: tuple[float, Distribution] | None) -> ParamColumn:
    made = ParamColumn("p", array("d"), array("i"), [])
    for entry in entries:
        value, kind = entry or (nan, None)
        if kind is not None and kind not in made.distributions:
            made.distributions.append(kind)
        made.internal.append(value)
        made.kinds.append(ABSENT if kind is None else made.distributions.index(kind))
    return made


def places(made: ParamColumn, numeric: bool = False) -> list[float | None]:
    values = param_axis(made, numeric_choices=numeric).values
    return [None if isnan(value) else value for value in values]


def test_numbers_stay_what_they_are() -> None:
    made = column((0.5, FLOAT), None, (0.0, FLOAT))
    assert places(made) == [0.5, None, 0.0]
    assert param_axis(made).layout == {"title": {"text": "p"}, "type": "linear"}
    assert param_axis(made).hover("x") == "p: %{x:.6~g}"


@pytest.mark.parametrize(
    ("entries", "log"),
    [
        ([(0.5, LOG), None], True),
        ([(0.5, FLOAT), (0.1, LOG)], True),
        ([(0.1, LOG), (0.0, FLOAT)], False),
        ([(-0.5, FLOAT)], False),
        ([(4.0, IntDistribution(1, 8, log=True))], True),
    ],
)
def test_logarithmic_where_it_can_be(entries: list[Any], log: bool) -> None:
    axis = param_axis(column(*entries))
    assert axis.log is log
    assert axis.layout["type"] == ("log" if log else "linear")
    assert axis.layout["title"]["text"] == ("p (log scale)" if log else "p")


def test_whole_numbers_have_whole_ticks() -> None:
    kind = IntDistribution(0, 100)
    assert param_axis(column((3.0, kind), (9.0, kind))).layout["dtick"] == 1
    assert "dtick" not in param_axis(column((3.0, kind), (90.0, kind))).layout
    assert "dtick" not in param_axis(column((3.0, kind), (9.0, FLOAT))).layout
    assert param_axis(column((3.0, kind))).hover("y") == "p: %{y:d}"


def test_whole_numbers_have_whole_ticks_on_the_bar_of_their_colours() -> None:
    whole = Axis("Level", array("d", [0, 2, nan, 90]), whole=True)
    assert color_axis(whole, [0, 2])["colorbar"]["dtick"] == 1
    assert "dtick" not in color_axis(whole, [0, 90])["colorbar"]
    assert "dtick" not in color_axis(Axis("x", array("d", [0, 2])), [0, 2])["colorbar"]


def test_choices_have_places_and_labels() -> None:
    kind = CategoricalDistribution(("b", "a", "1", 1, True, None, "", "x" * 50, "<i>"))
    made = column(*((float(i), kind) for i in range(9)), None)
    axis = param_axis(made)
    assert places(made) == [*range(9), None]
    labels = ["b", "a", '"1"', "1", "true", "null", "(empty text)", f"{'x' * 39}…", "<i>"]
    assert axis.labels == labels
    assert axis.layout == {
        "title": {"text": "p"},
        "type": "linear",
        "range": [-0.5, 8.5],
        "tick0": 0,
        "dtick": 1,
        "labelalias": {**{str(i): label for i, label in enumerate(labels)}, "8": "&lt;i&gt;"},
    }
    assert axis.hover("x") == "p: %{x}"


def test_choices_that_differ_from_trial_to_trial_are_joined() -> None:
    first, second = CategoricalDistribution(("a", "b")), CategoricalDistribution(("c", "b"))
    made = column((1.0, first), (0.0, second), (1.0, second))
    assert param_axis(made).labels == ["a", "b", "c"]
    assert places(made) == [1, 2, 1]


def test_numbers_among_choices_become_choices() -> None:
    made = column((0.0, CategoricalDistribution(("a",))), (0.5, FLOAT), (0.25, FLOAT))
    assert param_axis(made).labels == ["a", "0.25", "0.5"]
    assert places(made) == [0, 2, 1]


def test_a_damaged_choice_is_none_at_all() -> None:
    kind = CategoricalDistribution(("a", "b"))
    assert places(column((7.0, kind), (1.0, kind))) == [None, 1]


def test_choices_that_are_numbers() -> None:
    kind = CategoricalDistribution((64, 16))
    made = column((0.0, kind), (1.0, kind))
    assert param_axis(made).labels == ["64", "16"]
    assert places(made) == [0, 1]
    assert param_axis(made, numeric_choices=True).labels == ()
    assert places(made, numeric=True) == [64, 16]
    flags = column((0.0, CategoricalDistribution((True, False))))
    assert param_axis(flags, numeric_choices=True).labels == ["true", "false"]


def test_many_choices_have_fewer_ticks() -> None:
    kind = CategoricalDistribution(tuple(range(60)))
    assert param_axis(column((0.0, kind))).layout["dtick"] == 3

"""Regimes of parameters: which distributions are the same, and which make no sense."""

from math import inf, nan

import pytest

from optuna_dashboard.analysis.importance import assess
from optuna_dashboard.analysis.regimes import regimes_of
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    FloatDistribution,
    IntDistribution,
)
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.study import Study
from tests.figures.column_reader import Row, study_of


def study_with(*params: "tuple[JSON, Distribution] | None") -> Study:
    """One trial for each value of ``x``, or without it."""
    return study_of(
        Row(values=[float(i)], params={"x": param} if param else {})
        for i, param in enumerate(params)
    )


def regimes(study: Study) -> list[tuple[Distribution, list[int], list[float]]]:
    found = regimes_of(study.param("x"), range(len(study.index)))
    return [(regime.distribution, regime.places, regime.values) for regime in found]


def test_a_conditional_parameter_with_two_ranges() -> None:
    narrow, wide = IntDistribution(0, 5), IntDistribution(0, 9)
    study = study_with((1, narrow), None, (2, wide), (3, narrow))
    assert regimes(study) == [(narrow, [0, 3], [1, 3]), (wide, [2], [2])]


def test_equal_distributions_are_one() -> None:
    study = study_with((1, IntDistribution(0, 10, step=4)), (4, IntDistribution(0, 8, step=4)))
    assert regimes(study) == [(IntDistribution(0, 8, step=4), [0, 1], [1, 4])]
    study = study_with((0.0, FloatDistribution(0, 1, step=0.3)))
    assert regimes(study)[0][0] == FloatDistribution(0, 0.9, step=0.3)


def test_choices_that_are_lists() -> None:
    kind = CategoricalDistribution(([1, 2], {"a": 1}))
    assert regimes(study_with(([1, 2], kind), ({"a": 1}, kind)))[0][1:] == ([0, 1], [0, 1])


@pytest.mark.parametrize(
    "distribution",
    [
        FloatDistribution(-inf, inf),
        FloatDistribution(nan, 1.0),
        FloatDistribution(-1.7e308, 1.7e308),
        FloatDistribution(0.0, 1.0, log=True),
        FloatDistribution(0.0, 1.0, step=0.0),
        IntDistribution(5, 1),
        IntDistribution(0, 10**400),
        IntDistribution(0, 5, step=0),
    ],
)
def test_distributions_that_make_no_sense(distribution: Distribution) -> None:
    sound = FloatDistribution(0.0, 1.0)
    study = study_with((0.5, distribution), (0.2, sound), (0.3, sound))
    assert regimes(study) == [(sound, [1, 2], [0.2, 0.3])]


def test_values_that_cannot_be() -> None:
    sound, choice = FloatDistribution(0.0, 1.0), CategoricalDistribution(("a", "b"))
    assert regimes(study_with((nan, sound), (0.5, sound), (inf, sound)))[0][1] == [1]
    study = study_with(("a", choice), ("b", choice))
    study.param("x").internal[0] = 7.0
    assert regimes(study) == [(choice, [1], [1.0])]


def test_none_is_left() -> None:
    study = study_with((nan, FloatDistribution(0.0, 1.0)))
    assert assess(study, [study.values[0]]).left_out == ["x"]
    assert assess(study, [study.values[0]]).answers[0].values == {}

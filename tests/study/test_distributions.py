"""Search spaces of every release, held against Optuna's own reading of them."""

import json
import warnings
from math import inf, nan
from typing import Any

import pytest
from optuna import distributions as theirs
from optuna.distributions import json_to_distribution

from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    FloatDistribution,
    IntDistribution,
    parse_distribution,
    to_external,
    to_internal,
)


@pytest.mark.parametrize(
    ("name", "attributes"),
    [
        ("UniformDistribution", {"low": -1, "high": 1.5}),
        ("LogUniformDistribution", {"low": 1e-5, "high": 0.1}),
        ("DiscreteUniformDistribution", {"low": 0.0, "high": 1.0, "q": 0.25}),
        ("IntUniformDistribution", {"low": 1, "high": 8}),
        ("IntUniformDistribution", {"low": 0, "high": 20, "step": 5}),
        ("IntLogUniformDistribution", {"low": 1, "high": 1024}),
        ("IntLogUniformDistribution", {"low": 1, "high": 1024, "step": 1}),
        ("FloatDistribution", {"low": 0.0, "high": 1.0, "log": False, "step": None}),
        ("FloatDistribution", {"low": 0.0, "high": 1.0, "log": False, "step": 0.5}),
        ("FloatDistribution", {"low": 1e-9, "high": 1.0, "log": True, "step": None}),
        ("IntDistribution", {"low": -5, "high": 5, "log": False, "step": 5}),
        ("IntDistribution", {"low": 1, "high": 9, "log": True, "step": 1}),
        ("CategoricalDistribution", {"choices": [None, True, False, "a", "1", 1, 2.5, "α🚀"]}),
    ],
)
def test_reads_as_optuna_does(name: str, attributes: dict[str, Any]) -> None:
    text = json.dumps({"name": name, "attributes": attributes})
    ours: Any = parse_distribution(text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # the old names are deprecated
        theirs = json_to_distribution(text)
    if isinstance(ours, CategoricalDistribution):
        assert repr(ours.choices) == repr(theirs.choices)  # type: ignore[attr-defined]
        internals = [float(i) for i in range(len(ours.choices))]
    else:
        assert type(ours) is (FloatDistribution if "Int" not in name else IntDistribution)
        for field in ("low", "high", "log"):
            assert getattr(ours, field) == getattr(theirs, field)
        # The old names of Optuna have no such field, or call it q.
        step = getattr(theirs, "step", getattr(theirs, "q", None))
        assert ours.step == step
        internals = [float(ours.low), float(ours.high)]
    for internal in internals:
        assert repr(to_external(ours, internal)) == repr(theirs.to_external_repr(internal))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "garbage",
        "[]",
        "{}",
        "null",
        '{"name": "FloatDistribution"}',
        '{"name": "FloatDistribution", "attributes": {"low": 1}}',
        '{"name": "FutureDistribution", "attributes": {}}',
        '{"name": "CategoricalDistribution", "attributes": {"choices": 5}}',
        '{"name": "FloatDistribution", "attributes": {"low": "a", "high": 1}}',
        '{"name": "LogUniformDistribution", "attributes": {"low": 1, "high": [2]}}',
        '{"name": "IntDistribution", "attributes": {"low": 1, "high": 2, "step": "1"}}',
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_what_is_none_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match="not a distribution"):
        parse_distribution(text)


def test_choice_that_does_not_exist_is_none() -> None:
    assert to_external(CategoricalDistribution(("a",)), 1.0) is None
    assert to_external(CategoricalDistribution(("a",)), -1.0) is None
    for nothing in (inf, nan):
        assert to_external(CategoricalDistribution(("a",)), nothing) is None
        assert to_external(IntDistribution(1, 9), nothing) is None


_NUMBERS = (-1, 0, 1, 1.0, 1.5, 2, 3, 3.0, 4, 0.1, 0.30000000000000004, 0.7, 5, 10**20)
_SPACES: list[tuple[Distribution, theirs.BaseDistribution]] = [
    (FloatDistribution(0, 4), theirs.FloatDistribution(0, 4)),
    (
        FloatDistribution(0.1, 3, log=True),
        theirs.FloatDistribution(0.1, 3, log=True),
    ),
    (
        FloatDistribution(0, 0.7, step=0.1),
        theirs.FloatDistribution(0, 0.7, step=0.1),
    ),
    (IntDistribution(0, 4, step=2), theirs.IntDistribution(0, 4, step=2)),
    (IntDistribution(1, 3, log=True), theirs.IntDistribution(1, 3, log=True)),
    (
        CategoricalDistribution((1.5, "a", None, 1)),
        theirs.CategoricalDistribution((1.5, "a", None, 1)),
    ),
]


@pytest.mark.parametrize(("ours", "oracle"), _SPACES, ids=range(len(_SPACES)))
@pytest.mark.parametrize("value", [*_NUMBERS, inf, -inf, nan, 10**400, "a", "b", None])
def test_values_that_a_parameter_may_have(
    ours: Distribution, oracle: theirs.BaseDistribution, value: Any
) -> None:
    """Optuna takes those that we take, and no others; it cuts off what is no whole number."""
    try:
        is_cut = isinstance(ours, IntDistribution) and value != int(value)
        internal = oracle.to_internal_repr(value)
        is_taken = oracle._contains(internal) and not is_cut
    except (TypeError, ValueError, OverflowError):
        is_taken = False
    if not is_taken:
        with pytest.raises(ValueError, match="is not"):
            to_internal(ours, value)
        return
    assert to_internal(ours, value) == internal
    external = to_external(ours, to_internal(ours, value))
    assert (external, type(external)) == (
        oracle.to_external_repr(internal),
        type(oracle.to_external_repr(internal)),
    )


@pytest.mark.parametrize("value", [True, False, "1", [1], {}, None])
def test_what_is_no_number(value: Any) -> None:
    for space in (FloatDistribution(0, 1), IntDistribution(0, 1)):
        with pytest.raises(ValueError, match="is not a number"):
            to_internal(space, value)


def test_choices_that_are_equal() -> None:
    choices = CategoricalDistribution((True, 1, 1.0, "1"))
    assert [to_internal(choices, value) for value in (True, 1, 1.0, "1")] == [0, 1, 2, 3]
    assert to_internal(CategoricalDistribution((2,)), 2.0) == 0

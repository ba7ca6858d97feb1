"""Search spaces of every release, held against Optuna's own reading of them."""

import json
import warnings
from math import inf, nan
from typing import Any

import pytest
from optuna.distributions import json_to_distribution

from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    FloatDistribution,
    IntDistribution,
    parse_distribution,
    to_external,
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

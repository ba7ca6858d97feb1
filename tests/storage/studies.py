"""Hypothesis strategies: any trial that Optuna takes."""

from typing import Any

import optuna
from hypothesis import strategies as st
from optuna.distributions import (
    BaseDistribution,
    CategoricalDistribution,
    FloatDistribution,
    IntDistribution,
)
from optuna.trial import FrozenTrial, TrialState

Space = st.SearchStrategy[BaseDistribution]

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
finite = st.floats(allow_nan=False, allow_infinity=False)


def _nested(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
        max_leaves=5,
    )


_scalars = st.none() | st.booleans() | st.integers() | st.floats() | names
json_values = _nested(_scalars)
# Optuna cannot use a choice twice that has a NaN somewhere inside.
_choice = _scalars | _nested(st.none() | st.booleans() | st.integers() | finite | names)


def _stepped(low: int, n: int, step: float) -> BaseDistribution:
    return FloatDistribution(low, low + n * step, step=step)


def _ints(low: int, n: int, step: int) -> BaseDistribution:
    return IntDistribution(low, low + n * step, step=step)


def _choices(choices: list[Any]) -> BaseDistribution:
    return CategoricalDistribution(choices)


_some = st.integers(0, 9)
# Search spaces that a study may use for one parameter: they may differ from trial to trial,
# not in their kind.
_families: list[Space] = [
    st.tuples(finite, finite).map(lambda ends: FloatDistribution(min(ends), max(ends))),
    st.floats(1e-300, 1e300).map(lambda low: FloatDistribution(low, low * 2, log=True)),
    st.builds(_stepped, st.integers(-99, 99), _some, st.sampled_from([0.25, 2.0])),
    st.builds(_ints, st.integers(-(10**9), 10**9), _some, st.integers(1, 5)),
    st.integers(1, 10**9).map(lambda low: IntDistribution(low, low + 3, log=True)),
]
spaces = st.dictionaries(
    names,
    st.sampled_from(_families)
    | st.lists(_choice, min_size=1, max_size=4).map(_choices).map(st.just),
    max_size=4,
)


def value_in(distribution: BaseDistribution) -> st.SearchStrategy[Any]:
    """Values that a parameter with this search space may take."""
    if isinstance(distribution, CategoricalDistribution):
        return st.sampled_from(distribution.choices)
    assert isinstance(distribution, FloatDistribution | IntDistribution)
    return st.sampled_from([distribution.low, distribution.high])


@st.composite
def trials(draw: st.DrawFn, n_objectives: int, space: dict[str, Space]) -> FrozenTrial:
    """A trial with some of the parameters (the space may be conditional)."""
    state = draw(st.sampled_from(list(TrialState)))
    values = st.lists(st.floats(allow_nan=False), min_size=n_objectives, max_size=n_objectives)
    may_have = state is TrialState.PRUNED and draw(st.booleans())
    here = [name for name in space if draw(st.booleans())]
    distributions = {name: draw(space[name]) for name in here}
    # Servers keep no larger ones.
    steps = st.dictionaries(st.integers(-(2**31), 2**31 - 1), st.floats(), max_size=4)
    limits = st.dictionaries(names, st.floats(allow_nan=False), max_size=2)
    return optuna.create_trial(
        state=state,
        values=draw(values) if state is TrialState.COMPLETE or may_have else None,
        params={name: draw(value_in(d)) for name, d in distributions.items()},
        distributions=distributions,
        user_attrs=draw(st.dictionaries(names, json_values, max_size=3)),
        system_attrs=draw(st.dictionaries(names, json_values, max_size=2)),
        intermediate_values=draw(steps) if n_objectives == 1 else {},
        constraints=draw(st.none() | limits),
    )

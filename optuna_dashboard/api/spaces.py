"""Search spaces over all trials of a study, as existing clients know them.

Ranges of one name, type, step and scale are merged into one; a parameter whose type,
step or scale changed has several entries. Failed trials do not count.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import compress

from optuna_dashboard.api.detail_schema import DetailDistribution, SpaceItem
from optuna_dashboard.api.rows import distribution_json
from optuna_dashboard.api.text import type_text
from optuna_dashboard.study import masks
from optuna_dashboard.study.columns import ABSENT, ParamColumn
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    FloatDistribution,
    IntDistribution,
)
from optuna_dashboard.study.masks import Mask
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study


@dataclass(slots=True)
class _Space:
    name: str
    merged: Distribution
    n_trials: int


def search_spaces(study: Study) -> tuple[list[SpaceItem], list[SpaceItem]]:
    """The intersection (spaces that every trial has) and the union, sorted by name."""
    counted = masks.complement(masks.in_states(study.index.states, TrialState.FAIL))
    spaces = [space for column in study.all_params() for space in _spaces(column, counted)]
    n_counted = sum(counted)
    return _items(s for s in spaces if s.n_trials == n_counted), _items(spaces)


def detail_distribution(distribution: Distribution) -> DetailDistribution:
    """A distribution with its choices as text and type."""
    if isinstance(distribution, CategoricalDistribution):
        return {
            "type": "CategoricalDistribution",
            "choices": [
                {"pytype": type_text(choice), "value": str(choice)}
                for choice in distribution.choices
            ],
        }
    shared = distribution_json(distribution)
    assert shared["type"] != "CategoricalDistribution"
    return shared


def _spaces(column: ParamColumn, counted: Mask) -> list[_Space]:
    by_shape: dict[object, _Space] = {}
    for kind, n_trials in sorted(Counter(compress(column.kinds, counted)).items()):
        if kind == ABSENT:
            continue
        distribution = column.distributions[kind]
        space = by_shape.get(_shape(distribution))
        if space is None:
            by_shape[_shape(distribution)] = _Space(column.name, distribution, n_trials)
        else:
            space.merged = _merge(space.merged, distribution)
            space.n_trials += n_trials
    return list(by_shape.values())


def _shape(distribution: Distribution) -> object:
    if isinstance(distribution, CategoricalDistribution):
        return CategoricalDistribution
    return type(distribution), distribution.step, distribution.log


def _merge(one: Distribution, other: Distribution) -> Distribution:
    if isinstance(one, FloatDistribution) and isinstance(other, FloatDistribution):
        return replace(one, low=min(one.low, other.low), high=max(one.high, other.high))
    if isinstance(one, IntDistribution) and isinstance(other, IntDistribution):
        return replace(one, low=min(one.low, other.low), high=max(one.high, other.high))
    assert isinstance(one, CategoricalDistribution)
    assert isinstance(other, CategoricalDistribution)
    # By type too: 1, 1.0 and True are equal in Python.
    known = {(type(choice), repr(choice)) for choice in one.choices}
    new = [c for c in other.choices if (type(c), repr(c)) not in known]
    return CategoricalDistribution((*one.choices, *new))


def _items(spaces: Iterable[_Space]) -> list[SpaceItem]:
    return [{"name": s.name, "distribution": detail_distribution(s.merged)} for s in spaces]

"""What stands on the sides of a comparison: columns, and values that are the same everywhere."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import isnan, nan
from operator import floordiv
from typing import Any, Literal, TypeAlias

from optuna_dashboard.study.columns import ParamColumn
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    FloatDistribution,
    IntDistribution,
    to_external,
)
from optuna_dashboard.study.json import JSON

ColumnKind = Literal["number", "text", "bool", "time", "state", "mixed"]
ValueKind: TypeAlias = ColumnKind | Literal["none", "list"]

_KINDS: dict[type, ColumnKind] = {int: "number", float: "number", str: "text", bool: "bool"}


@dataclass(frozen=True, slots=True)
class Column:
    """One item per trial. Of numbers and times a missing one is NaN, of others None."""

    kind: ColumnKind
    items: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Value:
    """A number, a text, a ``TrialState``, a ``Period``, ..."""

    kind: ValueKind
    value: Any

    @property
    def items(self) -> Iterable[Any]:
        """The value for each of as many trials as there are."""
        return repeat(self.value)


Side: TypeAlias = Column | Value


def json_column(items: Sequence[JSON]) -> Column:
    """A column of whatever a user stored."""
    return _typed(items, kind_of_types(map(type, items)))


def param_column(column: ParamColumn) -> Column:
    """The values that the user's objective saw."""
    distributions = column.distributions
    classes = {type(one) for one in distributions}
    if classes == {FloatDistribution}:
        return Column("number", column.internal)
    if classes == {IntDistribution}:
        # Whole numbers; an infinite one, which stands for nothing, becomes NaN.
        return Column("number", array("d", map(floordiv, column.internal, repeat(1.0))))
    kind = kind_of_distributions(distributions)
    if len(distributions) == 1:
        return _typed(list(map(_Choices(distributions[0]).__getitem__, column.internal)), kind)
    return _typed([column.external(row) for row in range(len(column.kinds))], kind)


def kind_of_distributions(distributions: Iterable[Distribution]) -> ColumnKind:
    """The kind of values that parameters with these search spaces have."""
    types: set[type] = set()
    for one in distributions:
        if isinstance(one, CategoricalDistribution):
            types.update(map(type, one.choices))
        else:
            types.add(float)
    return kind_of_types(types)


def kind_of_types(types: Iterable[type]) -> ColumnKind:
    """The kind that all values of these types are of, those of None left aside."""
    kinds = {_KINDS.get(one, "mixed") for one in set(types) - {type(None)}}
    return kinds.pop() if len(kinds) == 1 else "mixed"


def _typed(items: Sequence[JSON], kind: ColumnKind) -> Column:
    if kind == "number":
        return Column(kind, [nan if item is None else item for item in items])
    return Column(kind, items)


class _Choices(dict[float, JSON]):
    """The choice behind each internal number, looked up when it first occurs."""

    def __init__(self, distribution: Distribution) -> None:
        super().__init__()
        self._distribution = distribution

    def __missing__(self, internal: float) -> JSON:
        if isnan(internal):  # unequal to itself, it would be kept anew each time
            return None
        choice = self[internal] = to_external(self._distribution, internal)
        return choice

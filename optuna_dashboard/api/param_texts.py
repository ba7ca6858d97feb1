"""A parameter of many trials as JSON text, in the shape that existing clients know.

Texts are made as *pieces*: iterables with one string for each trial, which stand side by
side in the answer. What is the same in every trial is one string, repeated.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from math import isfinite

from optuna_dashboard.api.encode import non_finite
from optuna_dashboard.api.spaces import detail_distribution
from optuna_dashboard.study.columns import ABSENT, ParamColumn
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    IntDistribution,
    to_external,
)

Pieces = list[Iterable[str]]
_MIDDLE = ',"param_external_value":"'


class ParamTexts:
    """One parameter; the text of each of its distributions is made once."""

    def __init__(self, column: ParamColumn) -> None:
        self._column = column
        self._makers = [_piece_maker(column.name, one) for one in column.distributions]

    def is_even(self, rows: Sequence[int]) -> bool:
        """Whether all these trials have the parameter, and in the same range."""
        kinds = self._column.kinds
        return kinds[rows[0]] != ABSENT and len({kinds[row] for row in rows}) == 1

    def pieces(self, rows: Sequence[int]) -> Pieces:
        """The parameter in each of these rows, which are even."""
        make = self._makers[self._column.kinds[rows[0]]]
        return make([self._column.internal[row] for row in rows])

    def texts(self, rows: Sequence[int]) -> list[str]:
        """The parameter in each of these rows, empty where the trial does not have it."""
        kinds, internal = self._column.kinds, self._column.internal
        found: dict[int, str] = {}
        for kind, make in enumerate(self._makers):
            own = [row for row in rows if kinds[row] == kind]
            found.update(zip(own, map("".join, zip(*make([internal[row] for row in own])))))
        return [found.get(row, "") for row in rows]


def number_text(value: float) -> str:
    """A number, or its name as a JSON string if JSON has no such number."""
    return repr(value) if isfinite(value) else f'"{non_finite(value)}"'


def _piece_maker(name: str, distribution: Distribution) -> Callable[[Sequence[float]], Pieces]:
    """What turns internal values into the JSON objects of a parameter."""
    start = f'{{"name":{json.dumps(name)},"param_internal_value":'
    tail = f',"distribution":{_dumps(detail_distribution(distribution))}}}'
    if isinstance(distribution, CategoricalDistribution):
        choices = _ChoiceTexts(distribution, start, tail)
        return lambda values: [map(choices.__getitem__, values)]
    if isinstance(distribution, IntDistribution):
        end = f'",{_types("int")}{tail}'
        return lambda values: [
            repeat(start),
            map(number_text, values),
            repeat(_MIDDLE),
            map(str, map(int, values))
            if isfinite(sum(values))
            else [str(to_external(distribution, value)) for value in values],
            repeat(end),
        ]
    end = f'",{_types("float")}{tail}'

    def make(values: Sequence[float]) -> Pieces:
        external = list(map(repr, values))
        # The sum is finite only if every value is.
        internal = external if isfinite(sum(values)) else map(number_text, values)
        return [repeat(start), internal, repeat(_MIDDLE), external, repeat(end)]

    return make


class _ChoiceTexts(dict[float, str]):
    """The text of every choice, made when it first occurs."""

    def __init__(self, distribution: CategoricalDistribution, start: str, tail: str) -> None:
        super().__init__()
        self._distribution, self._start, self._tail = distribution, start, tail

    def __missing__(self, internal: float) -> str:
        external = to_external(self._distribution, internal)
        text = (
            f"{self._start}{number_text(internal)},"
            f'"param_external_value":{json.dumps(str(external))},'
            f"{_types(type(external).__name__)}{self._tail}"
        )
        self[internal] = text
        return text


def _types(name: str) -> str:
    # The first key is misspelt; clients read it.
    return (
        f'''"param_external_pytyp":"<class '{name}'>","param_external_type":"<class '{name}'>"'''
    )


def _dumps(thing: object) -> str:
    return json.dumps(thing, separators=(",", ":"))

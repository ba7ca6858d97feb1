"""Comparisons of whole columns, as masks.

Things of different kinds are never equal and have no order: ``1``, ``true`` and ``"1"`` are
three things. What is missing is neither equal nor unequal to anything but ``none``.
"""

import operator
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

from optuna_dashboard.filter.columns import Column, Side, Value
from optuna_dashboard.filter.periods import Period
from optuna_dashboard.study import masks
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.masks import Mask

Verdict = Callable[[Any, Any], bool]

# The same comparison from the other side.
MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}

_OPERATORS: dict[str, Verdict] = {
    "==": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_ORDERED = {int: "number", float: "number", str: "text"}


def compare(left: Column, sign: str, right: Side) -> Mask:
    """Rows for which ``left sign right`` is true; ``sign`` is not ``in``."""
    if isinstance(right, Value) and right.kind == "none":
        present = present_in(left)
        return present if sign == "!=" else masks.complement(present)
    if sign == "!=":
        return masks.without(present_in(left, right), compare(left, "==", right))
    if isinstance(right, Value) and isinstance(right.value, Period):
        return _compare_time(left, sign, right.value)
    if left.kind == right.kind and left.kind in ("number", "time", "state"):
        return bytes(map(_OPERATORS[sign], left.items, right.items))
    return bytes(map(_VERDICTS[sign], left.items, right.items))


def among(column: Column, values: Sequence[Value]) -> Mask:
    """Rows whose item is one of the values."""
    rare = [value for value in values if value.kind in ("none", "time")]
    found = [compare(column, "==", value) for value in rare]
    plain = [value.value for value in values if value.kind not in ("none", "time")]
    test = _one_of_any_kind(plain) if column.kind == "mixed" else frozenset(plain).__contains__
    return masks.any_of(bytes(map(test, column.items)), *found)


def contained(item: Side, container: Column) -> Mask:
    """Rows in which a text holds another, or a list a value."""
    return bytes(map(_contains, container.items, item.items))


def is_true(column: Column) -> Mask:
    """Rows in which ``true`` stands, and nothing that merely counts as true in Python."""
    return bytes(item is True for item in column.items)


def present_in(*sides: Side) -> Mask:
    """Rows in which none of the columns lacks a value."""
    return masks.both(*(_present(side) for side in sides if isinstance(side, Column)))


def same(one: JSON, other: JSON) -> bool:
    """Whether two JSON values are equal, ``1`` and ``true`` told apart at any depth."""
    if isinstance(one, (list, tuple)):
        return (
            isinstance(other, (list, tuple))
            and len(one) == len(other)
            and all(map(same, one, other))
        )
    if isinstance(one, dict):
        return (
            isinstance(other, dict)
            and one.keys() == other.keys()
            and all(same(item, other[key]) for key, item in one.items())
        )
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def _compare_time(column: Column, sign: str, period: Period) -> Mask:
    """Before a period is what lies before its start, after it what does not before its end."""
    before = bytes(map(operator.lt, column.items, repeat(period.start)))
    until = bytes(map(operator.lt, column.items, repeat(period.end)))
    if sign in ("<", "<="):
        return before if sign == "<" else until
    if sign == "==":
        return masks.without(until, before)
    return masks.without(_present(column), before if sign == ">=" else until)


def _present(column: Column) -> Mask:
    if column.kind in ("number", "time"):
        # NaN alone is unequal to itself. Not isnan(): it refuses integers that no float holds.
        return bytes(map(operator.eq, column.items, column.items))
    return bytes(item is not None and item == item for item in column.items)  # noqa: PLR0124


def _equal(one: JSON, other: JSON) -> bool:
    return one is not None and same(one, other)


def _one_of_any_kind(values: Sequence[JSON]) -> Callable[[JSON], bool]:
    lists = [value for value in values if isinstance(value, list)]
    scalars = {(type(value) is bool, value) for value in values if not isinstance(value, list)}

    def test(item: JSON) -> bool:
        if isinstance(item, (list, tuple, dict)):
            return any(same(item, one) for one in lists)
        return (type(item) is bool, item) in scalars

    return test


def _ordered(compare_two: Verdict) -> Verdict:
    def verdict(one: JSON, other: JSON) -> bool:
        kind = _ORDERED.get(type(one))
        return kind is not None and kind == _ORDERED.get(type(other)) and compare_two(one, other)

    return verdict


def _contains(container: JSON, item: JSON) -> bool:
    if isinstance(container, str):
        return isinstance(item, str) and item in container
    return isinstance(container, (list, tuple)) and any(same(item, one) for one in container)


_VERDICTS: dict[str, Verdict] = {
    "==": _equal,
    **{sign: _ordered(_OPERATORS[sign]) for sign in ("<", "<=", ">", ">=")},
}

"""Filters as plain Python sees them: written as text, and true or not of one trial at a time.

Nothing here knows how filters are parsed or evaluated.
"""

import operator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from optuna_dashboard.study.columns import Trial
from optuna_dashboard.study.distributions import to_external
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState


@dataclass(frozen=True)
class Column:
    """A name, as it is written, and where it leads."""

    text: str
    root: str
    key: str | int | None = None


@dataclass(frozen=True)
class Given:
    """A value and one way to write it."""

    text: str
    value: Any


@dataclass(frozen=True)
class Several:
    items: tuple[Given, ...]


Operand: TypeAlias = Column | Given | Several


@dataclass(frozen=True)
class Compared:
    operands: tuple[Operand, ...]
    operators: tuple[str, ...]


@dataclass(frozen=True)
class Joined:
    word: str  # "and", "or"
    parts: "tuple[Condition, ...]"


@dataclass(frozen=True)
class Negated:
    part: "Condition"


Condition: TypeAlias = Column | Compared | Joined | Negated

_OPERATORS = {
    "==": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def written(condition: Condition | Operand, inside: str = "or") -> str:
    """As text, with no more parentheses than Python would need."""
    if isinstance(condition, (Column, Given)):
        return condition.text
    if isinstance(condition, Several):
        return f"[{', '.join(item.text for item in condition.items)}]"
    if isinstance(condition, Negated):
        return f"not {written(condition.part, 'not')}"
    if isinstance(condition, Joined):
        text = f" {condition.word} ".join(written(p, condition.word) for p in condition.parts)
        # Joined by the same word it would be a part of the outer one, which means the same.
        weaker = ("or", "and", "not").index(condition.word) < ("or", "and", "not").index(inside)
        return f"({text})" if weaker else text
    text = written(condition.operands[0])
    for sign, operand in zip(condition.operators, condition.operands[1:]):
        text += f" {sign} {written(operand)}"
    return text


def holds(condition: Condition, trial: Trial, best: list[int]) -> bool:
    """Whether the condition is true of the trial."""
    if isinstance(condition, Joined):
        test = all if condition.word == "and" else any
        return test(holds(part, trial, best) for part in condition.parts)
    if isinstance(condition, Negated):
        return not holds(condition.part, trial, best)
    if isinstance(condition, Column):
        return _value(condition, trial, best) is True
    sides = condition.operands
    return all(
        _is_true(left, sign, right, trial, best)
        for left, sign, right in zip(sides, condition.operators, sides[1:])
    )


def _is_true(left: Operand, sign: str, right: Operand, trial: Trial, best: list[int]) -> bool:
    none = Given("none", None) in (left, right)
    if sign in ("not in", "!="):
        sides = [side for side in (left, right) if isinstance(side, Column)]
        present = none or all(_value(side, trial, best) is not None for side in sides)
        positive = "in" if sign == "not in" else "=="
        return present and not _is_true(left, positive, right, trial, best)
    if isinstance(right, Several):
        return any(_is_true(left, "==", item, trial, best) for item in right.items)
    one, other = _value(left, trial, best), _value(right, trial, best)
    if one is None or other is None:
        return none and one is None and other is None
    return _is_inside(one, other) if sign == "in" else _compare(one, sign, other)


def _is_inside(item: JSON, container: JSON) -> bool:
    if isinstance(container, str):
        return isinstance(item, str) and item in container
    return isinstance(container, list) and _tagged(item) in [_tagged(one) for one in container]


_WITHOUT_ORDER = ("bool", "list", "object")


def _compare(one: Any, sign: str, other: Any) -> bool:
    # A time is as long as it is written, so texts of this length say everything.
    if isinstance(one, datetime) and isinstance(other, str):
        one = one.isoformat(" ", "microseconds")[: len(other)]
    elif isinstance(other, datetime) and isinstance(one, str):
        other = other.isoformat(" ", "microseconds")[: len(one)]
    first, second = _tagged(one), _tagged(other)
    if first[0] != second[0] or (sign != "==" and first[0] in _WITHOUT_ORDER):
        return False
    return bool(_OPERATORS[sign](first[1], second[1]))


def _tagged(value: Any) -> tuple[str, Any]:
    """A value with its kind beside it, at every level."""
    if isinstance(value, list):
        return "list", [_tagged(item) for item in value]
    if isinstance(value, dict):
        return "object", {key: _tagged(item) for key, item in value.items()}
    if isinstance(value, bool):
        return "bool", value
    return ("number" if isinstance(value, (int, float)) else type(value).__name__), value


def _value(operand: Operand, trial: Trial, best: list[int]) -> Any:
    if isinstance(operand, Given):
        return operand.value
    assert isinstance(operand, Column)
    found = _of_trial(operand, trial, best)
    return None if isinstance(found, float) and found != found else found  # noqa: PLR0124 - NaN


def _of_trial(column: Column, trial: Trial, best: list[int]) -> Any:
    if column.root == "params":
        internal, distribution = trial.params.get(str(column.key), (None, None))
        return (
            to_external(distribution, internal) if distribution and internal is not None else None
        )
    if column.root == "values":
        assert isinstance(column.key, int)
        return trial.values[column.key] if trial.values else None
    plain = {
        "number": trial.number,
        "state": TrialState(trial.state),
        "value": trial.values[0] if trial.values else None,
        "user_attrs": trial.user_attrs.get(str(column.key)),
        "constraints": trial.constraints.get(str(column.key)),
        "feasible": trial.feasible,
        "best": trial.number in best,
        "duration": None if trial.duration is None else trial.duration.total_seconds(),
        "start": trial.start,
        "complete": trial.complete,
    }
    return plain[column.root]

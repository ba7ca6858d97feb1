"""What a filter says, as a tree."""

from dataclasses import dataclass
from typing import TypeAlias

from optuna_dashboard.filter.errors import Place

Scalar: TypeAlias = bool | int | float | str | None


@dataclass(frozen=True, slots=True)
class Name:
    """A column: ``value``, ``params.lr``, ``values[0]``; or a state such as ``COMPLETE``."""

    root: str
    key: str | int | None
    place: Place


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, text, truth value or ``none``."""

    value: Scalar
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """``[a, b]``"""

    items: "tuple[Operand, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Comparison:
    """``a < b <= c``: one operator fewer than operands."""

    operands: "tuple[Operand, ...]"
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    condition: "Node"


@dataclass(frozen=True, slots=True)
class All:
    """Conditions joined with ``and``."""

    conditions: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Conditions joined with ``or``."""

    conditions: "tuple[Node, ...]"


Operand: TypeAlias = Name | Constant | Listing
# An operand alone is a condition too: ``feasible and not best``.
Node: TypeAlias = Operand | Comparison | Not | All | AnyOf

"""From a tree to the rows for which it is true."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from optuna_dashboard.filter.checks import check_comparison, check_contains, check_truth
from optuna_dashboard.filter.columns import Column, Side, Value, kind_of_types
from optuna_dashboard.filter.compare import (
    MIRRORED,
    among,
    compare,
    contained,
    is_true,
    present_in,
)
from optuna_dashboard.filter.errors import FilterError, Place
from optuna_dashboard.filter.literals import name_text
from optuna_dashboard.filter.names import Names
from optuna_dashboard.filter.parser import parse
from optuna_dashboard.filter.periods import period_of
from optuna_dashboard.filter.tree import (
    All,
    AnyOf,
    Comparison,
    Constant,
    Listing,
    Name,
    Node,
    Not,
    Operand,
)
from optuna_dashboard.study import masks
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.masks import Mask
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

Subject: TypeAlias = Literal["state", "time"] | None


def matching(study: Study, text: str) -> Mask:
    """The rows that a filter is true for, all of them if it is blank.

    Raises:
        FilterError: if the text is not a filter, or not one for this study.
    """
    if not text.strip():
        return b"\1" * len(study.index)
    return study.mask(text, lambda: evaluate(parse(text), study))


def evaluate(tree: Node, study: Study) -> Mask:
    """The rows that the tree is true for.

    Raises:
        FilterError: if the tree names or compares what the study has not.
    """
    return _Evaluator(study, list(_names_in(tree))).mask(tree)


def _names_in(node: Node) -> Iterator[Name]:
    if isinstance(node, Name):
        yield node
    for child in _children(node):
        yield from _names_in(child)


def _children(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Not):
        return (node.condition,)
    if isinstance(node, (All, AnyOf)):
        return node.conditions
    if isinstance(node, Comparison):
        return node.operands
    return node.items if isinstance(node, Listing) else ()


class _Evaluator:
    def __init__(self, study: Study, names: list[Name]) -> None:
        self._clock = study.header.clock
        self._names = Names(study, names)

    def mask(self, node: Node) -> Mask:
        if isinstance(node, All):
            return masks.both(*map(self.mask, node.conditions))
        if isinstance(node, AnyOf):
            return masks.any_of(*map(self.mask, node.conditions))
        if isinstance(node, Not):
            return masks.complement(self.mask(node.condition))
        if isinstance(node, Comparison):
            return masks.both(*map(self._pair, node.operands, node.operators, node.operands[1:]))
        return self._alone(node)

    def _pair(self, left: Operand, sign: str, right: Operand) -> Mask:
        if sign not in MIRRORED:
            found, present = self._membership(left, right)
            return found if sign == "in" else masks.without(present, found)
        subject = _subject(left, right)
        one, other = self._side(left, subject), self._side(right, subject)
        if isinstance(one, Value):
            left, right, one, other, sign = right, left, other, one, MIRRORED[sign]
        if isinstance(one, Value):
            reason = "nothing of a trial is compared here; name a column, such as value"
            raise FilterError(reason, _both(left.place, right.place))
        check_comparison(_label(left), one, sign, other, right.place)
        return compare(one, sign, other)

    def _membership(self, left: Operand, right: Operand) -> tuple[Mask, Mask]:
        """Rows in which left is in right, and rows in which both are there."""
        if isinstance(right, Listing):
            return self._among(left, right)
        container, item = self._side(right, None), self._side(left, None)
        if isinstance(container, Value):
            reason = "after in stands a list, such as [1, 2], or the name of a text"
            raise FilterError(reason, right.place)
        check_contains(_label(right), item, container, right.place)
        return contained(item, container), present_in(item, container)

    def _among(self, left: Operand, right: Listing) -> tuple[Mask, Mask]:
        subject = _subject(left)
        column = self._side(left, subject)
        if isinstance(column, Value):
            raise FilterError("before in and a list stands a name, such as value", left.place)
        values = []
        for item in right.items:
            value = self._side(item, subject)
            if isinstance(value, Column):
                raise FilterError("in a list stand values, no names", item.place)
            check_comparison(_label(left), column, "==", value, item.place)
            values.append(value)
        return among(column, values), present_in(column)

    def _alone(self, node: Operand) -> Mask:
        column = self._side(node, None)
        if isinstance(column, Value):
            reason = "this alone is no condition; compare it with a column, such as value"
            raise FilterError(reason, node.place)
        check_truth(_label(node), column, node.place)
        return is_true(column)

    def _side(self, node: Operand, subject: Subject) -> Side:
        """One side of a comparison about ``subject``."""
        if isinstance(node, Listing):
            return Value("list", [_plain(item) for item in node.items])
        if isinstance(node, Constant):
            return self._value(node, subject)
        if subject == "state" and node.key is None and node.root != "state":
            return Value("state", _state(node.root, node.place))
        return self._names.column(node)

    def _value(self, node: Constant, subject: Subject) -> Value:
        if node.value is None:
            return Value("none", None)
        if isinstance(node.value, str) and subject == "state":
            return Value("state", _state(node.value, node.place))
        if isinstance(node.value, str) and subject == "time":
            return Value("time", period_of(node.value, self._clock, node.place))
        return Value(kind_of_types([type(node.value)]), node.value)


def _both(one: Place, other: Place) -> Place:
    return Place(min(one.start, other.start), max(one.end, other.end))


def _subject(*operands: Operand) -> Subject:
    """What a comparison is about, where that changes how texts and words are read."""
    roots = {node.root for node in operands if isinstance(node, Name)}
    if "state" in roots:
        return "state"
    return "time" if roots & {"start", "complete"} else None


def _state(word: str, place: Place) -> TrialState:
    state = TrialState.__members__.get(word.upper())
    if state is None:
        known = ", ".join(TrialState.__members__)
        raise FilterError(f"there is no such state; there are {known}", place)
    return state


def _plain(node: Operand) -> JSON:
    """An item of a list that is compared as a whole."""
    if isinstance(node, Name):
        raise FilterError("in a list stand values, no names", node.place)
    return node.value if isinstance(node, Constant) else [_plain(item) for item in node.items]


def _label(node: Operand) -> str:
    """How a column is written, for a sentence."""
    assert isinstance(node, Name)
    return name_text(node.root, node.key)

"""What can be compared with what; anything else is a slip that deserves a sentence."""

from optuna_dashboard.filter.columns import Column, Side, ValueKind
from optuna_dashboard.filter.errors import FilterError, Place
from optuna_dashboard.filter.periods import EXAMPLES

_NOUNS: dict[ValueKind, str] = {
    "number": "a number",
    "text": "text",
    "bool": "true or false",
    "time": "a time",
    "state": "a state",
    "none": "none",
    "list": "a list",
    "mixed": "of several kinds",
}
_HINTS: dict[ValueKind, str] = {
    "time": f"; write {EXAMPLES}",
    "state": "; write a state such as COMPLETE",
    "text": '; write text in quotes: "..."',
}
_WITHOUT_ORDER: dict[ValueKind, str] = {
    "bool": "true and false have",
    "state": "states have",
    "none": "none has",
    "list": "lists have",
}


def check_comparison(label: str, left: Column, sign: str, right: Side, place: Place) -> None:
    """Refuse what can never be true.

    Args:
        label: how the left side is written.
        left: a column.
        sign: an operator other than ``in``.
        right: what it is compared with.
        place: of the right side.

    Raises:
        FilterError: if no two such things can be compared so.
    """
    if not _alike(left.kind, right.kind):
        reason = f"{label} is {_NOUNS[left.kind]} and cannot be compared with {_NOUNS[right.kind]}"
        raise FilterError(reason + _HINTS.get(left.kind, ""), place)
    for side in (left, right):
        if side.kind in _WITHOUT_ORDER and sign not in ("==", "!="):
            raise FilterError(f"{_WITHOUT_ORDER[side.kind]} no order; write == or !=", place)


def check_contains(label: str, item: Side, container: Column, place: Place) -> None:
    """Refuse to search in what has no parts, or for what no text holds.

    Raises:
        FilterError: placed at the container, which ``label`` names.
    """
    if container.kind not in ("text", "mixed"):
        reason = f"{label} is {_NOUNS[container.kind]}: there is nothing in it to search for"
        raise FilterError(f"{reason}; write {label} in [...] to compare with several", place)
    if item.kind in ("time", "state") or (
        container.kind == "text" and item.kind not in ("text", "mixed")
    ):
        reason = f"{_NOUNS[item.kind]} cannot be searched for in {label}; only text can"
        raise FilterError(reason, place)


def check_truth(label: str, column: Column, place: Place) -> None:
    """Refuse a column alone that is no condition.

    Raises:
        FilterError: if no item of the column is true or false.
    """
    if column.kind not in ("bool", "mixed"):
        reason = f"{label} is {_NOUNS[column.kind]}, not a condition; compare it with something"
        raise FilterError(reason, place)


def _alike(one: ValueKind, other: ValueKind) -> bool:
    kinds = {one, other}
    return other in (one, "none") or ("mixed" in kinds and not kinds & {"time", "state"})

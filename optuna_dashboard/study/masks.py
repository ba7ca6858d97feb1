"""Sets of rows as bytes, 1 or 0 per row, combined without a Python loop over the rows."""

from array import array
from collections.abc import Sequence
from itertools import compress
from math import isfinite, isinf, isnan

from optuna_dashboard.study.states import TrialState

Mask = bytes | bytearray

_OTHER = b"\1\0" + bytes(254)


def in_states(states: bytearray, *wanted: TrialState) -> Mask:
    """Rows whose state is one of ``wanted``."""
    return states.translate(bytes(code in wanted for code in range(256)))


def is_finite(column: "array[float]") -> Mask:
    return bytes(map(isfinite, column))


def is_infinite(column: "array[float]") -> Mask:
    return bytes(map(isinf, column))


def is_nan(column: "array[float]") -> Mask:
    return bytes(map(isnan, column))


def is_positive(column: "array[float]") -> Mask:
    return bytes(map((0.0).__lt__, column))


def of_rows(rows: Sequence[int], n: int) -> Mask:
    """The mask of ``n`` rows in which exactly ``rows`` are set."""
    mask = bytearray(n)
    for row in rows:
        mask[row] = 1
    return mask


def both(first: Mask, *others: Mask) -> Mask:
    """Rows that are in every mask."""
    joint = _number(first)
    for other in others:
        joint &= _number(other)
    return joint.to_bytes(len(first), "little")


def any_of(first: Mask, *others: Mask) -> Mask:
    """Rows that are in at least one mask."""
    union = _number(first)
    for other in others:
        union |= _number(other)
    return union.to_bytes(len(first), "little")


def without(mask: Mask, removed: Mask) -> Mask:
    """Rows of ``mask`` that are not in ``removed``."""
    return (_number(mask) & ~_number(removed)).to_bytes(len(mask), "little")


def complement(mask: Mask) -> Mask:
    """Rows that are not in the mask."""
    return mask.translate(_OTHER)


def rows_of(mask: Mask) -> list[int]:
    """The rows that are set, ascending."""
    return list(compress(range(len(mask)), mask))


def _number(mask: Mask) -> int:
    # One long integer: Python then works on whole machine words.
    return int.from_bytes(mask, "little")

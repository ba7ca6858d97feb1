from array import array
from collections.abc import Iterable


def doubles(values: Iterable[float]) -> "array[float]":
    """A column of numbers."""
    return array("d", values)

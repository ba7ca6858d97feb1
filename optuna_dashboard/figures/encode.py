"""Arrays of numbers in the compact form that Plotly decodes itself."""

import sys
from array import array
from base64 import b64encode
from typing import Any, Literal, TypedDict

_I4_MIN, _I4_MAX = -(2**31), 2**31 - 1


class TypedArray(TypedDict):
    """Numbers as base64 of their little-endian bytes."""

    dtype: Literal["f8", "i4"]
    bdata: str


def encode(values: "array[Any]") -> TypedArray:
    """Encode a column of numbers; NaN in it is a gap for Plotly.

    Whole numbers become ``i4``, or ``f8`` when one does not fit: JavaScript has no typed
    array of 64-bit integers that Plotly would take.
    """
    if values.typecode != "d":
        narrow = not values or (min(values) >= _I4_MIN and max(values) <= _I4_MAX)
        values = array("i" if narrow else "d", values)
    if sys.byteorder == "big":
        values = array(values.typecode, values)
        values.byteswap()
    dtype: Literal["f8", "i4"] = "f8" if values.typecode == "d" else "i4"
    return {"dtype": dtype, "bdata": b64encode(values).decode("ascii")}


class TypedGrid(TypedArray):
    """Rows of numbers; ``shape`` is how many there are, and how long they are: ``3,5``."""

    shape: str


def encode_grid(values: "array[float]", width: int) -> TypedGrid:
    """Encode rows of ``width`` numbers that follow each other."""
    return {**encode(values), "shape": f"{len(values) // width},{width}"}

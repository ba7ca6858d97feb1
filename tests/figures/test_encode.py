"""Columns survive the way to the page."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.figures.encode import encode
from tests.figures.plotly_json import decode


@given(st.lists(st.floats(allow_nan=False)))
def test_floats(values: list[float]) -> None:
    encoded = encode(array("d", values))
    assert encoded["dtype"] == "f8"
    assert decode(encoded) == values


@given(st.lists(st.integers(-(2**53), 2**53)))
def test_whole_numbers(values: list[int]) -> None:
    encoded = encode(array("q", values))
    narrow = all(-(2**31) <= value < 2**31 for value in values)
    assert encoded["dtype"] == ("i4" if narrow else "f8")
    assert decode(encoded) == values


def test_bytes_are_little_endian() -> None:
    assert encode(array("q", [1])) == {"dtype": "i4", "bdata": "AQAAAA=="}

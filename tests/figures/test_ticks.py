"""Ticks are round numbers, and not too many."""

from math import log10
from sys import float_info

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.figures.ticks import linear_ticks, log_ticks, power_texts

ENDS = st.tuples(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9)).map(lambda p: (p[0], p[0] + p[1]))


@given(ENDS)
def test_linear(ends: tuple[float, float]) -> None:
    low, high = ends
    ticks = linear_ticks(low, high)
    room = (high - low) / 1e6
    assert 2 <= len(ticks) <= 7
    assert ticks == sorted(ticks)
    assert low - room <= ticks[0] < ticks[-1] <= high + room


@given(st.floats(-300, 300), st.floats(0.01, 300))
def test_logarithmic(low: float, span: float) -> None:
    ticks = log_ticks(low, low + span)
    assert 2 <= len(ticks) <= 8
    assert low <= ticks[0] < ticks[-1] <= low + span


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 10, [0, 2, 4, 6, 8, 10]),
        (0.1, 0.3, [0.1, 0.15, 0.2, 0.25, 0.3]),
        (5, 5, [5]),
        (0.0, 5e-324, [0.0, 5e-324]),
        (-1.7e308, 1.7e308, [-1.7e308, 1.7e308]),
    ],
)
def test_round_numbers(low: float, high: float, ticks: list[float]) -> None:
    assert linear_ticks(low, high) == ticks


def test_the_largest_power() -> None:
    assert power_texts([log10(float_info.max)]) == ["1.79763e+308"]


def test_powers_of_ten() -> None:
    assert power_texts(log_ticks(-5, -1)) == ["1e-05", "0.0001", "0.001", "0.01", "0.1"]
    assert power_texts(log_ticks(log10(2), log10(8))) == ["2", "8"]
    assert log_ticks(1.5, 1.5) == [1.5]

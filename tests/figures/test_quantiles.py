"""Quantiles are numpy's; outliers are Tukey's."""

from math import inf

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.figures.quantiles import clipped_range, quantile

NUMBERS = st.lists(st.floats(-1e6, 1e6), min_size=1)


@given(NUMBERS, st.sampled_from([0, 0.25, 0.5, 0.75, 1]))
def test_as_numpy(values: list[float], share: float) -> None:
    expected = float(np.quantile(values, share))
    assert abs(quantile(sorted(values), share) - expected) <= 1e-9 * max(1, abs(expected))


def test_beside_infinity() -> None:
    assert quantile([-inf, 0.0, 1.0, inf], 0.5) == 0.5
    assert quantile([0.0, inf], 0.5) == inf
    assert quantile([-inf, 0.0], 0.5) == -inf
    assert quantile([-inf, -inf, inf, inf], 0.25) == -inf


@given(NUMBERS, st.integers(0))
def test_the_range_holds_what_it_must(values: list[float], place: int) -> None:
    keep = values[place % len(values)]
    clipped = clipped_range(values, keep=[keep])
    if clipped:
        low, high = clipped
        assert low < keep < high
        assert min(values) < low or high < max(values)


def test_one_outlier() -> None:
    values = [float(n) for n in range(11)]
    assert clipped_range(values) is None
    assert clipped_range([]) is None
    assert clipped_range([1.0] * 9 + [5.0]) is None  # else nothing would be left
    low, high = clipped_range([*values, 100.0]) or (0, 0)
    assert (round(low, 9), round(high, 9)) == (-0.3, 10.3)
    assert clipped_range([*values, 100.0], keep=[100.0]) is None
    assert clipped_range([10.0**n for n in range(11)], log=True) is None
    logs = clipped_range([*(10.0**n for n in range(11)), 1e300], log=True)
    assert logs == (low, high)

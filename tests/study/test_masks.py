"""Masks are sets of rows."""

from array import array
from math import isfinite, isnan

from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.study import masks
from optuna_dashboard.study.states import TrialState

ROWS = 20
SETS = st.sets(st.integers(0, ROWS - 1))


@given(SETS, SETS, SETS)
def test_they_combine_as_sets_do(a: set[int], b: set[int], c: set[int]) -> None:
    first, second, third = (masks.of_rows(sorted(rows), ROWS) for rows in (a, b, c))
    assert masks.rows_of(masks.both(first, second, third)) == sorted(a & b & c)
    assert masks.rows_of(masks.any_of(first, second, third)) == sorted(a | b | c)
    assert masks.rows_of(masks.without(first, second)) == sorted(a - b)
    assert masks.rows_of(masks.complement(first)) == sorted(set(range(ROWS)) - a)


@given(st.lists(st.sampled_from(TrialState)), st.sets(st.sampled_from(TrialState)))
def test_states(states: list[TrialState], wanted: set[TrialState]) -> None:
    rows = [row for row, state in enumerate(states) if state in wanted]
    assert masks.rows_of(masks.in_states(bytearray(states), *wanted)) == rows


@given(st.lists(st.floats()))
def test_numbers(values: list[float]) -> None:
    column = array("d", values)
    assert list(masks.is_positive(column)) == [value > 0 for value in values]
    assert list(masks.is_nan(column)) == [isnan(value) for value in values]
    assert list(masks.is_finite(column)) == [isfinite(value) for value in values]

"""Reports become columns, in whatever order they were written."""

from array import array
from math import isnan, nan

from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.storage.intermediate_builder import IntermediateBuilder
from optuna_dashboard.storage.row_lookup import RowLookup
from optuna_dashboard.study.columns import IntermediateColumns

Report = tuple[int, int, float | None]

ROWS = {11: 0, 13: 1, 12: 2}  # 10 and 14 are trials of another study
REPORTS = st.tuples(
    st.integers(10, 14), st.integers(-3, 3), st.none() | st.floats(width=16) | st.integers(0, 9)
)


def columns_of(*parts: list[Report]) -> IntermediateColumns:
    builder = IntermediateBuilder(len(ROWS))
    for reports in parts:
        builder.fill(reports, RowLookup(list(ROWS), 10, 14))
    return builder.columns()


def in_full(columns: IntermediateColumns) -> dict[tuple[int, int], str]:
    """``(row, step)`` -> value, in the order of the columns."""
    rows = [row for row in ROWS.values() for _ in range(*columns.offsets[row : row + 2])]
    assert len(rows) == len(columns.steps) == len(columns.values)
    return dict(zip(zip(rows, columns.steps), map(repr, columns.values)))


@given(st.lists(REPORTS, max_size=60), st.lists(REPORTS, max_size=10))
def test_the_last_report_of_a_step_counts(first: list[Report], second: list[Report]) -> None:
    last = {
        (ROWS[trial_id], step): repr(nan if value is None else float(value))
        for trial_id, step, value in first + second
        if trial_id in ROWS
    }
    found = in_full(columns_of(first, second))
    assert list(found.items()) == [(key, last[key]) for key in sorted(last)]


def test_trials_that_ran_side_by_side() -> None:
    reports: list[Report] = [(i, step, i + step / 1000) for step in range(500) for i in ROWS]
    reports[1] = (13, 0, None)
    columns = columns_of(reports)
    assert columns.offsets == array("q", [0, 500, 1000, 1500])
    assert columns.steps == array("q", [*range(500)] * 3)
    assert list(columns.values[:2]) == [11.0, 11.001]
    assert isnan(columns.values[500])
    assert list(columns.values[1000:1002]) == [12.0, 12.001]


def test_curves_of_different_lengths() -> None:
    reports: list[Report] = [
        *((11, step, 0.5) for step in (0, 1)),
        *((13, step, 1.5) for step in (0, 1, 2, 7)),
        *((12, step, 2.5) for step in (1, 2)),
    ]
    assert columns_of(reports) == IntermediateColumns(
        array("q", [0, 2, 6, 8]),
        array("q", [0, 1, 0, 1, 2, 7, 1, 2]),
        array("d", [0.5] * 2 + [1.5] * 4 + [2.5] * 2),
    )

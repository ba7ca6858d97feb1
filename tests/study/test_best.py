"""The best trial of a single objective, and who takes part."""

from math import inf, nan

import pytest

from optuna_dashboard.study.best import best_rows
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.states import TrialState
from tests.study.columns import doubles

COMPLETE = TrialState.COMPLETE


def _best(
    direction: Direction,
    values: list[float],
    states: list[TrialState] | None = None,
    feasible: list[int] | None = None,
) -> list[int]:
    n = len(values)
    return best_rows(
        [direction],
        bytearray(states or [COMPLETE] * n),
        [doubles(values)],
        bytearray(feasible or [1] * n),
    )


@pytest.mark.parametrize(
    ("direction", "values", "expected"),
    [
        (Direction.MINIMIZE, [2.0, 1.0, 3.0], [1]),
        (Direction.MAXIMIZE, [2.0, 1.0, 3.0], [2]),
        (Direction.NOT_SET, [2.0, 1.0, 3.0], [1]),
        (Direction.MINIMIZE, [1.0, 1.0], [0]),
        (Direction.MAXIMIZE, [1.0, 1.0], [0]),
        (Direction.MINIMIZE, [inf, 1.0, -inf], [2]),
        (Direction.MAXIMIZE, [-inf, -inf], [0]),
        (Direction.MINIMIZE, [nan, 5.0], [1]),
        (Direction.MAXIMIZE, [nan, nan], []),
        (Direction.MINIMIZE, [], []),
    ],
)
def test_best_value_and_first_of_equals(
    direction: Direction, values: list[float], expected: list[int]
) -> None:
    assert _best(direction, values) == expected


@pytest.mark.parametrize("state", [state for state in TrialState if state is not COMPLETE])
def test_only_complete_trials_take_part(state: TrialState) -> None:
    assert _best(Direction.MINIMIZE, [1.0, 2.0], [state, COMPLETE]) == [1]
    assert _best(Direction.MINIMIZE, [1.0], [state]) == []


def test_only_feasible_trials_take_part() -> None:
    assert _best(Direction.MINIMIZE, [1.0, 2.0], feasible=[0, 1]) == [1]
    assert _best(Direction.MINIMIZE, [1.0, 2.0], feasible=[0, 0]) == []


def test_front_leaves_out_the_infeasible_and_the_incomplete() -> None:
    found = best_rows(
        [Direction.MINIMIZE, Direction.MAXIMIZE],
        bytearray([COMPLETE, COMPLETE, TrialState.FAIL, COMPLETE]),
        [doubles([0.0, 1.0, 0.0, nan]), doubles([9.0, 2.0, 9.0, 9.0])],
        bytearray([0, 1, 1, 1]),
    )
    assert found == [1]

"""The front, held against the definition and against Optuna."""

from math import inf

import optuna
from hypothesis import given, settings
from hypothesis import strategies as st
from optuna.study import StudyDirection

from optuna_dashboard.study.best import best_rows
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.pareto import pareto_front
from optuna_dashboard.study.states import TrialState
from tests.study.columns import doubles

# Few distinct values, so that equal points and equal coordinates abound.
values = st.sampled_from([-inf, -1.0, 0.0, 1.0, 2.0, inf]) | st.floats(allow_nan=False)
points = st.integers(1, 4).flatmap(lambda n: st.lists(st.tuples(*[values] * n), max_size=30))


# Two values, a constraint and whether the trial is complete.
Row = tuple[float, float, float | None, bool]


def _dominates(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a != b and all(x <= y for x, y in zip(a, b))


@settings(deadline=None)
@given(points)
def test_front_is_what_nothing_dominates(points: list[tuple[float, ...]]) -> None:
    expected = [
        i
        for i, point in enumerate(points)
        if not any(_dominates(other, point) for other in points)
    ]
    losses = list(zip(*points)) or [()]
    assert pareto_front(losses) == expected


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(values, values, st.sampled_from([-1.0, 1.0, None]), st.booleans()), max_size=12
    ),
    st.sampled_from(["minimize", "maximize"]),
)
def test_best_rows_are_best_trials_of_optuna(rows: list[Row], direction: str) -> None:
    study = _optuna_study(rows, direction)
    found = best_rows(
        [Direction.MINIMIZE, Direction.parse(direction)],
        bytearray(TrialState.COMPLETE if done else TrialState.FAIL for *_, done in rows),
        [doubles(first for first, *_ in rows), doubles(second for _, second, *_ in rows)],
        bytearray(constraint is None or constraint <= 0 for _, _, constraint, _ in rows),
    )
    assert found == [trial.number for trial in study.best_trials]


def _optuna_study(rows: list[Row], direction: str) -> optuna.Study:
    second = StudyDirection[direction.upper()]
    study = optuna.create_study(
        directions=[StudyDirection.MINIMIZE, second], sampler=optuna.samplers.RandomSampler()
    )
    for first_value, second_value, constraint, done in rows:
        study.add_trial(
            optuna.create_trial(
                state=optuna.trial.TrialState.COMPLETE if done else optuna.trial.TrialState.FAIL,
                values=[first_value, second_value] if done else None,
                constraints=None if constraint is None else {"c": constraint},
            )
        )
    return study


def test_front_of_many_points_is_quick() -> None:
    """A front of n points must not take n^2 steps where two objectives allow less."""
    n = 50_000
    first = [float(i) for i in range(n)]
    assert pareto_front([first, first[::-1]]) == list(range(n))
    assert pareto_front([first, first]) == [0]
    assert pareto_front([first, first[::-1], first]) == list(range(n))
    assert pareto_front([[0.0] * n, first, first[::-1]]) == list(range(n))

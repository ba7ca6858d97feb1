"""Best trials: the best feasible one, or the Pareto front."""

from array import array
from collections.abc import Sequence
from math import isnan

from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.pareto import pareto_front
from optuna_dashboard.study.states import TrialState


def best_rows(
    directions: Sequence[Direction],
    states: bytearray,
    values: "Sequence[array[float]]",
    feasible: bytearray,
) -> list[int]:
    """Rows of ``Study.best_trials`` as Optuna defines them: complete and feasible.

    One objective gives at most one row, the earliest of equal ones; several give the
    Pareto front in order of number. No complete feasible trial gives no row.
    """
    rows = (
        row
        for row, state in enumerate(states)
        if state == TrialState.COMPLETE
        and feasible[row]
        and not any(isnan(column[row]) for column in values)
    )
    if len(directions) > 1:
        return _front(directions, list(rows), values)
    pick = max if directions[0] is Direction.MAXIMIZE else min
    best = pick(rows, key=values[0].__getitem__, default=None)
    return [] if best is None else [best]


def _front(
    directions: Sequence[Direction], rows: list[int], values: "Sequence[array[float]]"
) -> list[int]:
    if not rows:
        return []
    losses = [[d.sign * column[row] for row in rows] for d, column in zip(directions, values)]
    return [rows[i] for i in pareto_front(losses)]

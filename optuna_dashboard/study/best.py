"""Best trials: the best feasible one, or the Pareto front."""

from array import array
from collections.abc import Sequence
from itertools import compress
from math import isnan
from operator import and_

from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.pareto import pareto_front
from optuna_dashboard.study.states import TrialState

# For ``bytes.translate``: 1 for a complete trial, 0 for any other.
_COMPLETE = bytes(code == TrialState.COMPLETE for code in range(256))


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
    # Steps over whole columns: a million rows are looked at before a study is first shown.
    rows = list(compress(range(len(states)), map(and_, states.translate(_COMPLETE), feasible)))
    for column in values:
        rows = [row for row in rows if not isnan(column[row])]
    if len(directions) > 1:
        return _front(directions, rows, values)
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

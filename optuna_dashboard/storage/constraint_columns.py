"""Columns of constraints and feasibility."""

from array import array
from collections.abc import Iterable, Mapping
from math import nan

from optuna_dashboard.study.columns import ConstraintColumns


def constraint_columns(
    n_trials: int, constraints: Iterable[tuple[int, Mapping[str, float]]]
) -> ConstraintColumns:
    """Columns from the constraints of single trials, given as (row, name -> value)."""
    columns = ConstraintColumns(present=False, feasible=bytearray(b"\1") * n_trials)
    for row, of_trial in constraints:
        for name, value in of_trial.items():
            if name not in columns.values:
                columns.values[name] = array("d", [nan]) * n_trials
            columns.values[name][row] = value
            columns.present = True
            if not value <= 0:
                columns.feasible[row] = 0
    return columns

"""``optuna.multi_objective`` as it was in Optuna 1.4 to 2.10, on today's Optuna.

An old script runs again when it imports this package in the place of that one.
"""

from optuna_dashboard.multi_objective import samplers, study, trial, visualization
from optuna_dashboard.multi_objective.study import create_study, load_study

__all__ = ["create_study", "load_study", "samplers", "study", "trial", "visualization"]

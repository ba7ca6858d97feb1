"""Samplers of multi-objective studies."""

from optuna_dashboard.multi_objective.samplers.base import BaseMultiObjectiveSampler
from optuna_dashboard.multi_objective.samplers.motpe import MOTPEMultiObjectiveSampler
from optuna_dashboard.multi_objective.samplers.nsga2 import NSGAIIMultiObjectiveSampler
from optuna_dashboard.multi_objective.samplers.random import RandomMultiObjectiveSampler

__all__ = [
    "BaseMultiObjectiveSampler",
    "MOTPEMultiObjectiveSampler",
    "NSGAIIMultiObjectiveSampler",
    "RandomMultiObjectiveSampler",
]

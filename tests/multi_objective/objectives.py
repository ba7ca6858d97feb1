"""Objective functions and studies that several tests need."""

from collections.abc import Sequence

import optuna
from optuna.storages import BaseStorage

from optuna_dashboard.multi_objective.samplers import BaseMultiObjectiveSampler
from optuna_dashboard.multi_objective.samplers.adapter import SamplerAdapter
from optuna_dashboard.multi_objective.study import MultiObjectiveStudy
from optuna_dashboard.multi_objective.trial import MultiObjectiveTrial

DIRECTIONS = ["minimize", "maximize"]


def binh_and_korn(trial: MultiObjectiveTrial) -> tuple[float, float]:
    x = trial.suggest_float("x", 0, 5)
    y = trial.suggest_float("y", 0, 3)
    return 4 * x**2 + 4 * y**2, -((x - 5) ** 2) - (y - 5) ** 2


def pruned_sometimes(trial: MultiObjectiveTrial) -> tuple[float, float]:
    first, second = binh_and_korn(trial)
    trial.report([first, second], 0)
    if trial.number % 3 == 1:
        raise optuna.TrialPruned
    return first, second


def legacy_study(
    storage: BaseStorage | str | None = None,
    directions: Sequence[str] = DIRECTIONS,
    name: str = "old",
) -> MultiObjectiveStudy:
    """A study as Optuna 1.4 to 2.10 made it, without a trial."""
    study = optuna.create_study(study_name=name, storage=storage)
    key = "multi_objective:study:directions"
    study._storage.set_study_system_attr(study._study_id, key, list(directions))
    return MultiObjectiveStudy(study)


def use(study: MultiObjectiveStudy, sampler: BaseMultiObjectiveSampler) -> MultiObjectiveStudy:
    """The same study with another sampler."""
    assert isinstance(study._study.sampler, SamplerAdapter)
    study._study.sampler.sampler = sampler
    return study

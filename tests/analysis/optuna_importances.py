"""The importances that Optuna itself computes, and ours of the same study."""

import warnings
from collections.abc import Callable

import optuna
from optuna.importance import (
    BaseImportanceEvaluator,
    FanovaImportanceEvaluator,
    MeanDecreaseImpurityImportanceEvaluator,
    PedAnovaImportanceEvaluator,
    get_param_importances,
)
from optuna.trial import FrozenTrial

from optuna_dashboard.analysis.forest import SEED
from optuna_dashboard.analysis.importance import Assessment, Evaluator, assess
from tests.figures.from_optuna import from_optuna

MAKERS: dict[Evaluator, Callable[[], BaseImportanceEvaluator]] = {
    "ped-anova": PedAnovaImportanceEvaluator,
    "fanova": lambda: FanovaImportanceEvaluator(seed=SEED),
    "mean-decrease-impurity": lambda: MeanDecreaseImpurityImportanceEvaluator(seed=SEED),
}


def optunas(
    study: optuna.Study,
    evaluator: Evaluator,
    objective: int = 0,
    params: list[str] | None = None,
) -> dict[str, float]:
    """``optuna.importance.get_param_importances``, where low values are the better ones."""
    sign = -1 if study.directions[objective] is optuna.study.StudyDirection.MAXIMIZE else 1
    target: Callable[[FrozenTrial], float] | None = None
    if len(study.directions) > 1:
        target = lambda trial: sign * trial.values[objective]  # noqa: E731 - of Optuna's signature
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that there are few trials, that a target is to be low
        return get_param_importances(
            study, evaluator=MAKERS[evaluator](), params=params, target=target
        )


def ours(
    study: optuna.Study,
    evaluator: Evaluator = "ped-anova",
    params: list[str] | None = None,
) -> Assessment:
    """Our assessment for every objective of a study of Optuna's."""
    mine = from_optuna(study)
    losses = [
        [direction.sign * value for value in column]
        for direction, column in zip(mine.directions, mine.values)
    ]
    return assess(mine, losses, evaluator, params)

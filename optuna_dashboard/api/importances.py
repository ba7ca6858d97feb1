"""GET /api/studies/<id>/param_importances: how much each parameter matters, in numbers."""

from array import array
from typing import Any

import falcon

from optuna_dashboard.analysis.importance import EVALUATORS, Evaluator, Importances, assess
from optuna_dashboard.api.resource import Query, Resource, bad_request, send
from optuna_dashboard.api.schema import DistributionName, ImportanceList, ParamImportance
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    FloatDistribution,
)
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study


class ImportanceResource(Resource):
    path = "/api/studies/{study_id:id}/param_importances"
    answer = ImportanceList
    summary = "How much each parameter matters for each objective, as Optuna computes it"
    query = (
        Query(
            "evaluator",
            {"type": "string", "enum": [*EVALUATORS], "default": "ped-anova"},
            "the measure; those but PED-ANOVA need scikit-learn, and have a seed of 0",
        ),
    )

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        _, study = self.find(params["study_id"])
        send(resp, {"param_importances": _importances(study, _evaluator(req))})


def _evaluator(req: falcon.Request) -> Evaluator:
    text = req.get_param("evaluator", default="ped-anova")
    for evaluator in EVALUATORS:
        if evaluator == text:
            return evaluator
    raise bad_request(f"evaluator={text} is not one of {', '.join(EVALUATORS)}")


def _importances(study: Study, evaluator: Evaluator) -> list[list[ParamImportance]]:
    if study.state_counts.get(TrialState.COMPLETE, 0) < 2:
        return [[] for _ in study.directions]
    losses = [
        array("d", [direction.sign * value for value in column])
        for direction, column in zip(study.directions, study.values)
    ]
    return [_items(study, answer) for answer in assess(study, losses, evaluator).answers]


def _items(study: Study, answer: Importances) -> list[ParamImportance]:
    return [
        {
            "name": name,
            "importance": importance,
            "distribution": _name(study.param(name).distributions[0]),
        }
        for name, importance in answer.values.items()
    ]


def _name(distribution: Distribution) -> DistributionName:
    if isinstance(distribution, CategoricalDistribution):
        return "CategoricalDistribution"
    if isinstance(distribution, FloatDistribution):
        return "FloatDistribution"
    return "IntDistribution"

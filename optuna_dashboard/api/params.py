"""GET /api/studies/<id>/params: the parameters of a study and their ranges."""

from typing import Any

import falcon

from optuna_dashboard.api.resource import Resource, send
from optuna_dashboard.api.rows import distribution_json
from optuna_dashboard.api.schema import ParamList, ParamSummary
from optuna_dashboard.study.columns import ABSENT, ParamColumn


class ParamListResource(Resource):
    path = "/api/studies/{study_id:id}/params"
    answer = ParamList
    summary = "Every parameter, its ranges, and how many trials have it"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        _, study = self.find(params["study_id"])
        send(resp, {"params": [_param(column) for column in study.all_params()]})


def _param(column: ParamColumn) -> ParamSummary:
    return {
        "name": column.name,
        "n_trials": len(column.kinds) - column.kinds.count(ABSENT),
        "distributions": [distribution_json(one) for one in column.distributions],
    }

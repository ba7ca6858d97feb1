"""GET /api/studies/<id>/trial-numbers: which trials are listed, without what is in them."""

from typing import Any

import falcon

from optuna_dashboard.api import parameters
from optuna_dashboard.api.listing import LISTING, listed_rows
from optuna_dashboard.api.resource import Query, Resource, send
from optuna_dashboard.api.schema import TrialNumbers

_WHOLE = {"type": "integer", "minimum": 0}


class TrialNumbersResource(Resource):
    path = "/api/studies/{study_id:id}/trial-numbers"
    answer = TrialNumbers
    summary = "The numbers of the trials of the trial table, in its order"
    query = (
        Query("offset", {**_WHOLE, "default": 0}, "place of the first trial"),
        Query("limit", _WHOLE, "at most so many trials; all, if left out"),
        *LISTING,
    )

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        _, study = self.find(params["study_id"])
        rows = listed_rows(req, study)
        offset = parameters.integer(req, "offset", 0)
        limit = parameters.integer(req, "limit", len(rows))
        numbers = study.index.numbers
        answer: TrialNumbers = {
            "total": len(rows),
            "offset": offset,
            "numbers": [numbers[row] for row in rows[offset : offset + limit]],
        }
        send(resp, answer)

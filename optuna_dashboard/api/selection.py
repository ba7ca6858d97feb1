"""GET /api/studies/<id>/selection and .../filter-names: the trials that a filter selects."""

from array import array
from collections import Counter
from itertools import compress
from typing import Any

import falcon

from optuna_dashboard.api import parameters
from optuna_dashboard.api.resource import Resource, send
from optuna_dashboard.api.rows import STATE_NAMES
from optuna_dashboard.api.schema import FilterName, FilterNames, Selection
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.filter.completion import Completion, completions
from optuna_dashboard.filter.evaluate import matching
from optuna_dashboard.study.states import TrialState


class SelectionResource(Resource):
    path = "/api/studies/{study_id:id}/selection"
    answer = Selection
    summary = "The numbers of the trials that a filter is true for"
    query = (parameters.FILTER,)

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        _, study = self.find(params["study_id"])
        text = parameters.filter_text(req)
        numbers, mask = study.index.numbers, matching(study, text)
        found = array("q", compress(numbers, mask))
        counts = Counter(compress(study.index.states, mask))
        answer: Selection = {
            "filter": text,
            "total": len(numbers),
            "matched": len(found),
            "state_counts": {STATE_NAMES[TrialState(code)]: n for code, n in counts.items()},
            "numbers": encode(found),
        }
        send(resp, answer)


class FilterNamesResource(Resource):
    path = "/api/studies/{study_id:id}/filter-names"
    answer = FilterNames
    summary = "What a filter of this study can name, in the order of the trial table"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        _, study = self.find(params["study_id"])
        answer: FilterNames = {"names": [_name(completion) for completion in completions(study)]}
        send(resp, answer)


def _name(completion: Completion) -> FilterName:
    found: FilterName = {
        "column": completion.column,
        "name": completion.name,
        "label": completion.label,
        "kind": completion.kind,
    }
    if completion.choices:
        found["choices"] = list(completion.choices)
    if completion.also:
        found["also"] = list(completion.also)
    return found

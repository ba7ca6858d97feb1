"""The trials that a request lists, and their order."""

from collections.abc import Sequence

import falcon

from optuna_dashboard.api import parameters
from optuna_dashboard.api.order import SortError, ordered_rows
from optuna_dashboard.api.resource import Query, bad_request
from optuna_dashboard.study.study import Study

LISTING = (
    Query(
        "sort",
        {"type": "string", "default": "number"},
        "number, state, value:0, feasible, start, complete, duration, param:NAME, attr:NAME "
        'or constraint:NAME; "-" before it reverses; what is missing comes last in either case',
    ),
    Query("state", {"type": "string"}, "only trials in these states, separated by commas"),
    parameters.FILTER,
)


def listed_rows(req: falcon.Request, study: Study) -> Sequence[int]:
    """Rows of the trials that the query parameters of ``LISTING`` ask for, or an answer of 400."""
    sort = req.get_param("sort") or "number"
    try:
        return ordered_rows(study, sort, parameters.states(req), parameters.filter_text(req))
    except SortError as error:
        raise bad_request(str(error)) from None

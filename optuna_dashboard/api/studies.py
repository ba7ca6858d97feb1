"""GET /api/studies: every study of every open storage."""

from typing import Any

import falcon

from optuna_dashboard.api.facts import study_facts
from optuna_dashboard.api.resource import Resource, send
from optuna_dashboard.api.schema import StudyList, StudySummary
from optuna_dashboard.api.text import attrs_text


class StudyListResource(Resource):
    path = "/api/studies"
    answer = StudyList
    summary = "Every study, in order of source and id"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        summaries: list[StudySummary] = [
            {**study_facts(source, summary), "user_attrs": attrs_text(summary.header.user_attrs)}
            for source in self.catalog.sources()
            for summary in source.contents().summaries
        ]
        send(resp, {"study_summaries": summaries})

"""GET /api/studies/<id>/report: a study as one HTML document."""

from typing import Any

import falcon

from optuna_dashboard.api.attachment import attach
from optuna_dashboard.api.etag import untag
from optuna_dashboard.api.resource import Resource
from optuna_dashboard.report.document import report


class ReportResource(Resource):
    path = "/api/studies/{study_id:id}/report"
    answer = "text/html"
    summary = (
        "A study in one HTML document: facts, figures, best trials, table, notes, the names of "
        "artifacts with small pictures among them; whoever saves "
        "it puts report.html of the built pages, which draws the figures, in the marked place"
    )

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        storage = source.storage
        resp.content_type = "text/html; charset=utf-8"
        attach(resp, study.name, ".html")
        files = self.catalog.artifacts
        if files is not None:
            untag(req)  # files come and go
        look = files.look if files else None
        resp.data = report(study, storage.label, storage.warnings, look)

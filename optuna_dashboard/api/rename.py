"""POST /api/studies/<id>/rename: another name for a study."""

from typing import Any

import falcon

from optuna_dashboard.api.body import read_json
from optuna_dashboard.api.new_study import study_name
from optuna_dashboard.api.request_schema import RenameRequest
from optuna_dashboard.api.resource import Endpoint, Write, bad_request, send_created
from optuna_dashboard.api.schema import StudySummary
from optuna_dashboard.api.studies import summary_of_study
from optuna_dashboard.storage.optuna_rename import rename_study


class RenameResource(Endpoint):
    path = "/api/studies/{study_id:id}/rename"
    writes = (
        Write(
            "POST",
            "RenameStudy",
            "Rename a study; where the storage cannot, it is copied with everything that it has, "
            "gets another id, and must have no running trial (409)",
            RenameRequest,
            StudySummary,
        ),
    )

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        name = study_name(read_json(req))
        if name is None:
            raise bad_request("You need to set study_name")
        with source.storage.write() as writer:
            study_id = rename_study(writer, study.id, name)
        send_created(resp, summary_of_study(source, study_id))

"""GET and POST /api/studies: every study of every open storage, and a new one."""

from typing import Any

import falcon

from optuna_dashboard.api.body import integer, read_json
from optuna_dashboard.api.catalog import Source
from optuna_dashboard.api.etag import untag
from optuna_dashboard.api.facts import study_facts
from optuna_dashboard.api.new_study import directions, study_name
from optuna_dashboard.api.request_schema import StudyRequest
from optuna_dashboard.api.resource import (
    Resource,
    Write,
    bad_request,
    not_found,
    send,
    send_created,
)
from optuna_dashboard.api.schema import CreatedStudy, StudyList, StudySummary
from optuna_dashboard.api.text import attrs_text
from optuna_dashboard.storage import base
from optuna_dashboard.storage.optuna_writes import create_study


class StudyListResource(Resource):
    path = "/api/studies"
    answer = StudyList
    summary = "Every study, in order of source and id"
    writes = (
        Write("POST", "CreateStudy", "Make a study without trials", StudyRequest, CreatedStudy),
    )

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        found = [(source, source.contents()) for source in self.catalog.sources()]
        if not all(contents.is_whole for _, contents in found):
            untag(req)
        summaries = [
            _summary(source, summary)
            for source, contents in found
            for summary in contents.summaries
        ]
        send(resp, {"study_summaries": summaries})

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        body = read_json(req)
        name, wanted = study_name(body), directions(body)
        if name is None or not wanted:
            raise bad_request("You need to set study_name and direction")
        source = self._source(body.get("source"))
        with source.storage.write() as writer:
            study_id = create_study(writer, name, wanted)
        send_created(resp, {"study_summary": summary_of_study(source, study_id)})

    def _source(self, index: object) -> Source:
        """The storage that is meant, or an answer of 404."""
        found = [one for one in self.catalog.sources() if index in (None, one.index)]
        if not found or (index is not None and integer(index) is None):
            raise not_found(f"source={index} is not found")
        return found[0]


def summary_of_study(source: Source, study_id: int) -> StudySummary:
    """The line of the study list for a study; ``study_id`` is its own, in the storage."""
    for summary in source.storage.summaries():
        if summary.header.id == study_id:
            return _summary(source, summary)
    raise not_found(f"study_id={source.public_id(study_id)} is not found")


def _summary(source: Source, summary: base.StudySummary) -> StudySummary:
    return {**study_facts(source, summary), "user_attrs": attrs_text(summary.header.user_attrs)}

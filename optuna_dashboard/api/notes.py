"""PUT /api/studies/<id>/note and /api/studies/<id>/<trial_id>/note: what people write down."""

from typing import Any

import falcon

from optuna_dashboard.api.body import integer, read_json
from optuna_dashboard.api.catalog import Source
from optuna_dashboard.api.request_schema import NoteRequest
from optuna_dashboard.api.resource import Endpoint, Write, bad_request, own_trial_id, send
from optuna_dashboard.api.schema import ErrorAnswer
from optuna_dashboard.api.stored import note_json
from optuna_dashboard.storage.optuna_writes import trial_of
from optuna_dashboard.study.attrs.notes import Note, note_settings, read_notes

_HOW = "409 if somebody wrote another one meanwhile"


class StudyNoteResource(Endpoint):
    path = "/api/studies/{study_id:id}/note"
    writes = (Write("PUT", "WriteStudyNote", f"Write the note on a study; {_HOW}", NoteRequest),)

    def on_put(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        _answer(resp, _write(source, study.id, None, _note(req)))


class TrialNoteResource(Endpoint):
    path = "/api/studies/{study_id:id}/{trial_id:id}/note"
    writes = (Write("PUT", "WriteTrialNote", f"Write the note on a trial; {_HOW}", NoteRequest),)

    def on_put(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        trial_id = own_trial_id(source, params["trial_id"])
        _answer(resp, _write(source, study.id, trial_id, _note(req)))


def _note(req: falcon.Request) -> Note:
    body = read_json(req)
    version, text = integer(body.get("version")), body.get("body")
    if version is None or not isinstance(text, str):
        raise bad_request("Invalid request.")
    return Note(version, text)


def _write(source: Source, study_id: int, trial_id: int | None, note: Note) -> Note | None:
    """Write a note; the one that is there, if the new one was not made from it."""
    with source.storage.write() as writer:
        if trial_id is not None:
            trial_of(writer, study_id, trial_id)
        attrs = writer.get_study_system_attrs(study_id)
        stored = read_notes(attrs).note(trial_id)
        if note.version != stored.version + 1:
            return stored
        # The version first: who reads meanwhile does not take an old text for the new one's.
        for key, value in note_settings(attrs, trial_id, note):
            writer.set_study_system_attr(study_id, key, value)
    return None


def _answer(resp: falcon.Response, stored: Note | None) -> None:
    if stored is None:
        resp.status = falcon.HTTP_204
        return
    answer: ErrorAnswer = {
        "reason": "Somebody has written another note meanwhile.",
        "note": note_json(stored),
    }
    send(resp, answer)
    resp.status = falcon.HTTP_409

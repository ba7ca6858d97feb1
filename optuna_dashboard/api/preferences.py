"""/api/studies/<id>/preference...: people say which trial is the worst of some."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

import falcon

from optuna_dashboard.api.body import integer, read_json
from optuna_dashboard.api.catalog import Source
from optuna_dashboard.api.detail_schema import Preferences
from optuna_dashboard.api.preference_json import preferences_json
from optuna_dashboard.api.request_schema import FeedbackComponentRequest, PreferenceRequest
from optuna_dashboard.api.resource import (
    Endpoint,
    Resource,
    Write,
    bad_request,
    not_found,
    own_trial_id,
    send,
)
from optuna_dashboard.storage.optuna_writes import finish_compared, trial_of
from optuna_dashboard.study.attrs.preferences import (
    Feedback,
    FeedbackComponent,
    feedback_component_setting,
    feedback_settings,
    read_history,
    removed_setting,
    restored_setting,
    skipped_setting,
)
from optuna_dashboard.study.attrs.setting import Setting
from optuna_dashboard.study.study import Study


class PreferenceResource(Resource):
    path = "/api/studies/{study_id:id}/preference"
    answer = Preferences
    summary = "What people said about the trials of a preferential study"
    writes = (
        Write(
            "POST",
            "ReportPreference",
            "Say which of some trials is the worst; those that are not finished become complete",
            PreferenceRequest,
        ),
    )

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        _, study = self.find(params["study_id"])
        send(resp, preferences_json(study))

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        feedback = _feedback(read_json(req))
        _check_preferential(study)
        with source.storage.write() as writer:
            finish_compared(writer, study.id, feedback.candidates)
            for key, value in feedback_settings(feedback):
                writer.set_study_system_attr(study.id, key, value)
        resp.status = falcon.HTTP_204


class PreferenceItemResource(Endpoint):
    path = "/api/studies/{study_id:id}/preference/{history_id}"
    writes = (
        Write("DELETE", "RemovePreference", "Take back what was said once"),
        Write("POST", "RestorePreference", "Have what was taken back count again"),
    )

    def on_delete(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        _set(source, study, removed_setting(_found(study, params["history_id"])))
        resp.status = falcon.HTTP_204

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        _set(source, study, restored_setting(_found(study, params["history_id"])))
        resp.status = falcon.HTTP_204


class SkipResource(Endpoint):
    path = "/api/studies/{study_id:id}/{trial_id:id}/skip"
    writes = (Write("POST", "SkipTrial", "Ask nobody about a trial of a preferential study"),)

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        _check_preferential(study)
        trial_id = own_trial_id(source, params["trial_id"])
        with source.storage.write() as writer:
            trial_of(writer, study.id, trial_id)
            writer.set_study_system_attr(study.id, *skipped_setting(trial_id))
        resp.status = falcon.HTTP_204


class FeedbackComponentResource(Endpoint):
    path = "/api/studies/{study_id:id}/preference_feedback_component"
    writes = (
        Write(
            "PUT",
            "SetFeedbackComponent",
            "Say what people see of a trial when they compare it with others",
            FeedbackComponentRequest,
        ),
    )

    def on_put(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        _set(source, study, feedback_component_setting(_component(read_json(req))))
        resp.status = falcon.HTTP_204


def _feedback(body: Mapping[str, Any]) -> Feedback:
    """What somebody says, or an answer of 400."""
    if body.get("mode") != "ChooseWorst":
        raise bad_request("`mode` should be 'ChooseWorst'.")
    candidates = body.get("candidates")
    if not isinstance(candidates, list) or None in map(integer, candidates):
        raise bad_request("`candidates` should be an array of integers.")
    clicked = integer(body.get("clicked"))
    if clicked is None:
        raise bad_request("`clicked` should be specified.")
    others = [number for number in dict.fromkeys(candidates) if number != clicked]
    if clicked not in candidates or not others:
        raise bad_request("`clicked` should be one of several `candidates`.")
    pairs = [(number, clicked) for number in others]
    now = datetime.now().isoformat()
    return Feedback(str(uuid4()), now, list(dict.fromkeys(candidates)), clicked, pairs)


def _component(body: Mapping[str, Any]) -> FeedbackComponent:
    kind, key = body.get("output_type"), body.get("artifact_key")
    if kind == "note":
        return FeedbackComponent()
    if kind != "artifact":
        raise bad_request("component_type must be either 'note' or 'artifact'.")
    if not isinstance(key, str):
        raise bad_request("artifact_key must be specified for an 'artifact'.")
    return FeedbackComponent("artifact", key)


def _found(study: Study, history_id: str) -> Feedback:
    for feedback in read_history(study.header.system_attrs):
        if feedback.id == history_id:
            return feedback
    raise not_found(f"history_id={history_id} is not found")


def _check_preferential(study: Study) -> None:
    if not study.header.is_preferential:
        raise bad_request("The study is not preferential.")


def _set(source: Source, study: Study, setting: Setting) -> None:
    with source.storage.write() as writer:
        writer.set_study_system_attr(study.id, *setting)

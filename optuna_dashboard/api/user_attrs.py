"""User attributes of studies and trials, as people set them.

Optuna writes one after the other, so that each is looked at before the first is written.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import falcon

from optuna_dashboard.api.body import read_json
from optuna_dashboard.api.request_schema import UserAttrsRequest
from optuna_dashboard.api.resource import Endpoint, Write, bad_request
from optuna_dashboard.storage.base import Storage
from optuna_dashboard.storage.optuna_writes import open_trial

# As many characters as Optuna's databases have room for.
_LONGEST_KEY = 512


class TrialUserAttrsResource(Endpoint):
    path = "/api/trials/{trial_id:id}/user-attrs"
    writes = (
        Write(
            "POST",
            "SetTrialUserAttrs",
            "Set user attributes of a trial; 409 if it is finished",
            UserAttrsRequest,
        ),
    )

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        attrs = _user_attrs(req)
        source, trial_id = self.find_trial(params["trial_id"])
        check_sizes(source.storage, attrs)
        with source.storage.write() as writer:
            open_trial(writer, trial_id)
            for key, value in attrs.items():
                writer.set_trial_user_attr(trial_id, key, value)
        resp.status = falcon.HTTP_204


class StudyUserAttrsResource(Endpoint):
    path = "/api/studies/{study_id:id}/user-attrs"
    writes = (
        Write("POST", "SetStudyUserAttrs", "Set user attributes of a study", UserAttrsRequest),
    )

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        attrs = _user_attrs(req)
        source, study = self.find(params["study_id"])
        check_sizes(source.storage, attrs)
        with source.storage.write() as writer:
            for key, value in attrs.items():
                writer.set_study_user_attr(study.id, key, value)
        resp.status = falcon.HTTP_204


def _user_attrs(req: falcon.Request) -> Mapping[str, Any]:
    attrs = read_json(req).get("user_attrs")
    if not isinstance(attrs, dict) or not attrs:
        raise bad_request("user_attrs must be specified.")
    check_keys(attrs)
    return attrs


def check_keys(keys: Iterable[str]) -> None:
    """Raise an answer of 400 if Optuna cannot store one as that of an attribute or parameter."""
    for key in keys:
        if "\0" in key or len(key) > _LONGEST_KEY:
            raise bad_request(f"{key[:80]!r} is not a key that Optuna can store.")


def check_sizes(storage: Storage, attrs: Mapping[str, Any]) -> None:
    """Raise an answer of 400 if an attribute is too long for a storage."""
    most = storage.longest_attr
    for key, value in attrs.items():
        # As Optuna writes it.
        if most is not None and (length := len(json.dumps(value))) > most:
            reason = f"{key[:80]!r} is too long: {length} bytes, where {most} have room."
            raise bad_request(reason)

"""POST /api/trials/<trial_id>/tell: the end of a trial, as a person judges it."""

from collections.abc import Mapping
from math import isnan
from typing import Any

import falcon

from optuna_dashboard.api.body import read_json
from optuna_dashboard.api.request_schema import TellRequest
from optuna_dashboard.api.resource import Endpoint, Write, bad_request
from optuna_dashboard.storage.optuna_writes import tell
from optuna_dashboard.study.states import TrialState

_STATES = (TrialState.COMPLETE, TrialState.FAIL)
_NO_NUMBERS = "values attribute must be an array of numbers"


class TellResource(Endpoint):
    path = "/api/trials/{trial_id:id}/tell"
    writes = (
        Write(
            "POST",
            "TellTrial",
            "Finish a trial with its values, or as failed; 400 if a study of several objectives "
            "has more or fewer of them, 409 if the trial is finished already",
            TellRequest,
        ),
    )

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        state, values = _told(read_json(req))
        source, trial_id = self.find_trial(params["trial_id"])
        with source.storage.write() as writer:
            tell(writer, trial_id, state, values)
        resp.status = falcon.HTTP_204


def _told(body: Mapping[str, Any]) -> tuple[TrialState, list[float] | None]:
    name = body.get("state")
    if name is None:
        raise bad_request("state must be specified.")
    state = TrialState.parse(name) if isinstance(name, str) else None
    if state not in _STATES:
        raise bad_request("state must be either 'Complete' or 'Fail'.")
    return state, _values(body) if state is TrialState.COMPLETE else None


def _values(body: Mapping[str, Any]) -> list[float]:
    told = body.get("values")
    # Optuna finds no best trial any more where a complete one has no value.
    if told is None or told == []:
        raise bad_request("values attribute is required when state is 'Complete'.")
    if not isinstance(told, list):
        raise bad_request(_NO_NUMBERS)
    return [_number(value) for value in told]


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise bad_request(_NO_NUMBERS)
    try:
        number = float(value)
    except (ValueError, OverflowError):
        raise bad_request(_NO_NUMBERS) from None
    if isnan(number):
        raise bad_request(_NO_NUMBERS)
    return number

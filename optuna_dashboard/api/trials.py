"""GET /api/studies/<id>/trials and .../trials/<number>: our pages' view of trials."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

import falcon

from optuna_dashboard.api import parameters
from optuna_dashboard.api.catalog import Source
from optuna_dashboard.api.encode import datetime_to_time, value
from optuna_dashboard.api.form import answers_json
from optuna_dashboard.api.listing import LISTING, listed_rows
from optuna_dashboard.api.queue import enqueue_trial, retry_trial
from optuna_dashboard.api.request_schema import EnqueueRequest
from optuna_dashboard.api.resource import (
    Endpoint,
    Query,
    Resource,
    Write,
    not_found,
    send,
    send_created,
)
from optuna_dashboard.api.rows import (
    STATE_NAMES,
    distribution_json,
    duration,
    intermediate_values,
    intermediate_vectors,
    trial_row,
    trial_rows,
    values,
)
from optuna_dashboard.api.schema import NewTrial, TrialDetail, TrialPage
from optuna_dashboard.api.stored import artifacts_json, note_json
from optuna_dashboard.api.system_attrs import shown_system_attrs
from optuna_dashboard.study.attrs.artifacts import read_artifacts
from optuna_dashboard.study.attrs.notes import read_notes
from optuna_dashboard.study.columns import Trial
from optuna_dashboard.study.distributions import to_external
from optuna_dashboard.study.study import Study

_LARGEST_PAGE = 1000
_DEFAULT_PAGE = 100

_WHOLE = {"type": "integer", "minimum": 0}


class TrialPageResource(Resource):
    path = "/api/studies/{study_id:id}/trials"
    answer = TrialPage
    summary = "A page of the trial table"
    query = (
        Query("offset", {**_WHOLE, "default": 0}, "place of the first trial"),
        Query(
            "limit",
            {**_WHOLE, "default": _DEFAULT_PAGE, "maximum": _LARGEST_PAGE},
            "at most so many trials",
        ),
        *LISTING,
        Query("number", _WHOLE, "the page on which this trial stands, instead of offset"),
    )
    writes = (
        Write(
            "POST",
            "EnqueueTrial",
            "Have a trial run with given parameters, which must be as other trials have them",
            EnqueueRequest,
            NewTrial,
        ),
    )

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        _, study = self.find(params["study_id"])
        limit = parameters.integer(req, "limit", _DEFAULT_PAGE, most=_LARGEST_PAGE)
        offset = parameters.integer(req, "offset", 0)
        if not offset and not any(map(req.has_param, ("sort", "state", "filter", "number"))):
            send(resp, _first_page(study, limit))
            return
        rows = listed_rows(req, study)
        answer: TrialPage = {"total": len(rows), "offset": offset, "trials": []}
        if req.has_param("number"):
            position = _position(study, rows, parameters.integer(req, "number", 0))
            answer["position"] = position
            if position is not None and limit:
                answer["offset"] = offset = position - position % limit
        answer["trials"] = trial_rows(study, rows[offset : offset + limit])
        send(resp, answer)

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        send_created(resp, enqueue_trial(source, study, req))


class TrialResource(Resource):
    path = "/api/studies/{study_id:id}/trials/{number:id}"
    answer = TrialDetail
    summary = "One trial in full"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        row = row_of(study, params["number"])
        if row is None:
            raise not_found(f"trial {params['number']} is not found")
        send(resp, _detail(source, study, row))


class RetryResource(Endpoint):
    path = "/api/studies/{study_id:id}/trials/{number:id}/retry"
    writes = (
        Write("POST", "RetryTrial", "Have a trial that failed run once more", None, NewTrial),
    )

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        row = row_of(study, params["number"])
        if row is None:
            raise not_found(f"trial {params['number']} is not found")
        send_created(resp, retry_trial(source, study, study.index.ids[row]))


def row_of(study: Study, number: int) -> int | None:
    """The row of the trial with this number, None if there is none."""
    numbers = study.index.numbers
    row = bisect_left(numbers, number)
    return row if row < len(numbers) and numbers[row] == number else None


def row_of_id(study: Study, trial_id: int) -> int | None:
    """The row of the trial with this id, None if there is none."""
    try:
        return study.index.ids.index(trial_id)
    except ValueError:
        return None


def _first_page(study: Study, limit: int) -> TrialPage:
    """What a page asks for first; answered without reading the index of all trials."""
    clock = study.header.clock
    trials = [trial_row(trial, clock) for trial in study.first_trials(limit)]
    return {"total": study.n_trials, "offset": 0, "trials": trials}


def _position(study: Study, rows: Sequence[int], number: int) -> int | None:
    row = row_of(study, number)
    if row is None:
        raise not_found(f"trial {number} is not found")
    try:
        return rows.index(row)
    except ValueError:
        return None


def _detail(source: Source, study: Study, row: int) -> TrialDetail:
    [trial] = study.trials([row])
    header = study.header
    numbers = study.index.numbers
    notes, artifacts = read_notes(header.system_attrs), read_artifacts(header.system_attrs)
    return {
        "trial_id": source.public_id(trial.id),
        "number": trial.number,
        "state": STATE_NAMES[trial.state],
        "values": values(trial.values),
        "params": [
            {
                "name": name,
                "value": to_external(distribution, internal),
                "distribution": distribution_json(distribution),
            }
            for name, (internal, distribution) in trial.params.items()
        ],
        "fixed_params": _fixed_params(trial),
        "user_attrs": dict(trial.user_attrs),
        "system_attrs": shown_system_attrs(trial.system_attrs),
        "start": datetime_to_time(trial.start, header.clock),
        "complete": datetime_to_time(trial.complete, header.clock),
        "duration": duration(trial),
        "clock": header.clock,
        "intermediate_values": intermediate_values(trial),
        "intermediate_vectors": intermediate_vectors(trial),
        "constraints": [
            {"name": name, "value": value(number)} for name, number in trial.constraints.items()
        ],
        "feasible": trial.feasible,
        "is_best": row in study.best_rows,
        "previous": numbers[row - 1] if row else None,
        "next": numbers[row + 1] if row + 1 < len(numbers) else None,
        "note": note_json(notes.of(trial.id)),
        "artifacts": artifacts_json(artifacts.of(trial.id, trial.system_attrs)),
        "form": answers_json(header, trial),
    }


def _fixed_params(trial: Trial) -> dict[str, object]:
    """Parameters that the user prescribed when the trial was enqueued."""
    fixed = trial.system_attrs.get("fixed_params")
    return dict(fixed) if isinstance(fixed, dict) else {}

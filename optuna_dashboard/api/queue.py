"""Trials that people want a program to run: with parameters of theirs, or once more."""

from collections.abc import Mapping
from typing import Any

import falcon

from optuna_dashboard.api.body import read_json
from optuna_dashboard.api.catalog import Source
from optuna_dashboard.api.resource import bad_request
from optuna_dashboard.api.schema import NewTrial
from optuna_dashboard.api.user_attrs import check_keys, check_sizes
from optuna_dashboard.storage.optuna_writes import enqueue, retry
from optuna_dashboard.study.distributions import to_external, to_internal
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.study import Study


def enqueue_trial(source: Source, study: Study, req: falcon.Request) -> NewTrial:
    """Have a trial run with the parameters in the body, or an answer of 400."""
    body = read_json(req)
    params, attrs = body.get("params"), body.get("user_attrs", {})
    if not isinstance(params, dict):
        raise bad_request("params must be an object of parameters.")
    if not isinstance(attrs, dict):
        raise bad_request("user_attrs must be an object.")
    check_keys(attrs)
    check_sizes(source.storage, attrs)
    # Names that trials have are stored already, however long they are.
    check_keys([name for name in params if name not in study.param_names])
    if body.get("allow_unknown") is not True:
        _check_known(study, params)
    fixed = {name: _fitting(study, name, value) for name, value in params.items()}
    check_sizes(source.storage, {"fixed_params": fixed})
    with source.storage.write() as writer:
        trial_id = enqueue(writer, study.id, fixed, attrs)
        number = writer.get_trial(trial_id).number
    return {"trial_id": source.public_id(trial_id), "number": number}


def retry_trial(source: Source, study: Study, trial_id: int) -> NewTrial:
    """Have a trial that failed run once more, or an answer of 409."""
    with source.storage.write() as writer:
        new_id = retry(writer, study.id, trial_id)
        number = writer.get_trial(new_id).number
    return {"trial_id": source.public_id(new_id), "number": number}


def _check_known(study: Study, params: Mapping[str, Any]) -> None:
    """Refuse names that Optuna would leave unused, as far as can be known."""
    known = study.param_names
    unknown = [name for name in params if name not in known]
    if known and unknown:
        names = ", ".join(map(repr, unknown))
        raise bad_request(
            f"No trial has the parameter {names}; there are {', '.join(known)}. "
            "`allow_unknown` takes it all the same."
        )


def _fitting(study: Study, name: str, value: JSON) -> JSON:
    """The value as the parameter has it, or an answer of 400."""
    if name not in study.param_names:
        return value
    reasons = []
    # The latest range first.
    for distribution in reversed(study.param(name).distributions):
        try:
            return to_external(distribution, to_internal(distribution, value))
        except ValueError as error:
            reasons.append(str(error))
    raise bad_request(f"{name}: {reasons[0]}." if reasons else f"{name} has no known range.")

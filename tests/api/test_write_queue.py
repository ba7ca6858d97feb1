"""Trials that people want a program to run."""

import warnings
from typing import Any

import optuna
import pytest
from optuna.storages import RetryHeartbeatStaleTrialCallback

from tests.api.client import Json
from tests.api.written import Written


def test_a_trial_with_given_parameters(written: Written) -> None:
    body = {"params": {"x": 1, "kind": "a"}, "user_attrs": {"why": "a guess"}, "more": 1}
    answer = written.api.write("POST", f"{written.address()}/trials", body)
    shown = written.api.json(f"{written.address()}/trials/6")
    assert answer == {"trial_id": shown["trial_id"], "number": 6}
    assert (shown["state"], shown["fixed_params"]) == ("Waiting", {"x": 1, "kind": "a"})
    # As Optuna itself does it.
    study = written.study()
    study.enqueue_trial({"x": 1.0, "kind": "a"}, {"why": "a guess"})
    ours, theirs = study.trials[6:]
    assert _told(ours) == _told(theirs)
    # The one that waited before comes first.
    study.ask()
    trial = study.ask()
    assert trial.number == 6
    assert (trial.suggest_float("x", 0, 1), trial.suggest_categorical("kind", ["a", "b"])) == (
        1.0,
        "a",
    )


def _told(trial: optuna.trial.FrozenTrial) -> Any:
    others = ("_number", "_trial_id")
    return {key: value for key, value in vars(trial).items() if key not in others}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (None, "params must be an object of parameters."),
        ({"params": []}, "params must be an object of parameters."),
        ({"params": {}, "user_attrs": []}, "user_attrs must be an object."),
        (
            {"params": {}, "user_attrs": {"a\0": 1}},
            "'a\\x00' is not a key that Optuna can store.",
        ),
        (
            {"params": {}, "user_attrs": {"x" * 513: 1}},
            f"'{'x' * 80}' is not a key that Optuna can store.",
        ),
        ({"params": {"x": 1.5}}, "x: 1.5 is not from 0.0 to 1.0."),
        ({"params": {"x": "0.5"}}, "x: '0.5' is not a number."),
        ({"params": {"x": True}}, "x: True is not a number."),
        ({"params": {"kind": "c"}}, "kind: 'c' is not one of ['a', 'b']."),
        ({"params": {"x": 1.5}, "allow_unknown": True}, "x: 1.5 is not from 0.0 to 1.0."),
        (
            {"params": {"y": 1, "x": 0}},
            "No trial has the parameter 'y'; there are kind, x. "
            "`allow_unknown` takes it all the same.",
        ),
        (
            {"params": {"a\0": 1}, "allow_unknown": True},
            "'a\\x00' is not a key that Optuna can store.",
        ),
        (
            {"params": {"x" * 513: 1}, "allow_unknown": True},
            f"'{'x' * 80}' is not a key that Optuna can store.",
        ),
    ],
)
def test_parameters_that_no_program_would_take(written: Written, body: Any, reason: str) -> None:
    assert written.api.refused(400, "POST", f"{written.address()}/trials", body) == reason
    assert len(written.study().trials) == 6


def test_parameters_that_nobody_knows_yet(written: Written) -> None:
    body = {"study_name": "new", "directions": ["minimize"]}
    written.api.write("POST", "/api/studies", body)
    sent: Json = {"params": {"y": [1, None]}}
    written.api.write("POST", f"{written.address('new')}/trials", sent)
    sent["allow_unknown"] = True
    written.api.write("POST", f"{written.address()}/trials", sent)
    for trial in (written.study("new").trials[0], written.study().trials[6]):
        assert trial.system_attrs == {"fixed_params": {"y": [1, None]}}


def test_parameters_that_have_no_room(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    [source] = written.api.catalog.sources()
    monkeypatch.setattr(type(source.storage), "longest_attr", 65_535)
    # With a name, and the quotes and braces that are around both in JSON.
    sent = {"params": {"y": "x" * 65_527}, "allow_unknown": True}
    reason = written.api.refused(400, "POST", f"{written.address()}/trials", sent)
    assert reason == "'fixed_params' is too long: 65536 bytes, where 65535 have room."
    assert len(written.study().trials) == 6
    sent["params"] = {"y": "x" * 65_526}
    written.api.write("POST", f"{written.address()}/trials", sent)
    assert written.study().trials[6].system_attrs == {"fixed_params": sent["params"]}


def test_a_range_that_has_changed(written: Written) -> None:
    """Any range that a trial had is one that a program may use."""
    study = written.study()
    # The first is the trial that was waiting, which has its range.
    for _ in range(2):
        study.ask({"x": optuna.distributions.FloatDistribution(5, 6)})
    for value in (0.5, 5.5):
        written.api.write("POST", f"{written.address()}/trials", {"params": {"x": value}})
    reason = written.api.refused(400, "POST", f"{written.address()}/trials", {"params": {"x": 3}})
    assert reason == "x: 3 is not from 5.0 to 6.0."


def test_a_failed_trial_is_tried_again(written: Written) -> None:
    study = written.study()
    numbers = [2]
    for attempt in range(2):
        failed = study.trials[numbers[-1]]
        retry = f"{written.address()}/trials/{failed.number}/retry"
        answer = written.api.write("POST", retry)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
            RetryHeartbeatStaleTrialCallback()(study, failed)
        ours, theirs = study.trials[-2:]
        assert answer["number"] == ours.number == 6 + 2 * attempt
        assert _told(ours) == _told(theirs)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
            assert RetryHeartbeatStaleTrialCallback.retried_trial_number(ours) == 2
            assert RetryHeartbeatStaleTrialCallback.retry_history(ours) == numbers
        tell = f"/api/trials/{answer['trial_id']}/tell"
        written.api.write("POST", tell, {"state": "Fail"})
        study = written.study()
        numbers.append(ours.number)


def test_trials_that_did_not_fail(written: Written) -> None:
    for number in (0, 1, 3, 4, 5):
        reason = written.api.refused(409, "POST", f"{written.address()}/trials/{number}/retry")
        assert reason == f"Trial {number} did not fail; only one that did can be tried again."
    reason = written.api.refused(404, "POST", f"{written.address()}/trials/99/retry")
    assert reason == "trial 99 is not found"
    assert len(written.study().trials) == 6

"""Trials that people judge."""

from math import inf
from typing import Any

import pytest

from tests.api.written import Written


@pytest.mark.parametrize("number", [3, 4])
@pytest.mark.parametrize(
    ("values", "stored"),
    [([2], [2.0]), (["1e3"], [1000.0]), (["-inf"], [-inf])],
)
def test_tell_values(
    written: Written, number: int, values: list[Any], stored: list[float]
) -> None:
    body = {"state": "complete", "values": values, "comment": "good"}
    written.api.write("POST", _tell(written, number), body)
    trial = written.study().get_trials()[number]
    assert (trial.state.name, trial.values) == ("COMPLETE", stored)
    assert trial.datetime_complete is not None
    row = written.api.json(f"{written.address()}/trials/{number}")
    assert row["state"] == "Complete"
    assert row["values"] == [{-inf: "-inf"}.get(stored[0], stored[0])]


def test_several_values_of_one_objective(written: Written) -> None:
    """Clients of earlier releases rely on it."""
    body = {"study_name": "new", "directions": ["minimize"]}
    written.api.write("POST", "/api/studies", body)
    written.study("new").ask()
    [trial] = written.detail("new")["trials"]
    told = {"state": "Complete", "values": [1, "2", 3.5]}
    written.api.write("POST", f"/api/trials/{trial['trial_id']}/tell", told)
    assert written.study("new").trials[0].values == [1.0, 2.0, 3.5]


@pytest.mark.parametrize("values", [[1], [1, "2", 3]])
def test_a_value_for_each_objective(written: Written, values: list[Any]) -> None:
    body = {"study_name": "new", "directions": ["minimize", "maximize"]}
    written.api.write("POST", "/api/studies", body)
    study = written.study("new")
    first, other = study.ask(), study.ask()
    study.tell(other, [1.0, 2.0])
    shown = written.detail("new")["trials"][first.number]
    address = f"/api/trials/{shown['trial_id']}/tell"
    reason = written.api.refused(400, "POST", address, {"state": "Complete", "values": values})
    assert reason == f"values must have 2 numbers, one for each objective, not {len(values)}."
    assert written.study("new").trials[0].state.name == "RUNNING"
    written.api.write("POST", address, {"state": "Complete", "values": [0, 5]})
    assert [trial.number for trial in written.study("new").best_trials] == [0]


def test_tell_that_a_trial_failed(written: Written) -> None:
    written.api.write("POST", _tell(written, 3), {"state": "FAIL", "values": "ignored"})
    trial = written.study().trials[3]
    assert (trial.state.name, trial.values) == ("FAIL", None)
    assert written.summary()["state_counts"] == {
        "Complete": 2,
        "Pruned": 1,
        "Fail": 2,
        "Waiting": 1,
    }


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (None, "state must be specified."),
        ({"values": [1]}, "state must be specified."),
        ({"state": "Pruned"}, "state must be either 'Complete' or 'Fail'."),
        ({"state": 1}, "state must be either 'Complete' or 'Fail'."),
        ({"state": "Complete"}, "values attribute is required when state is 'Complete'."),
        (
            {"state": "Complete", "values": []},
            "values attribute is required when state is 'Complete'.",
        ),
        ({"state": "Complete", "values": 1}, "values attribute must be an array of numbers"),
        ({"state": "Complete", "values": ["a"]}, "values attribute must be an array of numbers"),
        ({"state": "Complete", "values": ["nan"]}, "values attribute must be an array of numbers"),
        ({"state": "Complete", "values": [None]}, "values attribute must be an array of numbers"),
        ({"state": "Complete", "values": [True]}, "values attribute must be an array of numbers"),
        (
            {"state": "Complete", "values": [10**400]},
            "values attribute must be an array of numbers",
        ),
    ],
)
def test_what_cannot_be_told(written: Written, body: Any, reason: str) -> None:
    before = written.study().trials
    assert written.api.refused(400, "POST", _tell(written, 3), body) == reason
    assert written.study().trials == before


def test_user_attributes(written: Written) -> None:
    address = _tell(written, 3).replace("tell", "user-attrs")
    attrs = {"seed": "new", "nested": {"deep": [None, 1.5, {"x": "é"}]}}
    written.api.write("POST", address, {"user_attrs": attrs})
    assert written.study().trials[3].user_attrs == attrs
    assert written.api.json(f"{written.address()}/trials/3")["user_attrs"] == attrs
    bodies: tuple[Any, ...] = (None, {}, {"user_attrs": {}}, {"user_attrs": [1]})
    for body in bodies:
        assert written.api.refused(400, "POST", address, body) == "user_attrs must be specified."


@pytest.mark.parametrize("what", ["tell", "user-attrs"])
def test_finished_and_unknown_trials(written: Written, what: str) -> None:
    body = {"state": "Fail", "user_attrs": {"a": 1}}
    before = written.study().trials
    for number in (0, 1, 2, 5):
        address = _tell(written, number).replace("tell", what)
        reason = written.api.refused(409, "POST", address, body)
        assert reason == f"Trial {number} is already finished; it does not change any more."
    for trial_id in (9999, 10**9):
        reason = written.api.refused(404, "POST", f"/api/trials/{trial_id}/{what}", body)
        assert reason == f"trial_id={trial_id} is not found"
    assert written.study().trials == before


def _tell(written: Written, number: int) -> str:
    trial_id = written.detail()["trials"][number]["trial_id"]
    return f"/api/trials/{trial_id}/tell"

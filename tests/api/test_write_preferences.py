"""Trials that people compare."""

import json
from typing import Any

import pytest

from tests.api.client import Json
from tests.api.written import Written


@pytest.fixture
def numbers(written: Written) -> list[int]:
    """Makes the study preferential, with trials that are not finished, and one that failed."""
    study = written.study()
    study._storage.set_study_system_attr(study._study_id, "preference:is_preferential", True)
    # The first is the trial that was waiting.
    for _ in range(4):
        study.ask()
    return [2, 3, 4, 6, 7]


def _preference(written: Written) -> str:
    return f"{written.address()}/preference"


def _said(written: Written) -> Json:
    return written.api.json(_preference(written))


def test_the_worst_of_some(written: Written, numbers: list[int]) -> None:
    body = {"mode": "ChooseWorst", "candidates": numbers, "clicked": 4, "more": 1}
    written.api.write("POST", _preference(written), body)
    pairs = [[2, 4], [3, 4], [6, 4], [7, 4]]
    said = _said(written)
    [item] = said["preference_history"]
    history = item["history"]
    assert said == {
        "preference_history": [
            {
                "history": {
                    "mode": "ChooseWorst",
                    "id": history["id"],
                    "timestamp": history["timestamp"],
                    "candidates": numbers,
                    "clicked": 4,
                    "preferences": pairs,
                },
                "is_removed": False,
            }
        ],
        "preferences": pairs,
        "skipped_trial_numbers": [],
        "feedback_component_type": {"output_type": "note"},
    }
    attrs = written.system_attrs()
    text = attrs.pop(f"preference:history{history['id']}")
    assert json.loads(text) == history
    assert attrs == {
        "preference:is_preferential": True,
        f"preference:values{history['id']}": pairs,
    }
    states = [trial.state.name for trial in written.study().trials]
    # The one that failed stays so, and the one that nobody spoke of runs.
    assert states == [
        *("COMPLETE", "PRUNED", "FAIL", "COMPLETE", "COMPLETE", "COMPLETE", "COMPLETE"),
        *("COMPLETE", "RUNNING"),
    ]
    assert [written.study().trials[number].values for number in (3, 4, 6, 7)] == [[0.0]] * 4
    detail = written.detail()
    assert {key: detail[key] for key in said} == said
    assert [trial["number"] for trial in detail["best_trials"]] == [2, 3, 6, 7]


def test_what_was_said_is_taken_back_and_restored(written: Written, numbers: list[int]) -> None:
    for clicked in (2, 3):
        body = {"mode": "ChooseWorst", "candidates": numbers[:2], "clicked": clicked}
        written.api.write("POST", _preference(written), body)
    both = _said(written)
    assert both["preferences"] in ([[3, 2], [2, 3]], [[2, 3], [3, 2]])
    first, second = (item["history"] for item in both["preference_history"])
    assert (first["clicked"], second["clicked"]) == (2, 3)
    item = f"{_preference(written)}/{first['id']}"
    for _ in range(2):
        written.api.write("DELETE", item)
        one = _said(written)
        assert one["preferences"] == [[2, 3]]
        assert [each["is_removed"] for each in one["preference_history"]] == [True, False]
        assert written.system_attrs()[f"preference:values{first['id']}"] == []
    for _ in range(2):
        written.api.write("POST", item)
        assert sorted(_said(written)["preferences"]) == [[2, 3], [3, 2]]
    for method in ("POST", "DELETE"):
        reason = written.api.refused(404, method, f"{_preference(written)}/unknown")
        assert reason == "history_id=unknown is not found"


def test_what_a_program_says_is_told_at_once(written: Written, numbers: list[int]) -> None:
    study = written.study()
    graph = f"{written.address()}/figures/preference-graph"
    for place, pair in enumerate([[2, 3], [3, 6]], 1):
        study._storage.set_study_system_attr(study._study_id, f"preference:values{place}", [pair])
        assert _said(written)["preferences"][place - 1 :] == [pair]
        assert written.api.json(graph)["shown"] == place + 1
        assert written.summary()["n_preferred"] == 1
    study._storage.set_study_system_attr(study._study_id, "preference:values1", [])
    assert _said(written)["preferences"] == [[3, 6]]
    assert [trial["number"] for trial in written.detail()["best_trials"]] == [3]
    skipped = written.detail()["trials"][3]["trial_id"]
    study._storage.set_study_system_attr(study._study_id, f"preference:skip_trial:{skipped}", True)
    assert _said(written)["skipped_trial_numbers"] == [3]
    assert written.detail()["best_trials"] == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"mode": "ChooseBest"}, "`mode` should be 'ChooseWorst'."),
        ({"mode": None}, "`mode` should be 'ChooseWorst'."),
        ({"candidates": None}, "`candidates` should be an array of integers."),
        ({"candidates": ["2"]}, "`candidates` should be an array of integers."),
        ({"candidates": [2, True]}, "`candidates` should be an array of integers."),
        ({"clicked": None}, "`clicked` should be specified."),
        ({"clicked": "2"}, "`clicked` should be specified."),
        ({"clicked": 6}, "`clicked` should be one of several `candidates`."),
        ({"candidates": [2, 2]}, "`clicked` should be one of several `candidates`."),
    ],
)
@pytest.mark.usefixtures("numbers")
def test_what_says_nothing(written: Written, change: Json, reason: str) -> None:
    before, attrs = written.study().trials, written.system_attrs()
    body = {"mode": "ChooseWorst", "candidates": [2, 3], "clicked": 2, **change}
    assert written.api.refused(400, "POST", _preference(written), body) == reason
    assert (written.study().trials, written.system_attrs()) == (before, attrs)


@pytest.mark.usefixtures("numbers")
def test_a_trial_that_is_not_there(written: Written) -> None:
    before, attrs = written.study().trials, written.system_attrs()
    for unknown in (99, -1, 2**40, 10**30):
        body = {"mode": "ChooseWorst", "candidates": [3, unknown], "clicked": 3}
        reason = written.api.refused(404, "POST", _preference(written), body)
        assert reason == f"trial {unknown} is not found"
    assert (written.study().trials, written.system_attrs()) == (before, attrs)


def test_skip(written: Written, numbers: list[int]) -> None:
    trials = written.detail()["trials"]
    skipped = trials[numbers[1]]["trial_id"]
    written.api.write("POST", f"{written.address()}/{skipped}/skip")
    assert written.system_attrs() == {
        "preference:is_preferential": True,
        f"preference:skip_trial:{skipped}": True,
    }
    assert _said(written)["skipped_trial_numbers"] == [numbers[1]]
    reason = written.api.refused(404, "POST", f"{written.address()}/9999/skip")
    assert reason == "trial_id=9999 is not found"


def test_a_study_that_is_not_preferential(written: Written) -> None:
    trial_id = written.detail()["trials"][3]["trial_id"]
    body = {"mode": "ChooseWorst", "candidates": [3, 4], "clicked": 3}
    for path, sent in (
        (_preference(written), body),
        (f"{written.address()}/{trial_id}/skip", None),
    ):
        reason = written.api.refused(400, "POST", path, sent)
        assert reason == "The study is not preferential."
    assert (written.system_attrs(), written.study().trials[3].state.name) == ({}, "RUNNING")


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ({"output_type": "note", "artifact_key": "x"}, {"output_type": "note"}),
        (
            {"output_type": "artifact", "artifact_key": "image", "more": 1},
            {"output_type": "artifact", "artifact_key": "image"},
        ),
    ],
)
def test_what_people_see(written: Written, sent: Json, stored: Json) -> None:
    written.api.write("PUT", f"{_preference(written)}_feedback_component", sent)
    assert written.system_attrs() == {"preference:component": stored}
    assert written.detail()["feedback_component_type"] == stored


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (None, "component_type must be either 'note' or 'artifact'."),
        ({"output_type": "picture"}, "component_type must be either 'note' or 'artifact'."),
        ({"output_type": "artifact"}, "artifact_key must be specified for an 'artifact'."),
    ],
)
def test_what_nobody_can_see(written: Written, sent: Any, reason: str) -> None:
    path = f"{_preference(written)}_feedback_component"
    assert written.api.refused(400, "PUT", path, sent) == reason
    assert written.system_attrs() == {}

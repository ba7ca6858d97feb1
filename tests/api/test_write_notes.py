"""Notes that people write on studies and trials."""

from typing import Any

import pytest

from tests.api.client import Json
from tests.api.written import Written

# Longer than one attribute holds; a character is one, whatever it takes as bytes.
LONG = "Größe ☂ 🎈\n" * 500
CHUNK = 2045


@pytest.mark.parametrize("of", ["study", "trial"])
def test_a_note_grows_and_shrinks(written: Written, of: str) -> None:
    address, prefix = _place(written, of)
    shown = []
    for version, body in enumerate(["short", LONG, LONG + "!", "shorter", ""], 1):
        written.api.write("PUT", address, {"version": version, "body": body, "by": "me"})
        shown.append(_note(written, of))
        assert shown[-1] == {"version": version, "body": body}
    attrs = written.system_attrs()
    n_chunks = -(-len(LONG + "!") // CHUNK)
    assert n_chunks == 3
    assert attrs == {
        f"{prefix}note_ver": 5,
        **{f"{prefix}note_str:{number}": "" for number in range(n_chunks)},
    }


def test_chunks(written: Written) -> None:
    address, prefix = _place(written, "study")
    written.api.write("PUT", address, {"version": 1, "body": LONG})
    assert written.system_attrs() == {
        f"{prefix}note_ver": 1,
        f"{prefix}note_str:0": LONG[:CHUNK],
        f"{prefix}note_str:1": LONG[CHUNK : 2 * CHUNK],
        f"{prefix}note_str:2": LONG[2 * CHUNK :],
    }


@pytest.mark.parametrize("of", ["study", "trial"])
def test_a_note_that_somebody_else_has_changed(written: Written, of: str) -> None:
    address, _ = _place(written, of)
    written.api.write("PUT", address, {"version": 1, "body": "theirs"})
    for version in (1, 3, 0, -1):
        answer = written.api.write("PUT", address, {"version": version, "body": "mine"}, 409)
        assert answer == {
            "reason": "Somebody has written another note meanwhile.",
            "note": {"version": 1, "body": "theirs"},
        }
    assert _note(written, of) == {"version": 1, "body": "theirs"}


@pytest.mark.parametrize(
    "body",
    [
        None,
        {},
        {"version": 1},
        {"body": ""},
        {"version": "1", "body": ""},
        {"version": 1.0, "body": ""},
        {"version": True, "body": ""},
        {"version": 1, "body": None},
    ],
)
def test_what_is_no_note(written: Written, body: Any) -> None:
    address, _ = _place(written, "study")
    assert written.api.refused(400, "PUT", address, body) == "Invalid request."
    assert written.system_attrs() == {}


def test_a_finished_trial_takes_notes_and_an_unknown_one_does_not(written: Written) -> None:
    study, trials = written.address(), written.detail()["trials"]
    for trial in trials:
        note = {"version": 1, "body": f"on {trial['number']}"}
        written.api.write("PUT", f"{study}/{trial['trial_id']}/note", note)
    assert [trial["note"]["body"] for trial in written.detail()["trials"]] == [
        f"on {number}" for number in range(6)
    ]
    body = {"study_name": "other", "directions": ["minimize"]}
    written.api.write("POST", "/api/studies", body)
    trial_id = trials[0]["trial_id"]
    for address, unknown in (
        (f"{study}/{max(trial['trial_id'] for trial in trials) + 1}/note", None),
        # One of another study.
        (f"{written.address('other')}/{trial_id}/note", trial_id),
    ):
        reason = written.api.refused(404, "PUT", address, {"version": 1, "body": "x"})
        assert reason.endswith("is not found"), unknown
    assert written.system_attrs("other") == {}


def _place(written: Written, of: str) -> tuple[str, str]:
    """Where to send a note, and what its keys begin with."""
    if of == "study":
        return f"{written.address()}/note", "dashboard:"
    trial_id = written.detail()["trials"][3]["trial_id"]
    return f"{written.address()}/{trial_id}/note", f"dashboard:{trial_id}:"


def _note(written: Written, of: str) -> Json:
    if of == "study":
        return written.api.json(f"{written.address()}/summary")["note"]
    return written.api.json(f"{written.address()}/trials/3")["note"]

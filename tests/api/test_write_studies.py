"""Studies that people make, rename and delete."""

import re
from typing import Any

import optuna
import pytest

from optuna_dashboard.api.catalog import SPAN, Catalog
from tests.api.client import FIXTURES, ApiClient
from tests.api.written import Written

NO_NAME = "You need to set study_name and direction"


def test_a_new_study(written: Written) -> None:
    body = {"study_name": "new ☂", "directions": ["Minimize", "MAXIMIZE"], "unknown": 1}
    answer = written.api.write("POST", "/api/studies", body)
    [_, summary] = written.summaries()
    assert answer == {"study_summary": summary}
    assert (summary["study_name"], summary["directions"]) == (
        "new ☂",
        ["minimize", "maximize"],
    )
    theirs = written.study("new ☂")
    assert [one.name for one in theirs.directions] == ["MINIMIZE", "MAXIMIZE"]
    assert theirs.trials == []
    again = written.api.refused(400, "POST", "/api/studies", body)
    assert again == "Study name already exists."
    assert len(written.summaries()) == 2


@pytest.mark.parametrize(
    "body",
    [
        None,
        {},
        {"study_name": "x"},
        {"study_name": "x", "direction": "minimize"},
        {"study_name": "x", "directions": []},
        {"study_name": "x", "directions": "minimize"},
        {"study_name": "x", "directions": ["up"]},
        {"study_name": "x", "directions": ["not_set"]},
        {"study_name": "x", "directions": [1]},
        {"study_name": "x", "directions": ["minimize"] * 101},
        {"directions": ["minimize"]},
        {"study_name": "", "directions": ["minimize"]},
        {"study_name": 1, "directions": ["minimize"]},
        {"study_name": "a\0b", "directions": ["minimize"]},
        {"study_name": "x" * 513, "directions": ["minimize"]},
    ],
)
def test_what_is_no_study(written: Written, body: Any) -> None:
    assert written.api.refused(400, "POST", "/api/studies", body) == NO_NAME
    assert len(written.summaries()) == 1


def test_the_source_of_a_new_study(written: Written) -> None:
    second = optuna.storages.InMemoryStorage()
    api = ApiClient(written.theirs, second)
    body = {"study_name": "new", "directions": ["minimize"]}
    answer = api.write("POST", "/api/studies", {**body, "source": 1})
    assert answer["study_summary"]["study_id"] == SPAN
    assert [study.study_name for study in second.get_all_studies()] == ["new"]
    for source in (2, -1, "1", 1.0, True):
        reason = api.refused(404, "POST", "/api/studies", {**body, "source": source})
        assert reason == f"source={source} is not found"
    nothing = ApiClient(catalog=Catalog())
    assert nothing.refused(404, "POST", "/api/studies", body) == "source=None is not found"


def test_rename_keeps_everything(written: Written) -> None:
    api, before = written.api, written.detail()
    running = _ids(before)[3]
    if written.kind != "sqlite":
        # A copy is not the trial that a program runs.
        reason = api.refused(409, "POST", f"{written.address()}/rename", {"study_name": "b"})
        assert "running" in reason
        api.write("POST", f"/api/trials/{running}/tell", {"state": "Fail"})
        before = written.detail()
    for address, body in _notes(written, before):
        api.write("PUT", address, {"version": 1, "body": body})
    old = written.study()
    _set_attrs_of_trials(old)
    before, trials, attrs = written.detail(), old.trials, written.system_attrs()
    answer = api.write("POST", f"{written.address()}/rename", {"study_name": "b", "more": []})
    [summary] = written.summaries()
    assert answer == summary
    after = written.detail("b")
    ids = dict(zip(_ids(before), _ids(after)))
    is_copy = written.kind != "sqlite"
    assert (summary["study_id"] != old._study_id) is is_copy
    assert all((old_id != new_id) is is_copy for old_id, new_id in ids.items())
    theirs = written.study("b")
    expected = _moved(attrs, old._study_id, theirs._study_id, ids)
    assert written.system_attrs("b") == expected
    assert theirs.user_attrs == {"owner": "Käthe"}
    for was, now in zip(trials, theirs.trials, strict=True):
        was._trial_id = ids[was._trial_id]
        assert now == was
    assert _without_ids(after) == {**_without_ids(before), "name": "b"}


def _ids(detail: Any) -> list[int]:
    return [trial["trial_id"] for trial in detail["trials"]]


def _notes(written: Written, detail: Any) -> list[tuple[str, str]]:
    study_id, trial_id = written.summary()["study_id"], _ids(detail)[5]
    link = f"![](/artifacts/{study_id}/{trial_id}/0a1b2c3d-1)"
    filler = "Größe ☂ " * 600
    return [
        (f"/api/studies/{study_id}/note", f"{filler}[file](/artifacts/{study_id}/0a1b2c3d)"),
        (f"/api/studies/{study_id}/{trial_id}/note", f"{link} [](/artifacts/99/7/0a1b2c3d)"),
    ]


def _set_attrs_of_trials(study: optuna.Study) -> None:
    trial_id = study.trials[0]._trial_id
    legacy = '{"artifact_id": "f00", "filename": "f", "mimetype": "text/csv", "encoding": null}'
    study._storage.set_study_system_attr(
        study._study_id, f"dashboard:artifacts:{trial_id}:f00", legacy
    )
    study._storage.set_study_system_attr(
        study._study_id, f"preference:skip_trial:{trial_id}", True
    )


def _moved(attrs: dict[str, Any], old: int, new: int, ids: dict[int, int]) -> dict[str, Any]:
    """What the copy's attributes are to be, in a plainer way than ours."""
    moved = {}
    for key, value in attrs.items():
        parts = [
            str(ids.get(int(part), part)) if part.isdecimal() and place in (1, 2) else part
            for place, part in enumerate(key.split(":"))
        ]
        is_chunk = parts[-2].endswith("note_str")
        moved[key if is_chunk and len(parts) == 3 else ":".join(parts)] = value
    before, after = f"/artifacts/{old}/", f"/artifacts/{new}/"
    links = {f"{before}{was}/0a": f"{after}{now}/0a" for was, now in ids.items()}
    links[f"{before}0a"] = f"{after}0a"
    return {key: _replaced(value, links) for key, value in moved.items()}


def _replaced(value: Any, texts: dict[str, str]) -> Any:
    if isinstance(value, str):
        for was, now in texts.items():
            value = value.replace(was, now)
    return value


def _without_ids(detail: Any) -> Any:
    text = re.sub(r"/artifacts/(?!99)\d+/(\d+/)?", "/artifacts/", repr(detail["note"]))
    trials = [
        {**trial, "trial_id": 0, "study_id": 0, "note": trial["note"]["version"]}
        for trial in detail["trials"]
    ]
    best = [trial["number"] for trial in detail["best_trials"]]
    return {**detail, "note": text, "trials": trials, "best_trials": best}


def test_a_name_that_is_taken_or_none(written: Written) -> None:
    api = written.api
    api.write("POST", "/api/studies", {"study_name": "other", "directions": ["minimize"]})
    rename = f"{written.address()}/rename"
    taken = api.refused(400, "POST", rename, {"study_name": "other"})
    assert taken == "Study name already exists."
    for body in (None, {}, {"study_name": ""}, {"study_name": ["x"]}):
        assert api.refused(400, "POST", rename, body) == "You need to set study_name"
    same = api.write("POST", rename, {"study_name": "study"})
    assert same == written.summary()
    assert sorted(one["study_name"] for one in written.summaries()) == ["other", "study"]


def test_delete(written: Written) -> None:
    address = written.address()
    tag = written.api.get(address).headers["etag"]
    written.api.write("DELETE", address)
    assert written.summaries() == []
    assert written.api.get(address, headers={"If-None-Match": tag}).status_code == 404
    assert written.fresh().get_all_studies() == []
    assert written.api.refused(404, "DELETE", address).endswith("is not found")


def test_a_study_that_comes_again_is_another_one(written: Written) -> None:
    """SQLite gives an id again."""
    assert len(written.detail()["trials"]) == 6
    written.api.write("DELETE", written.address())
    body = {"study_name": "study", "directions": ["minimize"]}
    written.api.write("POST", "/api/studies", body)
    detail = written.detail()
    assert (detail["trials"], detail["directions"]) == ([], ["minimize"])
    assert detail["union_search_space"] == []


@pytest.mark.parametrize("study_id", [99, 10**9 + 1])
def test_an_unknown_study(written: Written, study_id: int) -> None:
    reason = f"study_id={study_id} is not found"
    study = f"/api/studies/{study_id}"
    for method, path, body in (
        ("DELETE", study, None),
        ("POST", f"{study}/rename", {"study_name": "x"}),
        ("PUT", f"{study}/note", {"version": 1, "body": ""}),
        ("PUT", f"{study}/1/note", {"version": 1, "body": ""}),
        ("POST", f"{study}/user-attrs", {"user_attrs": {"a": 1}}),
    ):
        assert written.api.refused(404, method, path, body) == reason


def test_user_attributes_of_a_study(written: Written) -> None:
    address = f"{written.address()}/user-attrs"
    attrs = {"owner": "Bo", "nested": {"list": [1, None, 2.5]}, "": "no name"}
    written.api.write("POST", address, {"user_attrs": attrs})
    assert written.study().user_attrs == attrs
    assert written.api.json(f"{written.address()}/summary")["user_attrs"] == attrs
    bodies: tuple[Any, ...] = (None, {}, {"user_attrs": {}}, {"user_attrs": ["a"]})
    for body in bodies:
        assert written.api.refused(400, "POST", address, body) == "user_attrs must be specified."
    for key in ("a\0", "x" * 513):
        reason = written.api.refused(400, "POST", address, {"user_attrs": {key: 1}})
        assert reason.endswith("is not a key that Optuna can store.")


def test_several_sources(written: Written) -> None:
    """What is written goes where it belongs, though ids are the same in both."""
    other = optuna.storages.InMemoryStorage()
    optuna.create_study(storage=other, study_name="other").enqueue_trial({"x": 1})
    [known] = other.get_all_studies()
    api = ApiClient(FIXTURES / "journal" / "small.log", other)
    study_id = api.study_id("other")
    [trial] = api.json(f"/api/studies/{study_id}")["trials"]
    assert (study_id, trial["trial_id"]) == (SPAN + known._study_id, SPAN)
    shown = api.json(f"/api/studies/{study_id}/trials/0")
    assert shown["trial_id"] == SPAN
    # A link that a program made knows nothing of other sources.
    for trial_id, version in ((SPAN, 1), (0, 2)):
        note = f"/api/studies/{study_id}/{trial_id}/note"
        api.write("PUT", note, {"version": version, "body": "x"})
    elsewhere = f"/api/studies/{study_id}/{2 * SPAN}/note"
    reason = api.refused(404, "PUT", elsewhere, {"version": 1, "body": "x"})
    assert reason == f"trial_id={2 * SPAN} is not found"
    api.write("POST", f"/api/trials/{SPAN}/tell", {"state": "Fail"})
    [told] = other.get_all_trials(known._study_id)
    assert told.state.name == "FAIL"
    tell = f"/api/trials/{2 * SPAN}/tell"
    reason = api.refused(404, "POST", tell, {"state": "Fail"})
    assert reason == f"trial_id={2 * SPAN} is not found"

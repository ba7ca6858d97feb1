"""GET /api/studies/<id>/export, and the form that both exports take."""

import json
from pathlib import Path
from urllib.parse import urlencode

import optuna

from tests.api.client import ApiClient, Json, parse, validate

EXPORT = "/api/studies/1/export"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_the_whole_study(api: ApiClient) -> None:
    answer = api.json(EXPORT)
    rows = api.json("/api/studies/1/trials")["trials"]
    details = [api.json(f"/api/studies/1/trials/{row['number']}") for row in rows]
    reports = ("intermediate_values", "intermediate_vectors")
    assert answer == {
        "study_name": "single-minimize",
        "directions": ["minimize"],
        "objective_names": None,
        "user_attrs": {"owner": "König", "tags": ["a", "b", {"c": 1}]},
        "clock": "utc",
        "trials": [
            {**row, **{key: trial[key] for key in reports}} for row, trial in zip(rows, details)
        ],
    }
    assert any(trial["intermediate_values"] for trial in answer["trials"])


def test_some_trials_in_order_of_number(api: ApiClient) -> None:
    def numbers(**params: object) -> list[int]:
        return [trial["number"] for trial in api.json(EXPORT, **params)["trials"]]

    assert numbers(trial_ids="9,2,2,99") == [2, 9]
    assert numbers(trial_ids="9,2,3", filter="number > 2") == [3, 9]
    assert numbers(filter="state == PRUNED") == [3, 8]
    assert numbers(filter="number > 99") == []
    assert api.reason(404, EXPORT, trial_ids="99") == "all specified trial_ids is not found"
    assert api.reason(400, EXPORT, trial_ids="1;2").startswith("Invalid trial_ids format.")


def test_it_is_saved_under_the_name_of_the_study(api: ApiClient) -> None:
    disposition = api.get(EXPORT).headers["content-disposition"]
    assert disposition.endswith("filename*=UTF-8''single-minimize.json")


def test_an_empty_study(api: ApiClient) -> None:
    assert api.json(f"/api/studies/{api.study_id('empty study')}/export")["trials"] == []


def test_more_trials_than_are_made_at_once(tmp_path: Path) -> None:
    study = optuna.create_study(storage=f"sqlite:///{tmp_path}/study.db")
    attrs = {"odd": float("nan")}
    study.add_trials([optuna.create_trial(value=i, user_attrs=attrs) for i in range(1002)])
    trials = ApiClient(tmp_path / "study.db").json(EXPORT)["trials"]
    assert [trial["values"] for trial in trials] == [[i] for i in range(1002)]
    assert {trial["user_attrs"]["odd"] for trial in trials} == {"nan"}


def post(api: ApiClient, path: str, body: str, headers: dict[str, str] = FORM) -> tuple[int, Json]:
    result = api.http.simulate_post(path, body=body, headers=headers)
    is_json = result.headers["content-type"].startswith("application/json")
    return result.status_code, parse(result) if is_json else result.text


def test_a_form_may_be_longer_than_an_address(api: ApiClient) -> None:
    numbers = ",".join(map(str, [3, *range(100, 50_000), 7]))
    status, answer = post(api, EXPORT, urlencode({"trial_ids": numbers}))
    assert status == 200
    validate(EXPORT, answer)
    assert answer == api.json(EXPORT, trial_ids="3,7")
    status, text = post(api, "/csv/1", urlencode({"trial_ids": numbers}))
    assert (status, text) == (200, api.get("/csv/1", {"trial_ids": "3,7"}).text)
    assert post(api, EXPORT, "")[1] == api.json(EXPORT)


def test_other_bodies_are_refused(api: ApiClient) -> None:
    as_json = {"Content-Type": "application/json"}
    body = json.dumps({"trial_ids": "3"})
    reason = "the body has to be application/x-www-form-urlencoded"
    assert post(api, EXPORT, body, as_json) == (415, {"reason": reason})
    long = {**FORM, "Content-Length": str(2**40)}
    assert post(api, EXPORT, "", long) == (413, {"reason": "the form is longer than 8 MiB"})
    assert post(api, EXPORT, "trial_ids=x")[0] == 400
    assert post(api, "/api/studies/99/export", "")[0] == 404
    assert post(api, "/api/studies/1/summary", "")[0] == 405

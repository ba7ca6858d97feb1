"""Selections, filtered tables, and what a filter can name."""

import csv
import io
import json
from array import array
from base64 import b64decode
from pathlib import Path

import pytest

from tests.api.client import FIXTURES, ApiClient, Json, parse
from tests.api.every_route import readable_files

STUDY = "/api/studies/1"
BAD = {"filter": '"🚀" == params.kind and valeu < 1'}
REFUSAL = {
    "reason": 'there is no name valeu; did you mean value? Text stands in quotes: "valeu"',
    "start": 24,
    "end": 29,
}


def numbers(selection: Json) -> list[int]:
    assert selection["numbers"]["dtype"] == "i4"
    return list(array("i", b64decode(selection["numbers"]["bdata"])))


def test_a_selection(api: ApiClient) -> None:
    text = "state == COMPLETE and params.lr > 1e-3"
    rows = api.json(f"{STUDY}/trials", state="Complete")["trials"]
    expected = [row["number"] for row in rows if row["params"].get("lr", 0) > 1e-3]
    assert 0 < len(expected) < len(rows)
    answer = api.json(f"{STUDY}/selection", filter=text)
    assert numbers(answer) == expected
    assert answer == {
        "filter": text,
        "total": 16,
        "matched": len(expected),
        "state_counts": {"Complete": len(expected)},
        "numbers": answer["numbers"],
    }


@pytest.mark.parametrize("params", [{}, {"filter": ""}, {"filter": "  "}])
def test_without_a_filter_all_are_selected(api: ApiClient, params: Json) -> None:
    answer = api.json(f"{STUDY}/selection", **params)
    assert (answer["total"], answer["matched"]) == (16, 16)
    assert numbers(answer) == list(range(16))
    assert answer["state_counts"] == api.json(f"{STUDY}/summary")["state_counts"]
    assert api.json(f"{STUDY}/trials", **params)["total"] == 16


def test_nothing_selected(api: ApiClient) -> None:
    answer = api.json(f"{STUDY}/selection", filter="number < 0")
    assert answer == {
        "filter": "number < 0",
        "total": 16,
        "matched": 0,
        "state_counts": {},
        "numbers": {"dtype": "i4", "bdata": ""},
    }
    page = api.json(f"{STUDY}/trials", filter="number < 0")
    assert page == {"total": 0, "offset": 0, "trials": []}


def test_the_table_is_filtered_beside_its_states_and_sorted(api: ApiClient) -> None:
    everything = api.json(f"{STUDY}/trials", sort="-value:0")["trials"]
    for states in ([], ["Complete"], ["Fail", "Pruned"]):
        expected = [
            row
            for row in everything
            if row["number"] > 3 and (not states or row["state"] in states)
        ]
        assert expected
        for filter_text in ("number > 3", "3 < number", "not number <= 3"):
            params = {"sort": "-value:0", "state": states, "filter": filter_text}
            page = api.json(f"{STUDY}/trials", **params)
            assert page == {"total": len(expected), "offset": 0, "trials": expected}
            part = api.json(f"{STUDY}/trials", **params, offset=1, limit=2)
            assert part == {"total": len(expected), "offset": 1, "trials": expected[1:3]}


def test_the_place_of_a_trial_among_those_that_pass(api: ApiClient) -> None:
    found = api.json(f"{STUDY}/trials", filter="number >= 10", number=12, limit=2)
    assert (found["position"], found["offset"], found["total"]) == (2, 2, 6)
    assert [row["number"] for row in found["trials"]] == [12, 13]
    assert api.json(f"{STUDY}/trials", filter="number >= 10", number=3)["position"] is None


def test_csv_is_filtered_beside_its_numbers(api: ApiClient) -> None:
    def listed(**params: object) -> list[str]:
        text = api.get("/csv/1", params).content.decode()
        return [row["Number"] for row in csv.DictReader(io.StringIO(text, newline=""))]

    assert listed(filter="number in [3, 5, 7]") == ["3", "5", "7"]
    assert listed(filter="number in [3, 5, 7]", trial_ids="7,3,4") == ["3", "7"]
    assert listed(filter="") == [str(number) for number in range(16)]
    nothing = api.get("/csv/1", {"filter": "number < 0"}).content.decode()
    assert nothing == "Number,State,Value\r\n"


@pytest.mark.parametrize("path", [f"{STUDY}/selection", f"{STUDY}/trials", "/csv/1"])
def test_a_bad_filter_is_refused_with_its_place(api: ApiClient, path: str) -> None:
    for headers in ({}, {"If-None-Match": "*"}):
        result = api.get(path, BAD, headers)
        assert result.status_code == 400
        assert parse(result) == REFUSAL


def test_an_answer_is_known_by_its_filter(api: ApiClient) -> None:
    for path in (f"{STUDY}/selection", f"{STUDY}/trials", f"{STUDY}/filter-names", "/csv/1"):
        first = api.get(path, {"filter": "number < 3"}).headers["etag"]
        again = api.get(path, {"filter": "number < 3"}, {"If-None-Match": first})
        assert (again.status_code, again.headers["etag"]) == (304, first)
        other = api.get(path, {"filter": "number < 4"}, {"If-None-Match": first})
        assert other.status_code == 200
        assert other.headers["etag"] != first


def test_only_what_is_named_is_read() -> None:
    api = ApiClient(FIXTURES / "sqlite" / "optuna-5.0.0.db")
    api.json(f"{STUDY}/selection", filter="params.lr > 0 and state == COMPLETE")
    _, study = api.catalog.find(1)
    assert set(study._params) == {"lr"}
    assert not {"values", "times", "constraints", "user_attr_names"} & vars(study).keys()


def test_a_filter_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    api = ApiClient(FIXTURES / "sqlite" / "optuna-5.0.0.db")
    first = api.json(f"{STUDY}/selection", filter="number < 3")
    monkeypatch.setattr("optuna_dashboard.filter.evaluate.parse", None)
    assert api.json(f"{STUDY}/selection", filter="number < 3") == first
    assert api.json(f"{STUDY}/trials", filter="number < 3", sort="-number")["total"] == 3


def test_names_to_complete_with(api: ApiClient) -> None:
    answer = api.json(f"{STUDY}/filter-names")
    by_name = {one["name"]: one for one in answer["names"]}
    assert by_name["value"] == {
        "column": "value:0",
        "name": "value",
        "label": "Objective Value",
        "kind": "number",
    }
    assert by_name["params.kind"] == {
        "column": "param:kind",
        "name": "params.kind",
        "label": "kind",
        "kind": "text",
        "choices": ['"svm"', '"rf"'],
    }
    assert by_name["params.mixed"]["kind"] == "mixed"
    assert by_name["params.mixed"]["choices"] == [
        "none",
        "true",
        "false",
        '"a"',
        '"1"',
        "1",
        "2.5",
        '"α🚀"',
    ]


# A comparison that fits each kind of name.
FITTING = {
    "number": "{} <= 0.5",
    "text": '"a" in {}',
    "bool": "not {}",
    "time": '{} >= "2024-05-01 12:00"',
    "state": "{} != RUNNING",
    "mixed": '{} in [1, "a", true, [1]]',
}


@pytest.mark.parametrize("path", list(readable_files(FIXTURES)), ids=lambda path: path.name)
def test_every_name_of_every_study_can_be_used(path: Path) -> None:
    api = ApiClient(path)
    for summary in api.json("/api/studies")["study_summaries"]:
        study = f"/api/studies/{summary['study_id']}"
        for one in api.json(f"{study}/filter-names")["names"]:
            fitting = FITTING[one["kind"]].format(one["name"])
            texts = [f"{one['name']} == {choice}" for choice in one.get("choices", [])]
            if one["column"] != "best":
                assert api.json(f"{study}/trials", sort=one["column"], limit=0)["trials"] == []
            for text in (fitting, f"{one['name']} != none", *texts):
                answer = api.json(f"{study}/selection", filter=text)
                assert answer["matched"] <= answer["total"] == summary["n_trials"]
                assert len(numbers(answer)) == answer["matched"]


def test_every_param_and_attribute_is_named(api: ApiClient) -> None:
    for summary in api.json("/api/studies")["study_summaries"]:
        study = f"/api/studies/{summary['study_id']}"
        overview = api.json(f"{study}/summary")
        labels = [one["label"] for one in api.json(f"{study}/filter-names")["names"]]
        assert set(overview["param_names"]) <= set(labels)
        assert {f"{name} (user attribute)" for name in overview["user_attr_names"]} <= set(labels)
        for row in api.json(f"{study}/trials", limit=1000)["trials"]:
            for name, value in row["params"].items():
                key = f"params[{json.dumps(name)}]"
                text = f"number == {row['number']} and {key} == {json.dumps(value)}"
                found = api.json(f"{study}/selection", filter=text.replace("null", "none"))
                assert numbers(found) == [row["number"]], text

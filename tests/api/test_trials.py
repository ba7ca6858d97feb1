"""The trial table and single trials, held against Optuna's own objects."""

import json
import shutil
import sqlite3
from math import inf
from pathlib import Path

import optuna
import pytest

from optuna_dashboard.api.trials import row_of
from tests.api.client import FIXTURES, ApiClient, Json

TRIALS = "/api/studies/1/trials"


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> list[optuna.trial.FrozenTrial]:
    """The trials of study 1, as Optuna reads them."""
    copy = tmp_path_factory.mktemp("db") / "copy.db"
    shutil.copy(FIXTURES / "sqlite" / "optuna-5.0.0.db", copy)
    return optuna.load_study(study_name="single-minimize", storage=f"sqlite:///{copy}").trials


def plain_row(trial: optuna.trial.FrozenTrial) -> Json:
    start, complete = trial.datetime_start, trial.datetime_complete
    return {
        "number": trial.number,
        "state": trial.state.name.capitalize(),
        "values": [{inf: "inf"}.get(v, v) for v in trial.values] if trial.values else None,
        "params": trial.params,
        "user_attrs": trial.user_attrs,
        "start": start and start.isoformat() + "Z",
        "complete": complete and complete.isoformat() + "Z",
        "duration": trial.duration and trial.duration.total_seconds(),
        "constraints": {},
        "feasible": True,
    }


@pytest.mark.usefixtures("utc")
def test_the_whole_table(api: ApiClient, frozen: list[optuna.trial.FrozenTrial]) -> None:
    rows = [plain_row(trial) for trial in frozen]
    assert api.json(TRIALS) == {"total": 16, "offset": 0, "trials": rows}
    assert api.json(TRIALS, sort="-number")["trials"] == rows[::-1]
    assert api.json(TRIALS, offset=3, limit=2) == {"total": 16, "offset": 3, "trials": rows[3:5]}
    assert api.json(TRIALS, limit=2) == {"total": 16, "offset": 0, "trials": rows[:2]}
    assert api.json(TRIALS, offset=99)["trials"] == []
    assert api.json(TRIALS, limit=0) == {"total": 16, "offset": 0, "trials": []}


@pytest.mark.parametrize("sort", ["value:0", "duration", "start", "complete", "param:lr"])
def test_sorts_by_numbers_with_the_missing_last(api: ApiClient, sort: str) -> None:
    def key(row: Json) -> float | str | None:
        value: float | str | None
        if sort == "value:0":
            value = row["values"][0] if row["values"] else None
            return inf if value == "inf" else value
        value = row["params"].get("lr") if sort == "param:lr" else row[sort]
        return value

    rows = api.json(TRIALS)["trials"]
    there = [row for row in rows if key(row) is not None]
    missing = [row for row in rows if key(row) is None]
    assert missing
    for direction, reverse in (("", False), ("-", True)):
        expected = sorted(there, key=key, reverse=reverse) + missing  # type: ignore[arg-type]
        assert api.json(TRIALS, sort=direction + sort)["trials"] == expected


def test_sorts_a_categorical_parameter_by_its_choices(api: ApiClient) -> None:
    kinds = [row["params"].get("kind") for row in api.json(TRIALS, sort="param:kind")["trials"]]
    n_svm, n_rf = kinds.count("svm"), kinds.count("rf")
    assert kinds == ["svm"] * n_svm + ["rf"] * n_rf + [None]


def test_sorts_choices_that_changed_by_what_they_stand_for(tmp_path: Path) -> None:
    file = tmp_path / "study.db"
    study = optuna.create_study(storage=f"sqlite:///{file}")
    for _ in range(4):
        study.enqueue_trial({"x": "b"})
    study.optimize(lambda trial: float(trial.suggest_categorical("x", ["a", "b"]) == "a"), 4)
    # Optuna refuses to change choices, its older releases and other programs do not.
    later = [["b", "a"], ["a", 2], ["a", 10], ["a", "b"]]
    with sqlite3.connect(file) as db:
        for number, choices in enumerate(later):
            text = json.dumps(
                {"name": "CategoricalDistribution", "attributes": {"choices": choices}}
            )
            sql = "UPDATE trial_params SET distribution_json = ? WHERE trial_id = ?"
            db.execute(sql, (text, number + 1))
    db.close()
    rows = ApiClient(file).json(TRIALS, sort="param:x")["trials"]
    assert [row["params"]["x"] for row in rows] == [2, 10, "a", "b"]


def test_sorts_attributes_of_any_type(tmp_path: Path) -> None:
    study = optuna.create_study(storage=f"sqlite:///{tmp_path}/study.db")
    for item in [None, "b", 2, True, 1.5, float("nan"), ["x"], float("inf")]:
        study.add_trial(optuna.create_trial(value=0, user_attrs={"a": item}))
    client = ApiClient(tmp_path / "study.db")
    rows = client.json(TRIALS, sort="attr:a")["trials"]
    expected = [1.5, 2, "inf", True, ["x"], "b", None, "nan"]
    assert [row["user_attrs"]["a"] for row in rows] == expected
    rows = client.json(TRIALS, sort="-attr:a")["trials"]
    expected = ["b", ["x"], True, "inf", 2, 1.5, None, "nan"]
    assert [row["user_attrs"]["a"] for row in rows] == expected


def test_sorts_by_state_in_the_order_that_matters(api: ApiClient) -> None:
    states = [row["state"] for row in api.json(TRIALS, sort="state")["trials"]]
    expected = ["Complete"] * 10 + ["Pruned"] * 2 + ["Running", "Waiting"] + ["Fail"] * 2
    assert states == expected


def test_filters_by_state(api: ApiClient) -> None:
    everything = api.json(TRIALS)["trials"]
    wanted = [row for row in everything if row["state"] in ("Complete", "Pruned")]
    answer = {"total": 12, "offset": 0, "trials": wanted}
    assert api.json(TRIALS, state="Complete,Pruned") == answer
    assert api.json(TRIALS, state=["complete", "PRUNED"]) == answer
    best = api.json(TRIALS, state="Complete", sort="value:0", limit=1)
    assert (best["total"], best["trials"][0]["number"]) == (10, 0)


def test_finds_the_page_of_a_trial(api: ApiClient) -> None:
    for sort in ("number", "-value:0"):
        order = [row["number"] for row in api.json(TRIALS, sort=sort)["trials"]]
        for number in order:
            page = api.json(TRIALS, sort=sort, number=number, limit=5)
            assert page["position"] == order.index(number)
            assert page["offset"] == order.index(number) // 5 * 5
            shown = [row["number"] for row in page["trials"]]
            assert shown == order[page["offset"] : page["offset"] + 5]
    assert api.json(TRIALS, number=15, state="Complete")["position"] is None


FILTERED = {"sort": "-start", "filter": "number > 3 and state in [COMPLETE, PRUNED]"}


def test_numbers_come_in_the_order_of_the_table(api: ApiClient) -> None:
    numbers = "/api/studies/1/trial-numbers"
    for params in ({}, {"sort": "-value:0"}, {"sort": "duration", "state": "Fail"}, FILTERED):
        page = api.json(TRIALS, **params)
        order = [row["number"] for row in page["trials"]]
        answer = {"total": page["total"], "offset": 0, "numbers": order}
        assert api.json(numbers, **params) == answer
        part = {**answer, "offset": 2, "numbers": order[2:5]}
        assert api.json(numbers, **params, offset=2, limit=3) == part
    assert api.json(numbers, offset=99)["numbers"] == []
    assert api.reason(400, numbers, limit="x").startswith("limit=x is not a whole number")
    assert api.reason(400, numbers, sort="y").startswith("sort=y is no column")


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"offset": -1}, "offset=-1 is not a whole number of at least 0"),
        ({"offset": "x"}, "offset=x is not a whole number of at least 0"),
        ({"limit": 1001}, "limit=1001 is more than 1000"),
        ({"state": "Done"}, "state=Done is unknown; there are Running, Complete, Pruned, "),
        ({"sort": "value:1"}, "sort=value:1 is no column of this study; there are number, "),
        ({"sort": "param:nope"}, "sort=param:nope is no column"),
        ({"sort": "attr:"}, "sort=attr: is no column"),
    ],
)
def test_refuses_with_a_sentence(api: ApiClient, params: Json, reason: str) -> None:
    assert api.reason(400, TRIALS, **params).startswith(reason)


def test_an_unknown_trial_is_not_found(api: ApiClient) -> None:
    assert api.reason(404, f"{TRIALS}/16") == "trial 16 is not found"
    assert api.reason(404, TRIALS, number=16) == "trial 16 is not found"


def test_the_first_page_reads_no_index() -> None:
    api = ApiClient(FIXTURES / "sqlite" / "optuna-5.0.0.db")
    first = api.json(TRIALS, limit=5)
    _, study = api.catalog.find(1)
    assert "index" not in vars(study)
    assert api.json(TRIALS, limit=5, sort="number") == first
    assert "index" in vars(study)


def test_one_trial(api: ApiClient) -> None:
    trial = api.json(f"{TRIALS}/15")
    assert trial == {
        "trial_id": 16,
        "number": 15,
        "state": "Waiting",
        "values": None,
        "params": [],
        "fixed_params": {"x": 1.5, "kind": "rf"},
        "user_attrs": {},
        "system_attrs": {},
        "start": None,
        "complete": None,
        "duration": None,
        "clock": "utc",
        "intermediate_values": [],
        "intermediate_vectors": [],
        "constraints": [],
        "feasible": True,
        "is_best": False,
        "previous": 14,
        "next": None,
        "note": {"version": 0, "body": ""},
        "artifacts": [],
        "form": [],
    }


@pytest.mark.usefixtures("utc")
def test_every_trial(api: ApiClient, frozen: list[optuna.trial.FrozenTrial]) -> None:
    for trial in frozen:
        ours, row = api.json(f"{TRIALS}/{trial.number}"), plain_row(trial)
        assert ours["constraints"] == [] == list(row.pop("constraints"))
        assert {one["name"]: one["value"] for one in ours["params"]} == row.pop("params")
        assert {key: ours[key] for key in row} == row
        assert ours["is_best"] == (trial.number == 0)
        reports = {one["step"]: one["value"] for one in ours["intermediate_values"]}
        assert reports.keys() == trial.intermediate_values.keys()
    kind = next(one for one in api.json(f"{TRIALS}/0")["params"] if one["name"] == "mixed")
    choices = [None, True, False, "a", "1", 1, 2.5, "α🚀"]
    assert kind["distribution"] == {"type": "CategoricalDistribution", "choices": choices}


def test_constraints_are_named_and_judged(api: ApiClient) -> None:
    trials = f"/api/studies/{api.study_id('constrained-v5')}/trials"
    trial = api.json(f"{trials}/1")
    assert trial["feasible"] is False
    assert [one["name"] for one in trial["constraints"]] == ["c:é", "too big"]
    assert trial["system_attrs"] == {}
    row = api.json(trials)["trials"][1]
    assert row["feasible"] is False
    assert row["constraints"] == {one["name"]: one["value"] for one in trial["constraints"]}


def test_sorts_by_constraints_and_feasibility(api: ApiClient) -> None:
    trials = f"/api/studies/{api.study_id('constrained-v5')}/trials"
    rows = api.json(trials)["trials"]
    there = [row for row in rows if "too big" in row["constraints"]]
    missing = [row for row in rows if "too big" not in row["constraints"]]
    assert there
    there.sort(key=lambda row: row["constraints"]["too big"], reverse=True)
    assert api.json(trials, sort="-constraint:too big")["trials"] == there + missing
    feasible = [row["feasible"] for row in api.json(trials, sort="feasible")["trials"]]
    assert feasible == sorted(feasible, reverse=True)
    assert len(set(feasible)) == 2


def test_a_legacy_trial_shows_its_vectors() -> None:
    api = ApiClient(FIXTURES / "sqlite" / "optuna-2.10.1.db")
    trial = api.json(f"/api/studies/{api.study_id('legacy-mo-2')}/trials/0")
    assert trial["clock"] == "as-written"
    assert not trial["start"].endswith("Z")
    assert trial["values"] == [48.53347608109735, -13.237012832735516]
    assert trial["intermediate_values"] == []
    assert trial["intermediate_vectors"] == [
        {"step": 0, "values": [30.11962620929877, -2.1455680991172583]},
        {"step": 1, "values": [31.11962620929877, -3.1455680991172583]},
    ]


def test_rows_are_found_by_number_where_numbers_have_gaps(api: ApiClient) -> None:
    _, study = api.catalog.find(1)
    assert [row_of(study, number) for number in (0, 15, 16)] == [0, 15, None]

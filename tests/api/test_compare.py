"""Several studies side by side; what their figures show is tested with the figures."""

from pathlib import Path
from typing import Any

import pytest

from tests.api.client import FIXTURES, ApiClient, parse
from tests.storage.database import Database

COMPARE, PARAMS = "/api/compare", "/api/compare/params"
OF_ANOTHER_FILE = 10**9


@pytest.fixture(scope="module")
def both() -> ApiClient:
    """A client of two files with studies of the same names."""
    files = ("sqlite/optuna-5.0.0.db", "sqlite/optuna-4.9.0.db")
    return ApiClient(*(FIXTURES / file for file in files))


def test_studies_of_several_files(both: ApiClient) -> None:
    ids = [1, OF_ANOTHER_FILE + 1, 4]
    answer = both.json(COMPARE, ids=",".join(map(str, ids)))
    studies = answer["studies"]
    assert [study["study_id"] for study in studies] == ids
    assert [study["label"] for study in studies] == [
        "single-minimize (optuna-5.0.0.db)",
        "single-minimize (optuna-4.9.0.db)",
        "dynamic-range",
    ]
    assert [study["dash"] for study in studies] == ["solid", "dash", "dot"]
    for study in studies:
        overview = both.json(f"/api/studies/{study['study_id']}/summary")
        shared = overview.keys() & study.keys()
        assert {key: study[key] for key in shared} == {key: overview[key] for key in shared}
        assert {"duration", "state_counts", "best_value", "source_label"} <= shared


def test_figures_draw_what_the_comparison_says(both: ApiClient) -> None:
    for ids in ([1, OF_ANOTHER_FILE + 1], [14, 15, 16]):
        answer = both.json(COMPARE, ids=",".join(map(str, ids)))
        keys = [figure["key"] for figure in answer["figures"]]
        assert len(set(keys)) == len(keys)
        for figure in answer["figures"]:
            path = f"/api/studies/{ids[0]}/figures/{figure['name']}"
            drawn = both.json(path, study=ids[1:], **figure["given"])
            known = [*figure["options"], *figure["given"]]
            assert len(drawn["options"]) == len(known)
            assert drawn["total"] == sum(study["n_trials"] for study in answer["studies"])
            for trace in drawn["figure"]["data"]:
                place = ids.index(trace["meta"]["study"])
                study = answer["studies"][place]
                assert trace["meta"]["series"] == place
                assert trace["name"] == study["label"]
                assert trace.get("line", {}).get("dash", study["dash"]) == study["dash"]
                # Infinite values are triangles at the edge.
                if trace["meta"]["role"] in ("complete", "front") and "yaxis" not in trace:
                    assert trace["marker"]["symbol"] == study["shape"]


def test_the_leader_is_marked(both: ApiClient) -> None:
    def leaders(*ids: int) -> list[int]:
        answer = both.json(COMPARE, ids=",".join(map(str, ids)))
        return [study["study_id"] for study in answer["studies"] if study["leads"]]

    assert leaders(1, 4, 22) == [4]
    assert leaders(2, 11) == [11]  # to be maximized
    assert leaders(5) == []  # nobody to be compared with
    assert leaders(10, 6) == []  # no values
    assert leaders(4, OF_ANOTHER_FILE + 4, 1) == [4, OF_ANOTHER_FILE + 4]
    assert leaders(14, 15) == []  # two objectives


def test_other_directions_are_refused_by_name_and_id(both: ApiClient) -> None:
    for path in (COMPARE, PARAMS):
        result = both.get(path, {"ids": f"1,2,12,{OF_ANOTHER_FILE + 1}"})
        assert result.status_code == 400
        assert parse(result) == {
            "reason": "“single-maximize” (maximize) and “mo-2” (minimize, maximize) cannot be "
            "compared with the others (minimize). Only studies with the same directions in the "
            "same order can be compared.",
            "study_ids": [2, 12],
        }


def test_preferential_studies_are_refused(tmp_path: Path) -> None:
    database = Database(tmp_path / "preferential.db")
    database.add_study(1, "MINIMIZE")
    database.execute(
        "INSERT INTO study_system_attributes (study_id, key, value_json) VALUES (1, ?, 'true')",
        "preference:is_preferential",
    )
    database.save()
    database.close()
    result = ApiClient(tmp_path / "preferential.db").get(COMPARE, {"ids": 1})
    assert result.status_code == 400
    assert parse(result) == {
        "reason": "“study 1” (preferential) cannot be compared: "
        "trials of preferential studies have no values.",
        "study_ids": [1],
    }


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({}, "ids must name the studies to compare: ids=1,2"),
        ({"ids": ""}, "ids= is not the id of a study"),
        ({"ids": "1,x"}, "ids=x is not the id of a study"),
        ({"ids": "1,-2"}, "ids=-2 is not the id of a study"),
        ({"ids": "9" * 5000}, f"ids={'9' * 5000} is not the id of a study"),
        (
            {"ids": ",".join(map(str, range(21)))},
            "at most 20 studies can be shown together, not 21",
        ),
    ],
)
def test_bad_ids_are_refused(api: ApiClient, params: dict[str, Any], reason: str) -> None:
    assert api.reason(400, COMPARE, **params) == reason


def test_an_unknown_study_is_not_found(api: ApiClient) -> None:
    assert api.reason(404, COMPARE, ids="1,77") == "study_id=77 is not found"


def test_a_study_counts_once_and_ids_may_be_repeated(api: ApiClient) -> None:
    answer = api.json(COMPARE, ids="1,3,1")
    assert [study["study_id"] for study in answer["studies"]] == [1, 3]
    assert api.json(COMPARE, ids=["1", "3"]) == answer


def test_the_limit_is_told(api: ApiClient) -> None:
    most = api.json("/api/meta")["most_compared"]
    assert api.reason(400, COMPARE, ids=",".join(map(str, range(most + 1)))).startswith(
        f"at most {most}"
    )


def test_params_are_those_of_each_study(both: ApiClient) -> None:
    ids = [1, 4, 22]
    compared = both.json(PARAMS, ids=",".join(map(str, ids)))["params"]
    assert [param["name"] for param in compared] == sorted({param["name"] for param in compared})
    for place, study_id in enumerate(ids):
        own = both.json(f"/api/studies/{study_id}/params")["params"]
        found = {p["name"]: p["studies"][place] for p in compared if p["studies"][place]}
        assert sorted(found) == [param["name"] for param in own]
        for param in own:
            entry = found[param["name"]]
            assert entry["study_id"] == study_id
            assert entry["n_trials"] == param["n_trials"]
            assert entry["distributions"] == param["distributions"]

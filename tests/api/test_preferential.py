"""A preferential study: people compare its trials, so that it has best ones but no best value.

``scripts/make_preferential.py`` says what they said of its eight trials.
"""

from pathlib import Path

import pytest

from tests.api.client import FIXTURES, ApiClient
from tests.figures.plotly_json import decode
from tests.storage.database import Database

FILES = [FIXTURES / "special" / name for name in ("preferential.db", "preferential.log")]


@pytest.fixture(params=FILES, ids=lambda path: path.suffix)
def api(request: pytest.FixtureRequest) -> ApiClient:
    return ApiClient(request.param)


def test_the_list_names_no_best_value(api: ApiClient) -> None:
    [summary] = api.json("/api/studies")["study_summaries"]
    [source] = api.json("/api/meta")["sources"]
    assert summary == {
        "study_id": summary["study_id"],
        "study_name": "Sunset colours",
        "directions": ["minimize"],
        "is_preferential": True,
        "source": 0,
        "source_label": source["label"],
        "objective_names": None,
        "n_trials": 8,
        "state_counts": {"Complete": 7, "Running": 1},
        "best_value": None,
        "best_number": None,
        "pareto_size": None,
        "n_preferred": 2,
        "last_activity": summary["last_activity"],
        "clock": "utc",
        "is_legacy_multi_objective": False,
        "helper_of": None,
        "user_attrs": [],
    }


def test_the_overview_agrees_with_the_list(api: ApiClient) -> None:
    [summary] = api.json("/api/studies")["study_summaries"]
    overview = api.json(f"/api/studies/{summary['study_id']}/summary")
    assert {key: overview[key] for key in summary} == {**summary, "user_attrs": {}}
    assert [trial["number"] for trial in overview["best_trials"]] == [3, 6]
    assert (overview["n_best"], overview["objective_labels"]) == (2, [])


def test_best_are_the_preferred_that_were_not_skipped(api: ApiClient) -> None:
    [summary] = api.json("/api/studies")["study_summaries"]
    study = f"/api/studies/{summary['study_id']}"
    detail = api.json(study)
    assert [trial["number"] for trial in detail["best_trials"]] == [3, 6]
    assert detail["skipped_trial_numbers"] == [4]
    assert [one["is_removed"] for one in detail["preference_history"]] == [True, *[False] * 5]
    is_best = [api.json(f"{study}/trials/{number}")["is_best"] for number in range(8)]
    assert [number for number, best in enumerate(is_best) if best] == [3, 6]
    assert api.json(f"{study}/selection", filter="best")["matched"] == 2


def test_no_figure_is_drawn_of_values_that_mean_nothing(api: ApiClient) -> None:
    [summary] = api.json("/api/studies")["study_summaries"]
    figures = api.json(f"/api/studies/{summary['study_id']}/figures")["figures"]
    assert [figure["name"] for figure in figures] == [
        "preference-graph",
        "preferred-parameters",
        "preference-history",
        "timeline",
    ]


def test_the_preferences_are_drawn(api: ApiClient) -> None:
    [summary] = api.json("/api/studies")["study_summaries"]
    path = f"/api/studies/{summary['study_id']}/figures"
    graph = api.json(f"{path}/preference-graph")
    roles = {
        trace["meta"]["role"]: decode(trace["meta"]["numbers"])
        for trace in graph["figure"]["data"]
    }
    assert roles == {"preference": [], "best": [3, 6], "complete": [0, 1, 2, 5], "skipped": [4]}
    assert (graph["shown"], graph["total"]) == (7, 8)
    over_params = api.json(f"{path}/preferred-parameters")
    assert {
        trace["meta"]["role"]: decode(trace["meta"]["numbers"])
        for trace in over_params["figure"]["data"]
    } == {role: numbers for role, numbers in roles.items() if numbers}
    trials = [api.json(f"{path.removesuffix('/figures')}/trials/{n}")["params"] for n in (3, 6)]
    places = [{param["name"]: param["value"] for param in params} for params in trials]
    best = over_params["figure"]["data"][-1]
    assert list(zip(decode(best["x"]), decode(best["y"]))) == [
        (place["blue"], place["green"]) for place in places
    ]
    history = api.json(f"{path}/preference-history")
    drawn = {
        trace["meta"]["role"]: list(zip(decode(trace["x"]), decode(trace["meta"]["numbers"])))
        for trace in history["figure"]["data"]
    }
    said = api.json(path.removesuffix("/figures"))["preference_history"]
    counted = [
        (place, one["history"]) for place, one in enumerate(said, 1) if not one["is_removed"]
    ]
    assert drawn["worse"] == [(place, one["clicked"]) for place, one in counted]
    assert drawn["complete"] == [
        (place, number)
        for place, one in counted
        for number in one["candidates"]
        if number != one["clicked"]
    ]
    assert drawn["taken-back"] == [(1, 0), (1, 1), (1, 2)]


def test_a_study_without_trials(tmp_path: Path) -> None:
    database = Database(tmp_path / "study.db")
    database.add_study(1, "MINIMIZE")
    database.execute(
        "INSERT INTO study_system_attributes (study_id, key, value_json) "
        "VALUES (1, 'preference:is_preferential', 'true')"
    )
    database.save()
    [summary] = ApiClient(database.path).json("/api/studies")["study_summaries"]
    assert (summary["best_value"], summary["pareto_size"], summary["n_preferred"]) == (
        None,
        None,
        0,
    )

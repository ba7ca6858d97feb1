"""The study list, the overview of a study and its parameters."""

import json
from pathlib import Path

import optuna

from tests.api.client import FIXTURES, ApiClient


def test_the_list_agrees_with_what_optuna_says(api: ApiClient) -> None:
    path = FIXTURES / "sqlite" / "optuna-5.0.0.expected.json"
    expected = json.loads(path.read_text())["studies"]
    summaries = api.json("/api/studies")["study_summaries"]
    assert [one["study_id"] for one in summaries] == sorted(
        one["study_id"] for one in expected.values()
    )
    for one in summaries:
        optuna_says = expected[one["study_name"]]
        assert one["study_id"] == optuna_says["study_id"]
        assert [d.upper() for d in one["directions"]] == optuna_says["directions"]
        assert one["objective_names"] == optuna_says["metric_names"]
        assert one["n_trials"] == optuna_says["n_trials"]
        counts = {state.upper(): count for state, count in one["state_counts"].items()}
        assert counts == optuna_says["states"]
        assert (one["source"], one["source_label"]) == (0, "optuna-5.0.0.db")
        if len(one["directions"]) > 1:
            assert one["pareto_size"] == len(optuna_says["best_trials"])


def test_one_line_of_the_list(api: ApiClient) -> None:
    assert api.json("/api/studies")["study_summaries"][0] == {
        "study_id": 1,
        "study_name": "single-minimize",
        "directions": ["minimize"],
        "is_preferential": False,
        "source": 0,
        "source_label": "optuna-5.0.0.db",
        "objective_names": None,
        "n_trials": 16,
        "state_counts": {"Running": 1, "Complete": 10, "Pruned": 2, "Fail": 2, "Waiting": 1},
        "best_value": 8.543037357388762,
        "best_number": 0,
        "pareto_size": None,
        "n_preferred": None,
        "last_activity": "2026-11-22T01:13:01.601652Z",
        "clock": "utc",
        "is_legacy_multi_objective": False,
        "helper_of": None,
        "user_attrs": [
            {"key": "owner", "value": "König"},
            {"key": "tags", "value": '["a", "b", {"c": 1}]'},
        ],
    }


def test_the_overview_repeats_the_list() -> None:
    for file in ("optuna-5.0.0.db", "optuna-2.10.1.db", "optuna-0.8.0.db"):
        api = ApiClient(FIXTURES / "sqlite" / file)
        for line in api.json("/api/studies")["study_summaries"]:
            overview = api.json(f"/api/studies/{line['study_id']}/summary")
            user_attrs = overview["user_attrs"]
            shared = {key: overview[key] for key in line}
            assert shared == {**line, "user_attrs": user_attrs}


def test_an_overview(api: ApiClient) -> None:
    overview = api.json("/api/studies/1/summary")
    line = api.json("/api/studies")["study_summaries"][0]
    rows = api.json("/api/studies/1/trials")["trials"]
    finished = [row for row in rows if row["state"] in ("Complete", "Pruned", "Fail")]
    durations = sorted(row["duration"] for row in finished)
    total = overview["duration"]["total"]
    assert round(total, 6) == round(sum(durations), 6)
    assert round(overview["duration"]["median"], 6) == round(
        durations[len(durations) // 2], 6
    ) or (len(durations) % 2 == 0)
    assert overview == {
        **line,
        "stored_id": 1,
        "user_attrs": {"owner": "König", "tags": ["a", "b", {"c": 1}]},
        "objective_labels": ["Objective Value"],
        "param_names": ["k", "kind", "lr", "m", "mixed", "n", "q", "rf_max_depth", "svm_c", "x"],
        "user_attr_names": ["nested", "note"],
        "constraint_names": [],
        "n_feasible": 10,
        "has_constraints": False,
        "has_intermediate_values": True,
        "best_trials": [rows[0]],
        "n_best": 1,
        "duration": overview["duration"],
        "first_start": rows[0]["start"],
        "last_complete": max(row["complete"] for row in finished),
        "trials_per_hour": overview["trials_per_hour"],
        "note": {"version": 0, "body": ""},
        "artifacts": [],
        "form": None,
    }


def test_an_overview_of_nothing(api: ApiClient) -> None:
    overview = api.json(f"/api/studies/{api.study_id('empty study')}/summary")
    assert overview["n_trials"] == overview["n_best"] == overview["n_feasible"] == 0
    for key in ("duration", "first_start", "last_complete", "trials_per_hour", "best_value"):
        assert overview[key] is None


def test_best_trials_are_feasible(api: ApiClient) -> None:
    infeasible = api.json(f"/api/studies/{api.study_id('mo-all-infeasible')}/summary")
    assert (infeasible["best_trials"], infeasible["n_feasible"]) == ([], 0)
    constrained = api.json(f"/api/studies/{api.study_id('single-constrained')}/summary")
    assert [row["number"] for row in constrained["best_trials"]] == [11]
    assert constrained["has_constraints"] is True
    assert constrained["constraint_names"] == ["0", "1"]


def test_at_most_a_hundred_best_trials(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/study.db"
    study = optuna.create_study(storage=url, directions=["minimize", "maximize"])
    study.add_trials([optuna.create_trial(values=[i, i]) for i in range(120)])
    overview = ApiClient(tmp_path / "study.db").json("/api/studies/1/summary")
    assert (len(overview["best_trials"]), overview["n_best"]) == (100, 120)
    assert overview["pareto_size"] == 120


def test_parameters_with_a_range_that_grew(api: ApiClient) -> None:
    study = api.study_id("dynamic-range")
    params = {one["name"]: one for one in api.json(f"/api/studies/{study}/params")["params"]}
    assert params["x"]["n_trials"] == 5
    assert [one["high"] for one in params["x"]["distributions"]] == [1.0, 2.0, 3.0, 4.0, 5.0]
    assert params["one"] == {
        "name": "one",
        "n_trials": 5,
        "distributions": [{"type": "CategoricalDistribution", "choices": ["only"]}],
    }


def test_several_storages_share_one_list(api: ApiClient) -> None:
    sources = ["sqlite/optuna-5.0.0.db", "journal/small.log", "sqlite/optuna-4.9.0.db"]
    both = ApiClient(*(FIXTURES / source for source in sources))
    infos = both.json("/api/meta")["sources"]
    assert [(one["index"], one["kind"]) for one in infos] == [
        (0, "sqlite"),
        (1, "journal"),
        (2, "sqlite"),
    ]
    summaries = both.json("/api/studies")["study_summaries"]
    assert len(summaries) == sum(one["n_studies"] for one in infos)
    journal = [one["study_id"] for one in summaries if one["source"] == 1]
    assert journal[0] == 1_000_000_000
    overview = both.json(f"/api/studies/{2 * 10**9 + 1}/summary")
    assert (overview["source_label"], overview["stored_id"]) == ("optuna-4.9.0.db", 1)
    both.catalog.remove(0)
    assert both.reason(404, "/api/studies/1/summary") == "study_id=1 is not found"
    assert [one["index"] for one in both.json("/api/meta")["sources"]] == [1, 2]
    assert both.catalog.add(api.catalog.sources()[0].storage) == 3


def test_meta(api: ApiClient) -> None:
    assert api.json("/api/meta") == {
        "artifact_is_available": False,
        "llm_is_available": False,
        "plotlypy_is_available": False,
        "most_compared": 20,
        "allow_unsafe": False,
        "is_read_only": False,
        "has_login": False,
        "version": "1.0.0.dev0",
        "sources": [
            {
                "index": 0,
                "label": "optuna-5.0.0.db",
                "kind": "sqlite",
                "warnings": [],
                "n_studies": 24,
                "why_read_only": None,
                "needs_migration": False,
                "upgrade": None,
            }
        ],
    }

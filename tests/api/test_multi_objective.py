"""How the dashboard shows studies of either layout."""

from pathlib import Path
from typing import Any

import pytest

from optuna_dashboard.multi_objective import create_study
from optuna_dashboard.multi_objective.samplers import RandomMultiObjectiveSampler
from tests.api.client import ApiClient
from tests.figures.plotly_json import decode
from tests.multi_objective.objectives import DIRECTIONS, legacy_study, pruned_sometimes, use


@pytest.fixture(params=["native", "legacy"])
def layout(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def api(layout: str, tmp_path: Path) -> ApiClient:
    url = f"sqlite:///{tmp_path}/mo.db"
    study = create_study(DIRECTIONS, "mo", url) if layout == "native" else legacy_study(url)
    use(study, RandomMultiObjectiveSampler(seed=5)).optimize(
        pruned_sometimes, n_trials=12, gc_after_trial=False
    )
    return ApiClient(tmp_path / "mo.db")


def test_a_legacy_study_is_marked(api: ApiClient, layout: str) -> None:
    [listed] = api.json("/api/studies")["study_summaries"]
    for facts in (listed, api.json("/api/studies/1/summary")):
        assert facts["is_legacy_multi_objective"] is (layout == "legacy")
        assert facts["directions"] == DIRECTIONS
        assert facts["state_counts"] == {"Complete": 8, "Pruned": 4}
    assert listed["pareto_size"] > 0


def test_values_and_vectors_of_a_trial(api: ApiClient) -> None:
    def trial(number: int) -> Any:
        return api.json(f"/api/studies/1/trials/{number}")

    complete, pruned = trial(0), trial(1)
    assert complete["intermediate_vectors"] == [{"step": 0, "values": complete["values"]}]
    assert pruned["values"] is None
    assert [vector["step"] for vector in pruned["intermediate_vectors"]] == [0]
    assert complete["intermediate_values"] == pruned["intermediate_values"] == []


def test_figures(api: ApiClient) -> None:
    study = "/api/studies/1"
    names = {figure["name"] for figure in api.json(f"{study}/figures")["figures"]}
    assert {"pareto-front", "hypervolume", "importance", "intermediate-values"} <= names
    front = [t["number"] for t in api.json(f"{study}/summary")["best_trials"]]
    shown = api.json(f"{study}/figures/pareto-front")["figure"]["data"]
    [on_front] = [trace["meta"] for trace in shown if trace["meta"]["role"] == "front"]
    assert decode(on_front["numbers"]) == front
    assert api.json(f"{study}/figures/hypervolume")["shown"] == 8
    reports = [
        api.json(f"{study}/figures/intermediate-values", objective=f"value:{i}")["figure"]
        for i in range(2)
    ]
    assert reports[0]["data"] != reports[1]["data"]
    importances = api.json(f"{study}/param_importances")["param_importances"]
    assert [{one["name"] for one in objective} for objective in importances] == [{"x", "y"}] * 2

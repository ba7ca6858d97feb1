"""GET /api/studies/<id>/param_importances."""

from pathlib import Path

import optuna
import pytest

from optuna_dashboard.analysis import packages
from tests.analysis.optuna_importances import optunas
from tests.api.client import FIXTURES, ApiClient
from tests.figures.conftest import optuna_studies


def path_of(api: ApiClient, study: str) -> str:
    return f"/api/studies/{api.study_id(study)}/param_importances"


def test_one_list_for_each_objective_with_the_numbers_of_optuna(tmp_path: Path) -> None:
    fixture = "sqlite/optuna-5.0.0.db"
    api = ApiClient(FIXTURES / fixture)
    studies = {study.study_name: study for study in optuna_studies(fixture, tmp_path)}
    for name in ("single-maximize", "mo-2", "mo-3", "dynamic-range"):
        found = api.json(path_of(api, name))["param_importances"]
        assert len(found) == len(studies[name].directions)
        for objective, items in enumerate(found):
            expected = optunas(studies[name], "ped-anova", objective)
            ours = {item["name"]: item["importance"] for item in items}
            assert ours == pytest.approx(expected, rel=1e-9)
            assert list(ours.values()) == sorted(ours.values(), reverse=True)
            for item in items:
                assert item["distribution"] == distribution_name(studies[name], item["name"])


def distribution_name(study: optuna.Study, param: str) -> str:
    kinds = (trial.distributions.get(param) for trial in study.trials)
    return next(type(kind).__name__ for kind in kinds if kind)


def test_nothing_to_tell(api: ApiClient) -> None:
    assert api.json(path_of(api, "no-complete")) == {"param_importances": [[]]}


def test_other_evaluators(api: ApiClient) -> None:
    path = path_of(api, "single-maximize")
    default = api.json(path)
    assert api.json(path, evaluator="ped-anova") == default
    for evaluator in ("fanova", "mean-decrease-impurity"):
        assert api.json(path, evaluator=evaluator) != default
    assert "nope" in api.reason(400, path, evaluator="nope")


def test_an_unknown_study_is_not_found(api: ApiClient) -> None:
    assert api.reason(404, "/api/studies/77/param_importances") == "study_id=77 is not found"


@pytest.mark.parametrize("path", ["param_importances", "figures/importance"])
def test_missing_packages_are_named(
    api: ApiClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(packages, "find_spec", lambda name: None)
    study = f"/api/studies/{api.study_id('single-maximize')}"
    assert api.json(f"{study}/{path}")
    answer = api.get(f"{study}/{path}", {"evaluator": "fanova"})
    assert answer.status_code == 503
    assert answer.json == {
        "reason": "fANOVA needs scikit-learn, which is not installed (pip install scikit-learn)",
        "packages": ["scikit-learn"],
    }

"""GET /api/studies/<id>, held against what Optuna itself says of the same file."""

import shutil
from pathlib import Path
from typing import Any

import optuna
import pytest
from optuna.storages import RDBStorage

from tests.api.client import FIXTURES, ApiClient
from tests.api.plain_detail import plain_detail, plain_trial

Json = Any

FILES = [
    "sqlite/optuna-5.0.0.db",
    "sqlite/optuna-4.9.0.db",
]


def as_sets(detail: Json) -> Json:
    """The same, with what has no order of its own sorted."""
    for trial in [*detail["trials"], *detail["best_trials"]]:
        trial["user_attrs"].sort(key=lambda attr: attr["key"])
        trial["artifacts"].sort(key=lambda artifact: artifact["artifact_id"])
    detail["user_attrs"].sort(key=lambda attr: attr["key"])
    return detail


@pytest.mark.usefixtures("utc")
@pytest.mark.parametrize("file", FILES)
def test_every_study_is_what_optuna_says(file: str, tmp_path: Path) -> None:
    copy = shutil.copy(FIXTURES / file, tmp_path / "copy.db")
    storage = RDBStorage(f"sqlite:///{copy}")
    api = ApiClient(FIXTURES / file)
    compared = 0
    for summary in api.json("/api/studies")["study_summaries"]:
        if summary["is_legacy_multi_objective"]:
            continue  # Optuna shows these as flat lines at 0
        study_id = summary["study_id"]
        ours = api.json(f"/api/studies/{study_id}")
        assert as_sets(ours) == as_sets(plain_detail(storage, study_id)), summary["study_name"]
        compared += 1
    assert compared > 10
    storage.engine.dispose()


def test_a_legacy_study_shows_its_real_values() -> None:
    api = ApiClient(FIXTURES / "sqlite" / "optuna-2.10.1.db")
    detail = api.json(f"/api/studies/{api.study_id('legacy-mo-2')}")
    assert detail["directions"] == ["minimize", "maximize"]
    assert detail["trials"][0]["values"] == [48.53347608109735, -13.237012832735516]
    assert "values" not in detail["trials"][4]  # failed
    best = [0, 2, 3, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]
    assert [trial["number"] for trial in detail["best_trials"]] == best


def test_after_leaves_out_the_first_trials(api: ApiClient) -> None:
    whole = api.json("/api/studies/1")
    assert api.json("/api/studies/1", after=14) == {**whole, "trials": whole["trials"][14:]}
    assert api.json("/api/studies/1", after=0) == whole
    assert api.json("/api/studies/1", after=999) == {**whole, "trials": []}


def test_after_must_be_a_number(api: ApiClient) -> None:
    reason = api.reason(400, "/api/studies/1", after=-1)
    assert reason == "`after` should be larger or equal 0."
    assert api.reason(400, "/api/studies/1", after="x") == "`after` should be an integer."


def test_infinite_constraints_and_reports_are_strings(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/odd.db"
    study = optuna.create_study(storage=url)
    trial = study.ask()
    for step, value in enumerate([float("nan"), float("inf"), float("-inf"), 0.5]):
        trial.report(value, step)
    constraints = [float("inf"), float("-inf"), float("nan"), 1.0]
    study._storage.set_trial_system_attr(trial._trial_id, "constraints", constraints)
    study.tell(trial, float("-inf"))
    ours = ApiClient(tmp_path / "odd.db").json("/api/studies/1")["trials"][0]
    assert ours["constraints"] == ["inf", "-inf", "nan", 1.0]
    assert ours["values"] == ["-inf"]
    assert [one["value"] for one in ours["intermediate_values"]] == ["nan", "inf", "-inf", 0.5]


@pytest.mark.usefixtures("utc")
def test_any_choice_and_any_name(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/odd.db"
    study = optuna.create_study(storage=url)
    for _ in range(4):
        trial = study.ask()
        trial.suggest_categorical(
            '100% "quoted" {name} \\ é 🚀', ["<b>", None, True, 1.5, '"', "%s"]
        )
        trial.suggest_int("n", -3, 3)
        trial.suggest_float("f", 1e-300, 1e300, log=True)
        trial.set_user_attr("100% \\ é", {"nested": ["%", '"', None]})
        study.tell(trial, 1.0)
    ours = ApiClient(tmp_path / "odd.db").json("/api/studies/1")["trials"]
    assert ours == [plain_trial(1, trial) for trial in study.trials]

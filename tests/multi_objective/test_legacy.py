"""Studies that Optuna 2.10 made: read as it read them, and continued in their own form."""

import shutil
from pathlib import Path

import optuna
import pytest

from optuna_dashboard.multi_objective import load_study
from tests.multi_objective.answers import FIXTURES, answer_of, answers_of
from tests.multi_objective.objectives import binh_and_korn
from tests.multi_objective.test_samplers import OURS

ANSWERS = answers_of("2.10.1")


@pytest.fixture
def url(tmp_path: Path) -> str:
    path = tmp_path / "old.db"
    shutil.copyfile(FIXTURES / "upgraded" / "optuna-2.10.1-to-5.0.0.db", path)
    return f"sqlite:///{path}"


@pytest.mark.parametrize("name", ANSWERS)
def test_answers_are_those_of_its_time(url: str, name: str) -> None:
    assert answer_of(load_study(name, url)) == ANSWERS[name]


@pytest.mark.parametrize("sampler", OURS)
def test_it_goes_on_in_its_own_form(url: str, sampler: str) -> None:
    study = load_study("legacy-mo-2", url, OURS[sampler]())
    finished = [trial.number for trial in study.trials if trial.state.is_finished()]
    study.optimize(binh_and_korn, n_trials=12, gc_after_trial=False)
    plain = optuna.load_study(study_name="legacy-mo-2", storage=url)
    # One of them had been waiting.
    new = [trial for trial in plain.trials if trial.number not in finished]
    assert len(new) == 12
    for trial in new:
        values = binh_and_korn(optuna.trial.FixedTrial(trial.params))  # type: ignore[arg-type]
        assert trial.values == [0.0]
        assert trial.intermediate_values == dict(enumerate(values))
    again, before = answer_of(load_study("legacy-mo-2", url)), ANSWERS["legacy-mo-2"]
    for number in finished:
        assert again["trials"][number] == before["trials"][number]

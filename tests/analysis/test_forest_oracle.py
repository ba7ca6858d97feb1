"""Forests give the numbers of Optuna's evaluators that grow them with the same seed."""

import random
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

import optuna
import pytest
from optuna.importance import get_param_importances

from optuna_dashboard.analysis import importance
from optuna_dashboard.analysis.importance import Evaluator
from tests.analysis.optuna_importances import MAKERS, optunas, ours
from tests.figures.conftest import optuna_studies

FORESTS: list[Evaluator] = [name for name in get_args(Evaluator) if name != "ped-anova"]
forests = pytest.mark.parametrize("evaluator", FORESTS)


def study_with(
    *directions: Any, n_trials: int = 40, seed: int = 0, offset: float = 0.0
) -> optuna.Study:
    """A study in which most parameters matter, one is conditional and one moves."""
    rng = random.Random(seed)
    sampler = optuna.samplers.RandomSampler(seed=seed)
    study = optuna.create_study(directions=[*directions] or ["minimize"], sampler=sampler)
    for _ in range(n_trials):
        trial = study.ask()
        x = trial.suggest_float("x", -5, 5)
        rate = trial.suggest_float("rate", 1e-4, 1, log=True)
        units = trial.suggest_int("units", 1, 100, log=True)
        kind = trial.suggest_categorical("kind", ["a", "b", "c"])
        trial.suggest_categorical("one", ["only"])
        trial.suggest_float("constant", 1.0, 1.0)
        trial.suggest_int("moving", 0, 5 if kind == "a" else 9)
        value = x**2 + units / 20 + (4 if kind == "b" else rate) + rng.gauss(0, 0.1) + offset
        if kind == "a":
            value += trial.suggest_float("beta", 0, 3)
        if rng.random() < 0.1:
            study.tell(trial, state=optuna.trial.TrialState.FAIL)
        else:
            study.tell(trial, [rng.choice([value] * 9 + [float("inf")]) for _ in study.directions])
    return study


def held_against_optuna(
    study: optuna.Study, evaluator: Evaluator, params: list[str] | None = None
) -> None:
    # Sorted, because Optuna mixes up the names otherwise.
    wanted = sorted(params) if params else None
    for objective, answer in enumerate(ours(study, evaluator, params).answers):
        expected = optunas(study, evaluator, objective, wanted)
        assert answer.values == pytest.approx(expected, rel=1e-9, abs=1e-12)


@forests
@pytest.mark.parametrize("directions", [["minimize"], ["maximize"], ["minimize", "maximize"]])
def test_directions(evaluator: Evaluator, directions: list[Any]) -> None:
    held_against_optuna(study_with(*directions), evaluator)


@forests
def test_a_large_mean_hides_nothing(evaluator: Evaluator) -> None:
    held_against_optuna(study_with(offset=1e6), evaluator)


@forests
@pytest.mark.parametrize("params", [["x", "kind"], ["one", "x"], ["units", "beta"], ["constant"]])
def test_some_parameters(evaluator: Evaluator, params: list[str]) -> None:
    held_against_optuna(study_with(n_trials=60), evaluator, params)


@forests
@pytest.mark.parametrize("unit", [2.0**130, 2.0**1000])
def test_a_feature_has_any_unit(evaluator: Evaluator, unit: float) -> None:
    """Beyond the 32-bit numbers of a forest, where Optuna fails."""

    def importances(unit: float) -> object:
        study = optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=3))
        for _ in range(40):
            trial = study.ask()
            x, y = trial.suggest_float("x", 0, unit), trial.suggest_float("y", -1, 1)
            study.tell(trial, (x / unit) ** 2 + y)
        return [answer.values for answer in ours(study, evaluator).answers]

    assert importances(unit) == importances(1.0)


def test_choices_of_many() -> None:
    """Optuna's own sum over all corners of the cube of choices."""
    study = optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=3))
    for _ in range(50):
        trial = study.ask()
        kind = trial.suggest_categorical("kind", list(range(7)))
        other = trial.suggest_categorical("other", ["a", "b", "c", "d"])
        study.tell(trial, kind**2 + (10 if other == "a" else 0) + trial.suggest_float("x", 0, 5))
    held_against_optuna(study, "fanova")


@forests
@pytest.mark.parametrize(
    "fixture", ["sqlite/optuna-4.9.0.db", "upgraded/optuna-2.10.1-to-5.0.0.db"]
)
def test_fixtures(evaluator: Evaluator, fixture: str, tmp_path: Path) -> None:
    for study in optuna_studies(fixture, tmp_path):
        if overflows(study):  # Optuna has no answer
            assert sum(ours(study, evaluator).answers[0].values.values()) == pytest.approx(1)
        elif not all(answer.told for answer in ours(study, evaluator).answers):
            tells_nothing(study, evaluator)
        else:
            held_against_optuna(study, evaluator)


def overflows(study: optuna.Study) -> bool:
    values = [value for trial in study.trials for value in trial.values or []]
    return any(1e150 < abs(value) < float("inf") for value in values)


def tells_nothing(study: optuna.Study, evaluator: Evaluator) -> None:
    """Optuna too gives all parameters the same importance, or none, or gives up."""
    for objective, answer in enumerate(ours(study, evaluator).answers):
        with suppress(RuntimeError):
            assert answer.values == pytest.approx(optunas(study, evaluator, objective))


@forests
def test_more_trials_than_a_forest_is_grown_of(
    evaluator: Evaluator, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = study_with(n_trials=80)
    complete = study.get_trials(states=[optuna.trial.TrialState.COMPLETE])
    finite = [trial for trial in complete if trial.value != float("inf")]
    monkeypatch.setattr(importance, "MOST_FOREST_TRIALS", 20)
    (answer,) = ours(study, evaluator).answers
    assert (answer.n_trials, answer.n_eligible) == (20, len(finite))

    few = optuna.create_study()
    few.add_trials([finite[i * (len(finite) - 1) // 19] for i in range(20)])
    names = sorted(answer.values)
    expected = get_param_importances(few, evaluator=MAKERS[evaluator](), params=names)
    assert answer.values == pytest.approx(expected, rel=1e-9, abs=1e-12)

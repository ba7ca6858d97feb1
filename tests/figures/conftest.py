"""Studies made, or read, by Optuna itself."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import optuna
import pytest
from optuna.trial import TrialState

FIXTURES = Path(__file__).parents[1] / "fixtures"
# The fixtures that the installed Optuna reads itself, with the numbers of their trials.
READABLE = (
    "sqlite/optuna-4.9.0.db",
    "sqlite/optuna-5.0.0.db",
    "upgraded/optuna-2.10.1-to-5.0.0.db",
)

Direction = Literal["minimize", "maximize"]
MakeStudy = Callable[..., optuna.Study]


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    verbosity = optuna.logging.get_verbosity()
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    yield
    optuna.logging.set_verbosity(verbosity)


@pytest.fixture
def make_study() -> MakeStudy:
    """Makes a study of Optuna's with complete, pruned, failed, running and waiting trials."""

    def make(
        *directions: Direction, constrained: bool = False, n_trials: int = 40, seed: int = 0
    ) -> optuna.Study:
        study = optuna.create_study(
            directions=directions,
            sampler=optuna.samplers.RandomSampler(seed=seed),
        )
        rng = random.Random(seed)
        for number in range(n_trials):
            trial = study.ask()
            trial.set_user_attr("accuracy", rng.random())
            trial.set_user_attr("name", f"run {number}")
            if constrained:
                trial.set_constraint("weight", rng.choice([-1.0, 0.0, 0.5]))
            _finish(study, trial, rng)
        study.enqueue_trial({"x": 1.0})
        return study

    return make


def _finish(study: optuna.Study, trial: optuna.Trial, rng: random.Random) -> None:
    draw = rng.random()
    if draw < 0.1:
        study.tell(trial, state=TrialState.FAIL)
    elif draw < 0.25 and len(study.directions) == 1:
        trial.report(rng.random(), step=1)
        study.tell(trial, state=TrialState.PRUNED)
    elif draw > 0.05:
        # One decimal, so that there are ties.
        study.tell(trial, [round(rng.gauss(0, 2), 1) for _ in study.directions])


def optuna_studies(fixture: str, tmp_path: Path) -> list[optuna.Study]:
    """Every study of a fixture file, read by Optuna from a copy: opening may write."""
    copy = tmp_path / "copy.db"
    shutil.copyfile(FIXTURES / fixture, copy)
    storage = optuna.storages.RDBStorage(f"sqlite:///{copy}", skip_table_creation=True)
    names = [study.study_name for study in storage.get_all_studies()]
    return [optuna.load_study(study_name=name, storage=storage) for name in names]


def with_params(study: optuna.Study, n_trials: int = 40, seed: int = 0) -> optuna.Study:
    """Add trials in every state with parameters of every kind, some of them conditional.

    Values repeat, and are infinite at times; attributes are numbers and constraints too.
    """
    rng = random.Random(seed)
    study.sampler = optuna.samplers.RandomSampler(seed=seed)
    for _ in range(n_trials):
        trial = study.ask()
        suggest(trial)
        trial.set_user_attr("accuracy", rng.random())
        if rng.random() < 0.5:
            trial.set_constraint("weight", rng.choice([-1.0, 0.0, 0.5]))
        if len(study.directions) == 1:
            trial.report(rng.random(), step=1)
        draw = rng.random()
        values = [rng.choice([round(rng.gauss(0, 2), 1), float("inf")]) for _ in study.directions]
        if draw < 0.7:
            study.tell(trial, values)
        elif draw < 0.85 and len(study.directions) == 1:
            study.tell(trial, state=TrialState.PRUNED)
        elif draw < 0.95:
            study.tell(trial, state=TrialState.FAIL)
    return study


def suggest(trial: optuna.Trial) -> None:
    """Parameters of every kind: float, log, stepped, whole, whole log, choices, constant."""
    trial.suggest_float("float", -1.0, 3.0)
    trial.suggest_float("log", 1e-5, 1e-1, log=True)
    trial.suggest_float("step", 0.0, 1.0, step=0.25)
    trial.suggest_int("int", 0, 5)
    trial.suggest_int("log int", 1, 1000, log=True)
    trial.suggest_categorical("number", [64, 16, 32])
    trial.suggest_float("constant", 2.0, 2.0)
    if trial.suggest_categorical("choice", ["sgd", "adam", "2", 3, True, None, ""]) == "adam":
        trial.suggest_float("beta", 0.5, 1.0)


def has_equal_choices(study: optuna.Study, param: str) -> bool:
    """Whether a parameter has choices such as ``1`` and ``True``: Optuna confuses them."""
    return any(
        len(set(choices)) < len(choices)
        for trial in study.trials
        if (choices := getattr(trial.distributions.get(param), "choices", ()))
    )

"""PED-ANOVA gives the numbers of ``optuna.importance.PedAnovaImportanceEvaluator``."""

import random
from math import inf
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import optuna
import pytest
from hypothesis import given, settings
from optuna.distributions import (
    BaseDistribution,
    CategoricalDistribution,
    FloatDistribution,
    IntDistribution,
)
from optuna.trial import FrozenTrial, TrialState, create_trial

from tests.analysis.optuna_importances import optunas, ours
from tests.figures.conftest import READABLE, has_equal_choices, optuna_studies, with_params

# Every kind of distribution; of several, a trial has one or the other.
SPACE: dict[str, list[BaseDistribution]] = {
    "float": [FloatDistribution(-1.0, 3.0)],
    "log": [FloatDistribution(1e-5, 1e-1, log=True)],
    "step": [FloatDistribution(0.0, 1.0, step=0.1)],
    "many steps": [FloatDistribution(0.0, 10.0, step=0.01)],
    "int": [IntDistribution(-3, 5)],
    "int step": [IntDistribution(0, 994, step=7)],
    "log int": [IntDistribution(2, 777, log=True)],
    "choice": [CategoricalDistribution(["a", "b", None, 3])],
    "constant": [FloatDistribution(2.0, 2.0)],
    "one choice": [CategoricalDistribution(["x"])],
    "moving": [IntDistribution(0, 5), IntDistribution(0, 9), FloatDistribution(0.0, 1.0)],
}
VALUES = st.sampled_from([0.0, 1.0, inf, -inf]) | st.floats(-1e6, 1e6)


def value_in(distribution: BaseDistribution) -> "st.SearchStrategy[Any]":
    if isinstance(distribution, CategoricalDistribution):
        return st.sampled_from(distribution.choices)
    assert isinstance(distribution, (FloatDistribution, IntDistribution))
    if distribution.step is None:
        return st.floats(distribution.low, distribution.high)
    low, step = distribution.low, distribution.step
    return st.integers(0, round((distribution.high - low) / step)).map(lambda i: low + i * step)


@st.composite
def trials(draw: st.DrawFn, n_objectives: int) -> FrozenTrial:
    """A trial of any state with some of the parameters."""
    state = draw(st.sampled_from([TrialState.COMPLETE] * 6 + [TrialState.FAIL, TrialState.PRUNED]))
    distributions = {
        name: draw(st.sampled_from(kinds))
        for name, kinds in SPACE.items()
        if draw(st.integers(0, 9)) > 1
    }
    complete = state is TrialState.COMPLETE
    return create_trial(
        state=state,
        values=[draw(VALUES) for _ in range(n_objectives)] if complete else None,
        params={name: draw(value_in(kind)) for name, kind in distributions.items()},
        distributions=distributions,
    )


def held_against_optuna(study: optuna.Study) -> None:
    answers = ours(study).answers
    for objective, answer in enumerate(answers):
        expected = optunas(study, "ped-anova", objective)
        assert answer.values == pytest.approx(expected, rel=1e-9, abs=1e-13)
        assert list(answer.values.values()) == sorted(answer.values.values(), reverse=True)


@given(data=st.data(), directions=st.sampled_from([["minimize"], ["maximize"], ["maximize"] * 2]))
@settings(max_examples=60, deadline=None)
def test_any_trials(data: st.DataObject, directions: list[Any]) -> None:
    study = optuna.create_study(directions=directions)
    study.add_trials(data.draw(st.lists(trials(len(directions)), max_size=25)))
    held_against_optuna(study)


@pytest.mark.parametrize("directions", [["minimize"], ["maximize"], ["minimize", "maximize"]])
def test_many_trials(directions: list[Any]) -> None:
    rng = random.Random(len(directions))
    study = optuna.create_study(directions=directions)
    distributions = {name: kinds[0] for name, kinds in SPACE.items()}
    sampler = optuna.samplers.RandomSampler(seed=1)
    for number in range(1_500):
        params = {
            name: sampler.sample_independent(study, None, name, kind)  # type: ignore[arg-type]
            for name, kind in distributions.items()
        }
        value = params["float"] ** 2 + (params["choice"] == "a") + rng.gauss(0, 0.3)
        values = [inf if number % 97 == 0 else value for _ in directions]
        study.add_trial(create_trial(values=values, params=params, distributions=distributions))
    held_against_optuna(study)


@pytest.mark.parametrize("seed", range(3))
def test_trials_that_optuna_ran(seed: int) -> None:
    held_against_optuna(with_params(optuna.create_study(), 120, seed))


def test_some_parameters() -> None:
    study = with_params(optuna.create_study(), 60)
    for params in (["beta"], ["log", "int"], ["number", "float", "constant"]):
        (answer,) = ours(study, params=params).answers
        assert answer.values == pytest.approx(optunas(study, "ped-anova", params=params), rel=1e-9)


@pytest.mark.filterwarnings("ignore:Fixed parameter")
def test_values_out_of_range() -> None:
    """Enqueued ones: Optuna takes them with a warning."""
    study = optuna.create_study()
    rng = random.Random(0)
    for _ in range(60):
        study.enqueue_trial({"x": rng.uniform(-3, 3), "log": rng.uniform(0.01, 2)})
        trial = study.ask()
        x, log = trial.suggest_float("x", 0, 1), trial.suggest_float("log", 0.1, 1, log=True)
        study.tell(trial, x - log)
    assert max(trial.params["x"] for trial in study.trials) > 1
    held_against_optuna(study)


@pytest.mark.parametrize("fixture", READABLE)
def test_fixtures(fixture: str, tmp_path: Path) -> None:
    for study in optuna_studies(fixture, tmp_path):
        if not any(has_equal_choices(study, name) for t in study.trials for name in t.params):
            held_against_optuna(study)

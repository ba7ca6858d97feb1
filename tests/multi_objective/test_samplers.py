"""Samplers: ours do as Optuna's, those of users get the multi-objective forms."""

import pickle
import warnings
from collections.abc import Callable
from typing import Any

import optuna
import pytest
from optuna.distributions import BaseDistribution, FloatDistribution
from optuna.samplers import BaseSampler

from optuna_dashboard.multi_objective import create_study, samplers
from optuna_dashboard.multi_objective.samplers import BaseMultiObjectiveSampler
from optuna_dashboard.multi_objective.study import MultiObjectiveStudy
from optuna_dashboard.multi_objective.trial import FrozenMultiObjectiveTrial
from tests.multi_objective.conftest import MakeStudy
from tests.multi_objective.objectives import (
    DIRECTIONS,
    binh_and_korn,
    legacy_study,
    pruned_sometimes,
    use,
)

OURS: dict[str, Callable[[], BaseMultiObjectiveSampler]] = {
    "nsga2": lambda: samplers.NSGAIIMultiObjectiveSampler(8, 0.3, 0.8, 0.4, 1),
    "random": lambda: samplers.RandomMultiObjectiveSampler(1),
    "motpe": lambda: samplers.MOTPEMultiObjectiveSampler(n_startup_trials=8, seed=1),
}
THEIRS: dict[str, Callable[[], BaseSampler]] = {
    "nsga2": lambda: optuna.samplers.NSGAIISampler(
        population_size=8, mutation_prob=0.3, crossover_prob=0.8, swapping_prob=0.4, seed=1
    ),
    "random": lambda: optuna.samplers.RandomSampler(seed=1),
    "motpe": lambda: optuna.samplers.TPESampler(
        n_startup_trials=8, multivariate=False, constant_liar=False, seed=1
    ),
}


def with_sampler(study: MultiObjectiveStudy, name: str) -> MultiObjectiveStudy:
    return use(study, OURS[name]())


@pytest.mark.parametrize("name", OURS)
def test_either_form_is_sampled_as_optuna_samples(name: str) -> None:
    plain = optuna.create_study(directions=["minimize", "maximize"], sampler=THEIRS[name]())
    plain.optimize(binh_and_korn, n_trials=30)  # type: ignore[arg-type]
    for study in (create_study(DIRECTIONS), legacy_study()):
        sampled = with_sampler(study, name)
        sampled.optimize(binh_and_korn, n_trials=30, gc_after_trial=False)
        assert [trial.params for trial in study.trials] == [t.params for t in plain.trials]


@pytest.mark.parametrize("name", OURS)
def test_pruned_and_failed_trials_do_no_harm(make_study: MakeStudy, name: str) -> None:
    study = with_sampler(make_study(), name)

    def objective(trial: Any) -> Any:
        if trial.number % 5 == 4:
            raise ValueError
        return pruned_sometimes(trial)

    study.optimize(objective, n_trials=25, catch=(ValueError,), gc_after_trial=False)
    assert {trial.state.name for trial in study.trials} == {"COMPLETE", "PRUNED", "FAIL"}


@pytest.mark.parametrize("name", OURS)
def test_a_sampler_is_kept_for_later(name: str) -> None:
    study = create_study(DIRECTIONS, sampler=OURS[name]())
    study.optimize(binh_and_korn, n_trials=2)
    again = create_study(DIRECTIONS, sampler=pickle.loads(pickle.dumps(study.sampler)))
    study.optimize(binh_and_korn, n_trials=1)
    again.optimize(binh_and_korn, n_trials=1)
    assert again.trials[0].params == study.trials[2].params


def test_what_nsga2_refuses() -> None:
    make: Any = samplers.NSGAIIMultiObjectiveSampler
    with pytest.raises(TypeError):
        make(2.5)
    for arguments in ((1,), (8, 2.0), (8, None, -0.1), (8, None, 0.9, 1.1)):
        with pytest.raises(ValueError, match=r"population_size|_prob"):
            make(*arguments)


def test_motpe_takes_what_it_took() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sampler = samplers.MOTPEMultiObjectiveSampler(
            False, 2.0, False, False, 4, 12, lambda n: max(1, n // 5), lambda n: [1.0] * n, 1
        )
    study = create_study(DIRECTIONS, sampler=sampler)
    study.optimize(binh_and_korn, n_trials=8)
    assert len(study.trials) == 8


class _Corners(BaseMultiObjectiveSampler):
    """Samples ``x`` with others and every other parameter at its lower end."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, int, int]] = []

    def infer_relative_search_space(
        self, study: MultiObjectiveStudy, trial: FrozenMultiObjectiveTrial
    ) -> dict[str, BaseDistribution]:
        self._see("infer", study, trial)
        return {"x": FloatDistribution(0, 5)}

    def sample_relative(
        self,
        study: MultiObjectiveStudy,
        trial: FrozenMultiObjectiveTrial,
        search_space: dict[str, BaseDistribution],
    ) -> dict[str, Any]:
        self._see("relative", study, trial)
        assert search_space == {"x": FloatDistribution(0, 5)}
        return {"x": float(len(study.get_pareto_front_trials()))}

    def sample_independent(
        self,
        study: MultiObjectiveStudy,
        trial: FrozenMultiObjectiveTrial,
        param_name: str,
        param_distribution: BaseDistribution,
    ) -> Any:
        self._see(param_name, study, trial)
        assert isinstance(param_distribution, FloatDistribution)
        return param_distribution.low

    def _see(
        self, what: str, study: MultiObjectiveStudy, trial: FrozenMultiObjectiveTrial
    ) -> None:
        assert isinstance(study, MultiObjectiveStudy)
        self.seen.append((what, trial.number, trial.n_objectives))


def test_a_sampler_of_a_user(make_study: MakeStudy) -> None:
    sampler = _Corners()
    study = make_study()
    use(study, sampler)
    study.optimize(binh_and_korn, n_trials=2)
    assert [trial.params for trial in study.trials] == [{"x": 0, "y": 0}, {"x": 1, "y": 0}]
    assert sampler.seen == [
        (what, number, 2) for number in (0, 1) for what in ("infer", "relative", "y")
    ]
    sampler.reseed_rng()


def test_a_sampler_that_lacks_a_method() -> None:
    class Half(BaseMultiObjectiveSampler):
        pass

    with pytest.raises(TypeError):
        Half()  # type: ignore[abstract]

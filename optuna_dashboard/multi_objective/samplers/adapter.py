"""A sampler of multi-objective studies, in the place where Optuna wants one of its own."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import optuna
from optuna.distributions import BaseDistribution
from optuna.samplers import BaseSampler
from optuna.trial import FrozenTrial, TrialState

from optuna_dashboard.multi_objective.frozen_trial import FrozenMultiObjectiveTrial
from optuna_dashboard.multi_objective.samplers.base import BaseMultiObjectiveSampler

if TYPE_CHECKING:
    from optuna_dashboard.multi_objective.study import MultiObjectiveStudy


class SamplerAdapter(BaseSampler):
    """Hands ``sampler`` the multi-objective forms of study and trial, made by ``wrap``."""

    def __init__(
        self,
        sampler: BaseMultiObjectiveSampler,
        wrap: "Callable[[optuna.Study], MultiObjectiveStudy]",
    ) -> None:
        self.sampler = sampler
        self._wrap = wrap
        self._last: MultiObjectiveStudy | None = None

    def reseed_rng(self) -> None:
        self.sampler.reseed_rng()

    def before_trial(self, study: optuna.Study, trial: FrozenTrial) -> None:
        self.sampler._before_trial(*self._wrapped(study, trial))

    def infer_relative_search_space(
        self, study: optuna.Study, trial: FrozenTrial
    ) -> dict[str, BaseDistribution]:
        return self.sampler.infer_relative_search_space(*self._wrapped(study, trial))

    def sample_relative(
        self, study: optuna.Study, trial: FrozenTrial, search_space: dict[str, BaseDistribution]
    ) -> dict[str, Any]:
        return self.sampler.sample_relative(*self._wrapped(study, trial), search_space)

    def sample_independent(
        self,
        study: optuna.Study,
        trial: FrozenTrial,
        param_name: str,
        param_distribution: BaseDistribution,
    ) -> Any:
        wrapped = self._wrapped(study, trial)
        return self.sampler.sample_independent(*wrapped, param_name, param_distribution)

    def after_trial(
        self,
        study: optuna.Study,
        trial: FrozenTrial,
        state: TrialState,
        values: Sequence[float] | None,
    ) -> None:
        self.sampler._after_trial(*self._wrapped(study, trial), state, values)

    def _wrapped(
        self, study: optuna.Study, trial: FrozenTrial
    ) -> "tuple[MultiObjectiveStudy, FrozenMultiObjectiveTrial]":
        wrapped = self._last
        if wrapped is None or wrapped._study is not study:
            wrapped = self._last = self._wrap(study)
        return wrapped, FrozenMultiObjectiveTrial(wrapped.n_objectives, trial)

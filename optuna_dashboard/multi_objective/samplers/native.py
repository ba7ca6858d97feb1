"""A sampler of today's Optuna in a multi-objective study of either layout."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from optuna.distributions import BaseDistribution
from optuna.samplers import BaseSampler
from optuna.trial import TrialState

from optuna_dashboard.multi_objective.samplers.base import BaseMultiObjectiveSampler

if TYPE_CHECKING:
    from optuna_dashboard.multi_objective.frozen_trial import FrozenMultiObjectiveTrial
    from optuna_dashboard.multi_objective.study import MultiObjectiveStudy


class NativeSampler(BaseMultiObjectiveSampler):
    """Has ``sampler`` see the study as one of several directions."""

    def __init__(self, sampler: BaseSampler) -> None:
        self._sampler = sampler

    def reseed_rng(self) -> None:
        self._sampler.reseed_rng()

    def infer_relative_search_space(
        self, study: "MultiObjectiveStudy", trial: "FrozenMultiObjectiveTrial"
    ) -> dict[str, BaseDistribution]:
        view = study._view.study()
        return self._sampler.infer_relative_search_space(view, trial._as_native())

    def sample_relative(
        self,
        study: "MultiObjectiveStudy",
        trial: "FrozenMultiObjectiveTrial",
        search_space: dict[str, BaseDistribution],
    ) -> dict[str, Any]:
        view = study._view.study()
        return self._sampler.sample_relative(view, trial._as_native(), search_space)

    def sample_independent(
        self,
        study: "MultiObjectiveStudy",
        trial: "FrozenMultiObjectiveTrial",
        param_name: str,
        param_distribution: BaseDistribution,
    ) -> Any:
        view = study._view.study()
        seen = trial._as_native()
        return self._sampler.sample_independent(view, seen, param_name, param_distribution)

    def _before_trial(
        self, study: "MultiObjectiveStudy", trial: "FrozenMultiObjectiveTrial"
    ) -> None:
        self._sampler.before_trial(study._view.study(), trial._as_native())

    def _after_trial(
        self,
        study: "MultiObjectiveStudy",
        trial: "FrozenMultiObjectiveTrial",
        state: TrialState,
        values: Sequence[float] | None,
    ) -> None:
        self._sampler.after_trial(study._view.study(), trial._as_native(), state, values)

"""What a sampler of multi-objective studies must do."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from optuna.distributions import BaseDistribution
from optuna.trial import TrialState

if TYPE_CHECKING:
    from optuna_dashboard.multi_objective.frozen_trial import FrozenMultiObjectiveTrial
    from optuna_dashboard.multi_objective.study import MultiObjectiveStudy


class BaseMultiObjectiveSampler(ABC):
    """A class to derive samplers of one's own from; its methods get the multi-objective forms
    of study and trial."""

    @abstractmethod
    def infer_relative_search_space(
        self, study: "MultiObjectiveStudy", trial: "FrozenMultiObjectiveTrial"
    ) -> dict[str, BaseDistribution]:
        """The parameters that ``sample_relative`` will sample together."""

    @abstractmethod
    def sample_relative(
        self,
        study: "MultiObjectiveStudy",
        trial: "FrozenMultiObjectiveTrial",
        search_space: dict[str, BaseDistribution],
    ) -> dict[str, Any]:
        """Values of the parameters in ``search_space``; may leave some out."""

    @abstractmethod
    def sample_independent(
        self,
        study: "MultiObjectiveStudy",
        trial: "FrozenMultiObjectiveTrial",
        param_name: str,
        param_distribution: BaseDistribution,
    ) -> Any:
        """The value of one parameter that was not sampled with others."""

    def reseed_rng(self) -> None:  # noqa: B027
        """Start the random numbers anew, in a worker of ``n_jobs``."""

    def _before_trial(  # noqa: B027
        self, study: "MultiObjectiveStudy", trial: "FrozenMultiObjectiveTrial"
    ) -> None:
        """Called before anything of a trial is sampled."""

    def _after_trial(  # noqa: B027
        self,
        study: "MultiObjectiveStudy",
        trial: "FrozenMultiObjectiveTrial",
        state: TrialState,
        values: Sequence[float] | None,
    ) -> None:
        """Called when a trial is about to be finished."""

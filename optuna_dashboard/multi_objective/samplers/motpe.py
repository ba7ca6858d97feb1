"""The multi-objective tree-structured Parzen estimator."""

from collections.abc import Callable
from typing import Any

from optuna.samplers import TPESampler

from optuna_dashboard.multi_objective.samplers.native import NativeSampler


class MOTPEMultiObjectiveSampler(NativeSampler):
    """Samples with the tree-structured Parzen estimator of the installed Optuna.

    Where it was told nothing else, that of Optuna takes its own defaults, which are not all
    those of Optuna 2.

    Args:
        consider_prior, prior_weight, consider_magic_clip, consider_endpoints: as in
            ``optuna.samplers.TPESampler``, which is to lose them.
        n_startup_trials: number of trials that are sampled at random at first.
        n_ehvi_candidates: number of candidates of which the best is taken.
        gamma: how many trials, of so many, count as good.
        weights_above: weights of the others, given their number.
        seed: makes it repeat itself.
    """

    def __init__(
        self,
        consider_prior: bool = True,
        prior_weight: float = 1.0,
        consider_magic_clip: bool = True,
        consider_endpoints: bool = True,
        n_startup_trials: int = 10,
        n_ehvi_candidates: int = 24,
        gamma: Callable[[int], int] | None = None,
        weights_above: Callable[[int], Any] | None = None,
        seed: int | None = None,
    ) -> None:
        # Optuna warns of each of these that it is given.
        told: dict[str, tuple[Any, Any]] = {
            "consider_prior": (consider_prior, True),
            "prior_weight": (prior_weight, 1.0),
            "consider_magic_clip": (consider_magic_clip, True),
            "consider_endpoints": (consider_endpoints, True),
            "gamma": (gamma, None),
            "weights": (weights_above, None),
        }
        super().__init__(
            TPESampler(
                n_startup_trials=n_startup_trials,
                n_ei_candidates=n_ehvi_candidates,
                seed=seed,
                multivariate=False,
                constant_liar=False,
                **{name: value for name, (value, default) in told.items() if value != default},
            )
        )

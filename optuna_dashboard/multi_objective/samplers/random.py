"""Random search."""

from optuna.samplers import RandomSampler

from optuna_dashboard.multi_objective.samplers.native import NativeSampler


class RandomMultiObjectiveSampler(NativeSampler):
    """Samples at random; ``seed`` makes it repeat itself."""

    def __init__(self, seed: int | None = None) -> None:
        super().__init__(RandomSampler(seed))

"""The genetic algorithm NSGA-II."""

from optuna.samplers import NSGAIISampler

from optuna_dashboard.multi_objective.samplers.native import NativeSampler


class NSGAIIMultiObjectiveSampler(NativeSampler):
    """Samples with NSGA-II, that of the installed Optuna.

    Args:
        population_size: number of trials in a generation.
        mutation_prob: probability to mutate a parameter of a new trial; one of its parameters
            on average if left out.
        crossover_prob: probability that a new trial has two parents.
        swapping_prob: probability to swap a parameter of the parents.
        seed: makes it repeat itself.

    Raises:
        TypeError: if the population size is not an integer.
        ValueError: if it is less than 2, or a probability is not between 0 and 1.
    """

    def __init__(
        self,
        population_size: int = 50,
        mutation_prob: float | None = None,
        crossover_prob: float = 0.9,
        swapping_prob: float = 0.5,
        seed: int | None = None,
    ) -> None:
        if not isinstance(population_size, int):
            raise TypeError("`population_size` must be an integer value.")
        super().__init__(
            NSGAIISampler(
                population_size=population_size,
                mutation_prob=mutation_prob,
                crossover_prob=crossover_prob,
                swapping_prob=swapping_prob,
                seed=seed,
            )
        )

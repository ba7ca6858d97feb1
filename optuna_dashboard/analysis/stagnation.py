"""How long a study may still go on without a better value."""

from collections.abc import Iterator, Sequence

from optuna_dashboard.study.directions import Direction


def trials_left(values: Sequence[float], direction: Direction, most: int) -> Iterator[int]:
    """After each complete trial, how many more may follow without a better value; below zero
    if there were too many.

    The numbers of ``optuna.terminator.BestValueStagnationEvaluator``.

    Args:
        values: of the complete trials, feasible or not, in the order in which they count.
        direction: of the objective; without one, lower is better, as for Optuna.
        most: how many trials may pass without a better value.
    """
    best, best_place = 0.0, -1
    for place, value in enumerate(values):
        loss = direction.sign * value
        if best_place < 0 or loss < best:
            best, best_place = loss, place
        yield most - (place - best_place)

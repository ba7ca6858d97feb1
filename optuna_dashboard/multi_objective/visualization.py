"""The Pareto front as a figure of Plotly."""

from collections.abc import Sequence
from typing import Any

import optuna
from optuna.trial import FrozenTrial

from optuna_dashboard.multi_objective.study import MultiObjectiveStudy


def plot_pareto_front(
    study: MultiObjectiveStudy,
    names: list[str] | None = None,
    include_dominated_trials: bool = False,
    axis_order: list[int] | None = None,
) -> Any:
    """A ``plotly.graph_objects.Figure`` of the front of a study with two or three objectives.

    Args:
        study: the study.
        names: titles of the objectives; ``Objective 0``, ... if left out.
        include_dominated_trials: whether to show the other complete trials as well.
        axis_order: which objective each axis shows.

    Raises:
        ValueError: if the study has another number of objectives, if there are not as many
            names, or if ``axis_order`` does not name each objective once.
        ImportError: if Plotly is not installed.
    """
    n = study.n_objectives
    order = list(range(n)) if axis_order is None else list(axis_order)
    titles = [f"Objective {i}" for i in range(n)] if names is None else names
    if n not in (2, 3):
        raise ValueError(f"A Pareto front is plotted of 2 or 3 objectives, not of {n}.")
    if len(titles) != n:
        raise ValueError(f"There have to be {n} names, one for each objective.")
    if sorted(order) != list(range(n)):
        raise ValueError(f"The order of axes has to name each of {n} objectives once: {order}.")

    def targets(trial: FrozenTrial) -> Sequence[float]:
        return [trial.values[i] for i in order]

    return optuna.visualization.plot_pareto_front(
        study._view.study(),
        target_names=[titles[i] for i in order],
        include_dominated_trials=include_dominated_trials,
        targets=targets,
    )

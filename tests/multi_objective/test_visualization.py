"""``plot_pareto_front``, held against Optuna's own."""

import json
from typing import Any

import optuna
import pytest

from optuna_dashboard.multi_objective import create_study
from optuna_dashboard.multi_objective.study import MultiObjectiveStudy
from optuna_dashboard.multi_objective.visualization import plot_pareto_front
from tests.multi_objective.conftest import MakeStudy

# Optuna 4 and 5 call the argument ``targets`` experimental.
pytestmark = pytest.mark.filterwarnings("ignore::optuna.exceptions.ExperimentalWarning")


def filled(study: MultiObjectiveStudy) -> MultiObjectiveStudy:
    n = study.n_objectives
    study.optimize(
        lambda trial: [trial.suggest_float(f"x{i}", 0, 1) for i in range(n)], n_trials=12
    )
    return study


def plain(study: MultiObjectiveStudy) -> optuna.Study:
    """The same as a study of Optuna."""
    copy = optuna.create_study(directions=study.directions)
    for trial in study.trials:
        values = [value for value in trial.values if value is not None]
        copy.add_trial(
            optuna.create_trial(
                values=values, params=trial.params, distributions=trial.distributions
            )
        )
    return copy


def points(figure: Any) -> Any:
    data = json.loads(figure.to_json())
    titles = [
        data["layout"].get("xaxis"),
        data["layout"].get("yaxis"),
        data["layout"].get("scene"),
    ]
    traces = [[trace.get(axis) for axis in "xyz"] for trace in data["data"]]
    return titles, traces


@pytest.mark.parametrize("n", [2, 3])
@pytest.mark.parametrize("dominated", [False, True])
def test_as_optuna_plots_it(make_study: MakeStudy, n: int, dominated: bool) -> None:
    study = filled(make_study(["minimize", "maximize", "minimize"][:n]))
    theirs = optuna.visualization.plot_pareto_front(
        plain(study), include_dominated_trials=dominated
    )
    ours = plot_pareto_front(study, include_dominated_trials=dominated)
    assert points(ours) == points(theirs)


def test_axes_in_another_order() -> None:
    study = filled(create_study(["minimize", "maximize"]))
    (x_title, y_title, _), traces = points(plot_pareto_front(study))
    swapped = plot_pareto_front(study, axis_order=[1, 0])
    (x_swapped, y_swapped, _), traces_swapped = points(swapped)
    assert (x_title["title"], y_title["title"]) == (y_swapped["title"], x_swapped["title"])
    assert x_title["title"]["text"] == "Objective 0"
    assert traces_swapped == [[y, x, None] for x, y, _ in traces]
    named, _ = points(plot_pareto_front(study, ["loss", "speed"], False, [1, 0]))
    assert (named[0]["title"]["text"], named[1]["title"]["text"]) == ("speed", "loss")


def test_an_empty_study(make_study: MakeStudy) -> None:
    assert points(plot_pareto_front(make_study()))[1][0][0] in (None, [])


@pytest.mark.parametrize("n", [1, 4])
def test_too_few_or_too_many_objectives(n: int) -> None:
    with pytest.raises(ValueError, match=f"not of {n}"):
        plot_pareto_front(create_study(["minimize"] * n))


def test_wrong_arguments() -> None:
    study = create_study(["minimize"] * 2)
    for names in (["one"], []):
        with pytest.raises(ValueError, match="2 names"):
            plot_pareto_front(study, names=names)
    for order in ([0], [0, 0], [0, 2], [0, 1, 1], [1, 2]):
        with pytest.raises(ValueError, match="order of axes"):
            plot_pareto_front(study, axis_order=order)

"""The Pareto front shows what ``optuna.visualization.plot_pareto_front`` shows."""

from math import isfinite
from pathlib import Path
from typing import Any

import optuna
import pytest

from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.pareto_front import ParetoFront
from tests.figures.conftest import READABLE, MakeStudy, optuna_studies
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import build, decode, points_of, traces_of

Points = list[tuple[float, ...]]


def held_against_optuna(study: optuna.Study) -> None:
    figure = optuna.visualization.plot_pareto_front(study)
    result = build(ParetoFront(), from_optuna(study))
    *infeasible, dominated, front = figure.data
    assert drawn(result, "front") == optunas(front)
    assert drawn(result, "dominated") == optunas(dominated)
    assert drawn(result, "infeasible") == (optunas(infeasible[0]) if infeasible else [])
    assert_numbers_are_right(result, study)


def drawn(result: FigureResult, role: str) -> Points:
    return sorted(point[1:] for point in points_of(result, role))


def optunas(trace: Any) -> Points:
    points = zip(trace.x, trace.y, trace.z) if trace.type == "scatter3d" else zip(trace.x, trace.y)
    return sorted(point for point in points if all(map(isfinite, point)))


def assert_numbers_are_right(result: FigureResult, study: optuna.Study) -> None:
    for role in ("front", "dominated", "infeasible"):
        for number, *point in points_of(result, role):
            assert study.trials[number].values == point
    best = {trial.number for trial in study.best_trials if all(map(isfinite, trial.values))}
    assert {point[0] for point in points_of(result, "front")} == best


def coloured_by_number(study: optuna.Study) -> None:
    """Trials on the front and dominated ones have two scales, and their numbers on them."""
    figure = optuna.visualization.plot_pareto_front(study)
    result = build(ParetoFront(), from_optuna(study), color="number")
    for trace, role in zip(figure.data[-2:], ("dominated", "front")):
        assert colours(result, role) == optunas_colours(trace)
    assert not colours(result, "infeasible")


def colours(result: FigureResult, role: str) -> Points:
    return sorted(
        point
        for trace in traces_of(result, role)
        if "coloraxis" in trace["marker"]
        for point in zip(
            decode(trace["marker"]["color"]), *(decode(trace[c]) for c in "xyz" if c in trace)
        )
    )


def optunas_colours(trace: Any) -> Points:
    columns = [trace[c] for c in ("xyz" if trace.type == "scatter3d" else "xy")]
    points = zip(trace.marker.color, *columns)
    return sorted(point for point in points if all(map(isfinite, point)))


@pytest.mark.parametrize("constrained", [False, True])
@pytest.mark.parametrize(
    "directions", [("minimize", "maximize"), ("maximize", "minimize", "maximize")]
)
def test_two_and_three_objectives(
    make_study: MakeStudy, directions: tuple[str, ...], constrained: bool
) -> None:
    study = make_study(*directions, constrained=constrained)
    held_against_optuna(study)
    coloured_by_number(study)


def test_without_trials(make_study: MakeStudy) -> None:
    held_against_optuna(make_study("minimize", "minimize", n_trials=0))


def test_two_of_four_objectives(make_study: MakeStudy) -> None:
    study = make_study("minimize", "maximize", "minimize", "maximize", constrained=True)
    figure = optuna.visualization.plot_pareto_front(
        study, targets=lambda trial: [trial.values[3], trial.values[1]], target_names=["d", "b"]
    )
    result = build(ParetoFront(), from_optuna(study), x="value:3", y="value:1")
    infeasible, dominated, front = figure.data
    assert drawn(result, "front") == optunas(front)
    assert drawn(result, "dominated") == optunas(dominated)
    assert drawn(result, "infeasible") == optunas(infeasible)
    assert result.notes == ["The front is that of all 4 objectives, not of the axes shown."]


@pytest.mark.parametrize("fixture", READABLE)
def test_fixtures(fixture: str, tmp_path: Path) -> None:
    studies = [s for s in optuna_studies(fixture, tmp_path) if len(s.directions) in (2, 3)]
    assert studies
    for study in studies:
        held_against_optuna(study)

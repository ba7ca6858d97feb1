"""History shows what ``optuna.visualization.plot_optimization_history`` shows."""

from bisect import bisect_right
from math import isfinite
from pathlib import Path
from typing import Any

import optuna
import pytest

from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.history import History
from optuna_dashboard.study.states import TrialState
from tests.figures.conftest import READABLE, MakeStudy, optuna_studies
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import build, decode, points_of, traces_of


def held_against_optuna(study: optuna.Study, objective: int) -> None:
    """Markers by role, and the best value at every trial, equal Optuna's."""
    single = len(study.directions) == 1
    figure = optuna.visualization.plot_optimization_history(
        study,
        target=None if single else lambda trial: trial.values[objective],
        target_name="Objective",
    )
    result = build(History(), from_optuna(study), y=f"value:{objective}")
    feasible, *best, infeasible = figure.data or ({}, {})
    assert drawn(result, "complete") == optunas(feasible)
    assert drawn(result, "infeasible") == optunas(infeasible)
    if single and best:
        expected = dict(zip(best[0].x, best[0].y))
        assert best_at(result, list(expected)) == {
            number: value for number, value in expected.items() if isfinite(value)
        }


def drawn(result: FigureResult, role: str) -> set[tuple[int, float]]:
    points = points_of(result, role)
    assert all(number == x for number, x, _ in points)
    return {(number, y) for number, _, y in points}


def optunas(trace: Any) -> set[tuple[int, float]]:
    pairs = zip(trace.x, trace.y) if trace else ()
    return {(x, y) for x, y in pairs if isfinite(y)}


def best_at(result: FigureResult, numbers: list[int]) -> dict[int, float]:
    """The height of the best line at every trial number where there is a line."""
    traces = traces_of(result, "best")
    if not traces:
        return {}
    x, y = decode(traces[0]["x"]), decode(traces[0]["y"])
    return {n: y[bisect_right(x, n) - 1] for n in numbers if x[0] <= n <= x[-1]}


@pytest.mark.parametrize("direction", ["minimize", "maximize"])
@pytest.mark.parametrize("constrained", [False, True])
def test_single_objective(make_study: MakeStudy, direction: str, constrained: bool) -> None:
    study = make_study(direction, constrained=constrained)
    held_against_optuna(study, 0)


@pytest.mark.parametrize("objective", [0, 1])
def test_each_objective_of_several(make_study: MakeStudy, objective: int) -> None:
    study = make_study("minimize", "maximize", constrained=True)
    held_against_optuna(study, objective)


def test_without_trials(make_study: MakeStudy) -> None:
    held_against_optuna(make_study("minimize", n_trials=0), 0)


def test_user_attribute(make_study: MakeStudy) -> None:
    study = make_study("minimize")
    figure = optuna.visualization.plot_optimization_history(
        study, target=lambda trial: trial.user_attrs["accuracy"], target_name="accuracy"
    )
    result = build(History(), from_optuna(study), y="attr:accuracy")
    assert drawn(result, "complete") == optunas(figure.data[0])
    assert not traces_of(result, "best")


def test_several_studies(make_study: MakeStudy) -> None:
    studies = [make_study("minimize", seed=seed) for seed in (1, 2)]
    figure = optuna.visualization.plot_optimization_history(studies)
    result = build(History(), [from_optuna(study) for study in studies], ids=[1, 10**9 + 1])
    for position, id_ in enumerate((1, 10**9 + 1)):
        (trace,) = [t for t in traces_of(result, "complete") if t["meta"]["study"] == id_]
        points = set(zip(decode(trace["x"]), decode(trace["y"])))
        assert points == optunas(figure.data[3 * position])


def test_pruned_trials_are_those_of_the_study(make_study: MakeStudy) -> None:
    study = make_study("minimize")
    result = build(History(), from_optuna(study))
    pruned = study.get_trials(states=(optuna.trial.TrialState.PRUNED,))
    assert drawn(result, "pruned") == {(trial.number, trial.value) for trial in pruned}
    assert not traces_of(build(History(), from_optuna(study), pruned="false"), "pruned")


@pytest.mark.parametrize("fixture", READABLE)
def test_fixtures(fixture: str, tmp_path: Path) -> None:
    for study in optuna_studies(fixture, tmp_path):
        for objective in range(len(study.directions)):
            held_against_optuna(study, objective)


def test_states_are_optunas() -> None:
    for state in optuna.trial.TrialState:
        assert TrialState(state.value).name == state.name

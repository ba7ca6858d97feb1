"""What an objective function gets, and what becomes of it."""

from math import inf, nan
from pathlib import Path
from typing import Any

import numpy as np
import optuna
import pytest
from optuna.distributions import (
    CategoricalDistribution,
    FloatDistribution,
    IntDistribution,
)
from optuna.study import StudyDirection
from optuna.trial import TrialState

from optuna_dashboard.multi_objective import create_study, load_study
from optuna_dashboard.multi_objective.trial import FrozenMultiObjectiveTrial, MultiObjectiveTrial
from tests.multi_objective.conftest import MakeStudy

MINIMIZE, MAXIMIZE = StudyDirection.MINIMIZE, StudyDirection.MAXIMIZE


def test_suggestions(make_study: MakeStudy) -> None:
    def objective(trial: MultiObjectiveTrial) -> tuple[float, float]:
        assert -1 <= trial.suggest_float("float", -1, 1) <= 1
        assert trial.suggest_float("step", 0, 1, step=0.5) in (0, 0.5, 1)
        assert 1 <= trial.suggest_float("log", 1, 9, log=True) <= 9
        assert 0 <= trial.suggest_uniform("uniform", 0, 1) <= 1
        assert 1 <= trial.suggest_loguniform("loguniform", 1, 9) <= 9
        assert trial.suggest_discrete_uniform("discrete", 0, 1, 0.25) in (0, 0.25, 0.5, 0.75, 1)
        assert trial.suggest_int("int", 1, 3) in (1, 2, 3)
        assert trial.suggest_int("int-step", 1, 5, 2) in (1, 3, 5)
        assert trial.suggest_int("int-log", 1, 8, log=True) in range(1, 9)
        assert trial.suggest_categorical("kind", ["a", None]) in ("a", None)
        assert trial.params.keys() == trial.distributions.keys()
        assert trial.datetime_start is not None
        return trial.number, 0

    study = make_study()
    study.optimize(objective, n_trials=3)
    assert study.trials[2].distributions == {
        "float": FloatDistribution(-1, 1),
        "step": FloatDistribution(0, 1, step=0.5),
        "log": FloatDistribution(1, 9, log=True),
        "uniform": FloatDistribution(0, 1),
        "loguniform": FloatDistribution(1, 9, log=True),
        "discrete": FloatDistribution(0, 1, step=0.25),
        "int": IntDistribution(1, 3),
        "int-step": IntDistribution(1, 5, step=2),
        "int-log": IntDistribution(1, 8, log=True),
        "kind": CategoricalDistribution(["a", None]),
    }


def test_a_space_that_is_none(make_study: MakeStudy) -> None:
    with pytest.raises(ValueError, match="high"):
        make_study().optimize(lambda trial: (trial.suggest_float("x", 1, 0), 0), n_trials=1)


def test_reports(make_study: MakeStudy) -> None:
    def objective(trial: MultiObjectiveTrial) -> tuple[float, float]:
        trial.report([1, "2"], 3)  # type: ignore[list-item]
        trial.report((inf, -inf), 0)
        trial.report([9, 9], 3)
        return 5, 6

    study = make_study()
    study.optimize(objective, n_trials=1)
    [trial] = study.trials
    assert trial.intermediate_values == {0: (inf, -inf), 3: (1, 2)}
    assert trial.last_step == 3
    assert trial.values == (5, 6)


@pytest.mark.parametrize(
    ("values", "step", "error"),
    [
        ([1], 0, ValueError),
        ([1, 2, 3], 0, ValueError),
        ([1, None], 0, TypeError),
        ([1, "x"], 0, TypeError),
        ([1, 2], -1, ValueError),
        ([1, 2], "x", TypeError),
        ([1, 2], 1.0, TypeError),
    ],
)
def test_a_wrong_report_stores_nothing(
    make_study: MakeStudy, values: Any, step: Any, error: type[Exception]
) -> None:
    def objective(trial: MultiObjectiveTrial) -> tuple[float, float]:
        trial.report(values, step)
        return 0, 0

    study = make_study()
    with pytest.raises(error):
        study.optimize(objective, n_trials=1)
    assert study.trials[0].intermediate_values == {}
    assert study.trials[0].last_step is None


def test_a_step_that_numpy_counted(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/steps.db"

    def objective(trial: MultiObjectiveTrial) -> tuple[float, float]:
        for step in np.arange(2):
            trial.report(np.array([step, 5]), step)  # type: ignore[arg-type]
        return 1, 2

    create_study(["minimize"] * 2, "steps", url).optimize(objective, n_trials=1)
    [trial] = load_study("steps", url).trials
    assert trial.intermediate_values == {0: (0, 5), 1: (1, 5)}


def test_attributes(make_study: MakeStudy) -> None:
    def objective(trial: MultiObjectiveTrial) -> tuple[float, float]:
        trial.set_user_attr("who", "me")
        trial.set_system_attr("mine:how", [1])
        assert trial.user_attrs == {"who": "me"}
        assert trial.system_attrs["mine:how"] == [1]
        return 0, 0

    study = make_study()
    study.optimize(objective, n_trials=1)
    [trial] = study.trials
    assert trial.user_attrs == {"who": "me"}
    assert trial.system_attrs["mine:how"] == [1]


def frozen(
    number: int = 0, *values: float, n: int = 2, **others: Any
) -> FrozenMultiObjectiveTrial:
    trial = optuna.create_trial(values=values or [0] * n, **others)
    trial.number = number
    return FrozenMultiObjectiveTrial(n, trial)


def test_a_frozen_trial_shows_what_optuna_stored() -> None:
    stored = optuna.create_trial(
        values=[1.0, 2.0],
        params={"x": 1.0},
        distributions={"x": FloatDistribution(0, 1)},
        user_attrs={"u": 1},
        system_attrs={"s": 2},
        intermediate_values={2: 0.5, 3: 0.25, 6: 0.1},
    )
    trial = FrozenMultiObjectiveTrial(2, stored)
    assert (trial.n_objectives, trial.number, trial.state) == (2, -1, TrialState.COMPLETE)
    assert (trial.params, trial.user_attrs, trial.system_attrs) == ({"x": 1.0}, {"u": 1}, {"s": 2})
    assert trial.distributions == stored.distributions
    assert trial.datetime_start == stored.datetime_start
    assert trial.datetime_complete == stored.datetime_complete
    assert trial.values == (1, 2)
    # A vector of which one number is missing, as a program that was stopped leaves it.
    assert trial.intermediate_values == {0: (0.5, 0.25), 2: (0.1, None)}
    assert trial.last_step == 2
    assert repr(trial) == (
        "FrozenMultiObjectiveTrial(number=-1, COMPLETE, values=(1.0, 2.0), params={'x': 1.0})"
    )


def test_the_value_of_a_pruned_trial_is_none() -> None:
    # What Optuna 2 stored of it was the last number that it had reported.
    stored = optuna.create_trial(
        state=TrialState.PRUNED, value=7, intermediate_values={1: 7, 2: 8}
    )
    trial = FrozenMultiObjectiveTrial(1, stored)
    assert trial.values == (None,)
    assert trial.intermediate_values == {0: (7,), 1: (8,)}


def test_order_and_equality() -> None:
    first, second = frozen(1, 5, 5), frozen(2, 5, 5)
    assert first < second
    assert first <= second
    assert not second <= first
    assert sorted([second, first]) == [first, second]
    assert first != second
    assert first == FrozenMultiObjectiveTrial(2, first._trial)
    assert hash(first) == hash(FrozenMultiObjectiveTrial(2, first._trial))
    assert first != 1
    with pytest.raises(TypeError):
        _ = first < 1
    with pytest.raises(TypeError):
        _ = first <= 1


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ((1, 2), (1, 1), True),
        ((1, 2), (1, 2), False),
        ((0, 3), (1, 2), True),
        ((0, 1), (1, 2), False),
        ((inf, 2), (inf, 1), True),
    ],
)
def test_dominance(ours: tuple[float, ...], theirs: tuple[float, ...], expected: bool) -> None:
    assert frozen(0, *ours)._dominates(frozen(1, *theirs), [MINIMIZE, MAXIMIZE]) is expected


@pytest.mark.parametrize("direction", [MINIMIZE, MAXIMIZE])
def test_a_missing_value_is_the_worst(direction: StudyDirection) -> None:
    values = {0: 1.0, 1: nan}
    missing = FrozenMultiObjectiveTrial(
        2, optuna.create_trial(value=0, intermediate_values=values)
    )
    assert missing.values == (1, None)
    assert frozen(0, 1, 5)._dominates(missing, [MINIMIZE, direction])
    assert not missing._dominates(frozen(0, 1, 5), [MINIMIZE, direction])


def test_dominance_of_different_lengths() -> None:
    two, three = frozen(0, 1, 2), frozen(0, 1, 2, 3, n=3)
    with pytest.raises(ValueError, match="number of objectives"):
        two._dominates(three, [MINIMIZE] * 2)
    with pytest.raises(ValueError, match="number of objectives"):
        two._dominates(two, [MINIMIZE] * 3)

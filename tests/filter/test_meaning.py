"""What filters mean, by example."""

from datetime import datetime
from math import inf, nan

import pytest

from optuna_dashboard.filter.evaluate import matching
from optuna_dashboard.study import masks
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    FloatDistribution,
    IntDistribution,
)
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study
from tests.figures.column_reader import Row, study_of

LR = FloatDistribution(0, 1)
WIDER = FloatDistribution(0, 10)
LAYERS = IntDistribution(1, 9)
OPTIMIZER = CategoricalDistribution(("sgd", "adam", "adamw"))
FLAG = CategoricalDistribution((True, False))
ANY = CategoricalDistribution((None, True, 1, "1", [1, 2], {"a": 1}))
# The same places, other choices.
OTHER = CategoricalDistribution(("1", 1))

ROWS = [
    Row(
        [0.5],
        start=datetime(2024, 5, 1, 12, 30),
        complete=datetime(2024, 5, 1, 12, 30, 7, 250_000),
        params={"lr": (0.1, LR), "layers": (3, LAYERS), "optimizer": ("sgd", OPTIMIZER)},
        user_attrs={"note": "first try", "score": 1, "x-y": 1.5},
    ),
    Row(
        [0.25],
        start=datetime(2024, 5, 1, 23, 59, 59, 999_999),
        complete=datetime(2024, 5, 2, 0, 0, 1),
        params={"lr": (5.0, WIDER), "optimizer": ("adam", OPTIMIZER), "any": (1, ANY)},
        user_attrs={"note": "second 🚀", "score": nan, "tags": ["a", 1], 'it"s': True},
        constraints={"0": 0.5, "weight": -1.0},
    ),
    Row(
        [inf],
        start=datetime(2024, 5, 2),
        complete=datetime(2024, 5, 2),
        params={"optimizer": ("adamw", OPTIMIZER), "any": (True, ANY), "flag": (True, FLAG)},
        user_attrs={"score": 10**400, "tags": "a"},
        constraints={"0": 0.0},
    ),
    Row(
        None,
        TrialState.FAIL,
        params={"any": ("1", OTHER), "flag": (False, FLAG)},
        user_attrs={"note": None, "tags": [True], "学習率": 1},
    ),
    Row(None, TrialState.RUNNING, start=datetime(2024, 5, 3), params={"any": ([1, 2], ANY)}),
    Row(None, TrialState.UNKNOWN, params={"any": (None, ANY)}),
]


def rows(text: str, study: Study | None = None) -> list[int]:
    return masks.rows_of(matching(study or study_of(ROWS), text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [0, 1, 2, 3, 4, 5]),
        (" \n", [0, 1, 2, 3, 4, 5]),
        ("number >= 4", [4, 5]),
        ("value < 0.5", [1]),
        (".25 <= value <= 5e-1", [0, 1]),
        ("1 > value != 0.5", [1]),
        # What is missing is neither less nor more, neither equal nor unequal.
        ("value != 0.5", [1, 2]),
        ("value == none", [3, 4, 5]),
        ("none != value", [0, 1, 2]),
        ("not value == 0.5", [1, 2, 3, 4, 5]),
        ("value not in [0.5, 1]", [1, 2]),
        ("value in [0.5, none]", [0, 3, 4, 5]),
        ("value not in [0.5, none]", [1, 2]),
        ("value in []", []),
        ("value == inf", [2]),
        ("value > -inf", [0, 1, 2]),
        ("values[0] < 1", [0, 1]),
        # And binds more than or, not more than both.
        ("number == 0 or number == 1 and value == 3", [0]),
        ("(number == 0 or number == 1) and value == 0.25", [1]),
        ("not number < 4 and number < 5", [4]),
        ("not (number < 4 or number == 5)", [4]),
        ("not not number < 1", [0]),
        ("NOT feasible", [1]),
        # States are words or texts, in any case.
        ("state == COMPLETE", [0, 1, 2]),
        ("state == complete and complete > start", [0, 1]),
        ("'Fail' == state", [3]),
        ("state in [running, 'unknown']", [4, 5]),
        ("state not in [Complete]", [3, 4, 5]),
        ("state != fail != state", [0, 1, 2, 4, 5]),
        # A range that differs from trial to trial.
        ("params.lr > 0.05", [0, 1]),
        ("params.lr > value", [1]),
        ("params.layers == 3.0", [0]),
        ('params["layers"] != none', [0]),
        ("params.optimizer == 'adam'", [1]),
        ("params.optimizer > 'adam'", [0, 2]),
        ('"adam" in params.optimizer', [1, 2]),
        ('"adam" not in params.optimizer', [0]),
        # 1, true and "1" are three things, and a choice is what it stands for.
        ("params.any == 1", [1]),
        ("params.any == true", [2]),
        ("params.any == '1'", [3]),
        ("params.any == [1, 2]", [4]),
        ("params.any == [true, 2]", []),
        ("params.any == [[1, 2]]", []),
        ("params.any in [[1, 2], true]", [2, 4]),
        ("params.any != 1", [2, 3, 4]),
        ("params.any == none", [0, 5]),
        ("params.any < 2", [1]),
        ("params.any <= '1'", [3]),
        ("params.flag", [2]),
        ("not params.flag", [0, 1, 3, 4, 5]),
        ("params.flag == false", [3]),
        ("params.any", [2]),
        ("user_attrs.note == none", [2, 3, 4, 5]),
        ("'try' in user_attrs.note", [0]),
        # Two escapes, one character.
        (r"'\ud83d\ude80' in user_attrs.note", [1]),
        ("user_attrs.score > 1e308", [2]),
        ("user_attrs.score == 1", [0]),
        ("user_attrs.score == none", [1, 3, 4, 5]),
        ("user_attrs.score != 1", [2]),
        ("1 in user_attrs.tags", [1]),
        ("true in user_attrs.tags", [3]),
        ("'a' in user_attrs.tags", [1, 2]),
        ("'a' not in user_attrs.tags", [3]),
        ('user_attrs["x-y"] == 1.5', [0]),
        ("user_attrs['it\"s']", [1]),
        ('user_attrs["it\\"s"] == true', [1]),
        ('user_attrs["it\\u0022s"] == true', [1]),
        ("user_attrs.学習率 == 1", [3]),
        ("constraints[0] <= 0", [2]),
        ('constraints["0"] > 0 and constraints.weight < 0', [1]),
        ("feasible", [0, 2, 3, 4, 5]),
        ("feasible == false", [1]),
        ("best", [0]),
        ("best != feasible", [2, 3, 4, 5]),
        ("duration == 7.25", [0]),
        ("0 <= duration < 2", [1, 2]),
        ("complete == none", [3, 4, 5]),
        # A time is as long as it is written.
        ('start == "2024-05-01"', [0, 1]),
        ('start > "2024-05-01"', [2, 4]),
        ('start >= "2024-05-01"', [0, 1, 2, 4]),
        ('start <= "2024-05-01"', [0, 1]),
        ('start != "2024-05-01"', [2, 4]),
        ('start in ["2024-05-02", "2024-05-03"]', [2, 4]),
        ('start == "2024-05-01 12:30"', [0]),
        ('complete == "2024-05-01T12:30:07"', [0]),
        ('complete == "2024-05-01 12:30:07.25"', [0]),
        ('complete == "2024-05-01 12:30:07.250001"', []),
        ('start == "2024-05-01 23:59:59.999999"', [1]),
        ('"2024-05-01 12:30:08" > complete >= "2024-05-01 12:30:07"', [0]),
        ("start < complete", [0, 1]),
    ],
)
def test_rows(text: str, expected: list[int]) -> None:
    assert rows(text) == expected


def test_several_objectives() -> None:
    trials = [Row([1.0, 4.0]), Row([2.0, 3.0]), Row([3.0, 5.0]), Row(None)]
    names: list[JSON] = ["loss", 'run "time"']
    study = study_of(
        trials,
        Direction.MINIMIZE,
        Direction.MINIMIZE,
        system_attrs={"study:metric_names": names},
    )
    assert rows("values[0] < values[1]", study) == [0, 1, 2]
    assert rows('values["loss"] == 2', study) == [1]
    assert rows("values.loss == 2", study) == [1]
    assert rows('values["run \\"time\\""] > 3.5', study) == [0, 2]
    assert rows("best", study) == [0, 1]


def test_the_best_of_a_preferential_study_are_those_that_were_preferred() -> None:
    said: dict[str, JSON] = {"preference:is_preferential": True, "preference:values1": [[1, 0]]}
    study = study_of([Row(None), Row(None), Row(None)], system_attrs=said)
    assert rows("best", study) == [1]


def test_the_clock_of_the_study_decides_on_zones() -> None:
    study = study_of(ROWS, clock="utc")
    assert rows('start == "2024-05-01 12:30:00Z"', study) == [0]


def test_a_study_without_trials() -> None:
    assert rows("value < 1 or not best", study_of([])) == []

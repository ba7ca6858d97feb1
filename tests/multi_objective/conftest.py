"""Studies of both layouts, quiet."""

from collections.abc import Callable, Iterator
from typing import Any

import optuna
import pytest

from optuna_dashboard.multi_objective import create_study
from optuna_dashboard.multi_objective.study import MultiObjectiveStudy
from tests.multi_objective.objectives import DIRECTIONS, legacy_study

MakeStudy = Callable[..., MultiObjectiveStudy]


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    level = optuna.logging.get_verbosity()
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    yield
    optuna.logging.set_verbosity(level)


@pytest.fixture(params=["native", "legacy"])
def make_study(request: pytest.FixtureRequest) -> MakeStudy:
    """Makes a study of the one layout, then of the other."""

    def native(directions: Any = DIRECTIONS) -> MultiObjectiveStudy:
        return create_study(directions)

    def legacy(directions: Any = DIRECTIONS) -> MultiObjectiveStudy:
        return legacy_study(directions=directions)

    return native if request.param == "native" else legacy

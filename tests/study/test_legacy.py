"""Which studies count as legacy multi-objective ones, and how they are seen."""

import pytest

from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.legacy import legacy_headers
from optuna_dashboard.study.study import StudyHeader

MINIMIZE, MAXIMIZE = Direction.MINIMIZE, Direction.MAXIMIZE
DIRECTIONS = "multi_objective:study:directions"
LAYOUT = "optuna_dashboard:multi_objective:layout"


def _header(
    attrs: dict[str, JSON], name: str = "s", directions: tuple[Direction, ...] = (MINIMIZE,)
) -> StudyHeader:
    return StudyHeader(1, name, directions, {}, attrs, "as-written")


def test_legacy_study_has_its_real_directions() -> None:
    attrs: dict[str, JSON] = {
        DIRECTIONS: ["minimize", "maximize"],
        "multi_objective:nsga2:population:1": [0, [1]],
        "mine": 1,
    }
    [header] = legacy_headers([_header(attrs)])
    assert header.is_legacy_multi_objective
    assert header.directions == (MINIMIZE, MAXIMIZE)
    assert header.system_attrs == {"mine": 1}


@pytest.mark.parametrize(
    "attrs",
    [
        {},
        {DIRECTIONS: []},
        {DIRECTIONS: "minimize"},
        {DIRECTIONS: ["minimize", "sideways"]},
        {DIRECTIONS: ["minimize", 2]},
        {LAYOUT: "other"},
    ],
)
def test_other_studies_stay_as_they_are(attrs: dict[str, JSON]) -> None:
    header = _header(attrs)
    assert legacy_headers([header]) == [header]


def test_native_study_stays_as_it_is() -> None:
    attrs: dict[str, JSON] = {DIRECTIONS: ["minimize", "minimize"]}
    header = _header(attrs, directions=(MINIMIZE, MAXIMIZE))
    assert legacy_headers([header]) == [header]


@pytest.mark.parametrize("directions", [(MINIMIZE,), (MINIMIZE, MAXIMIZE)])
def test_study_of_our_api_reports_vectors(directions: tuple[Direction, ...]) -> None:
    attrs: dict[str, JSON] = {DIRECTIONS: ["maximize"] * 2, LAYOUT: "native", "mine": 1}
    [header] = legacy_headers([_header(attrs, directions=directions)])
    assert header.reports_vectors
    assert not header.is_legacy_multi_objective
    assert header.directions == directions
    assert header.system_attrs == {"mine": 1}


def test_helper_is_that_of_a_legacy_study() -> None:
    attrs: dict[str, JSON] = {DIRECTIONS: ["minimize", "minimize"]}
    names = ["_motpe-s", "_motpe-other", "_motpe-", "other"]
    headers = legacy_headers([*(_header({}, name) for name in names), _header(attrs)])
    assert [header.helper_of for header in headers] == ["s", None, None, None, None]

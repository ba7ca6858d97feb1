"""The hypervolume shows what ``optuna.visualization.plot_hypervolume_history`` shows."""

import re
from bisect import bisect_right
from functools import partial
from math import inf, isfinite
from pathlib import Path

import optuna
import pytest

from optuna_dashboard.analysis.hypervolume import hypervolume_history
from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.hypervolume import Hypervolume
from optuna_dashboard.figures.thin import few_points
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.states import TrialState
from tests.figures.column_reader import Row, study_of
from tests.figures.conftest import READABLE, MakeStudy, optuna_studies
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import build, decode, lines_of

pytestmark = pytest.mark.filterwarnings("ignore::optuna.exceptions.ExperimentalWarning")

MIN, MAX = Direction.MINIMIZE, Direction.MAXIMIZE


def line_of(result: FigureResult, place: int = 0) -> tuple[list[int], list[float]]:
    trace = lines_of(result, "hypervolume")[place]
    assert decode(trace["meta"]["numbers"]) == decode(trace["x"])
    return decode(trace["x"]), decode(trace["y"])


def height_at(result: FigureResult, numbers: list[int]) -> list[float]:
    """The height of the line at trials; between its points it is straight."""
    x, y = line_of(result)
    heights = []
    for number in numbers:
        place = bisect_right(x, number) - 1
        after = min(place + 1, len(x) - 1)
        part = (number - x[place]) / (x[after] - x[place] or 1)
        heights.append(y[place] + part * (y[after] - y[place]))
    return heights


def held_against_optuna(study: optuna.Study, reference: list[float]) -> None:
    (expected,) = optuna.visualization.plot_hypervolume_history(study, reference).data
    options = {f"reference{i}": str(value) for i, value in enumerate(reference)}
    result = Hypervolume().build([from_optuna(study)], options)
    if not expected.x:
        assert result.shown == 0
        return
    finite = {x: y for x, y in zip(expected.x, expected.y) if isfinite(y)}
    assert height_at(result, list(finite)) == pytest.approx(list(finite.values()))
    assert result.shown == len(expected.x)
    ends = any("Infinite" in note for note in result.notes)
    assert ends == (len(finite) < len(expected.x))


@pytest.mark.parametrize("constrained", [False, True])
@pytest.mark.parametrize(
    "directions",
    [
        ("minimize", "maximize"),
        ("maximize", "minimize", "maximize"),
        ("minimize", "maximize", "minimize", "maximize"),
    ],
)
@pytest.mark.parametrize("worst", [10.0, 1.0])
def test_objectives(
    make_study: MakeStudy, directions: tuple[str, ...], constrained: bool, worst: float
) -> None:
    study = make_study(*directions, constrained=constrained)
    reference = [worst if direction == "minimize" else -worst for direction in directions]
    held_against_optuna(study, reference)


@pytest.mark.parametrize("fixture", READABLE)
def test_fixtures(fixture: str, tmp_path: Path) -> None:
    studies = [study for study in optuna_studies(fixture, tmp_path) if len(study.directions) > 1]
    assert studies
    for study in studies:
        signs = [1 if direction.name == "MINIMIZE" else -1 for direction in study.directions]
        held_against_optuna(study, [5.0 * sign for sign in signs])


def test_the_reference_point_is_beyond_the_worst_trial() -> None:
    rows = [Row((0.0, 5.0)), Row((10.0, 7.0)), Row((99.0, -99.0), feasible=False)]
    result = build(Hypervolume(), study_of([*rows, Row((inf, 6.0))], MIN, MAX))
    assert result.notes[0] == (
        "Reference point: Objective 0 = 11 and Objective 1 = 4.8, "
        "10 % of the range beyond the worst value."
    )
    assert line_of(result)[1] == pytest.approx([11 * 0.2, 11 * 0.2 + 1 * 2.0, 11 * 0.2 + 2.0])
    half = build(Hypervolume(), study_of(rows, MIN, MAX), reference1="4")
    assert half.notes[0] == (
        "Reference point: Objective 0 = 11 and Objective 1 = 4, "
        "10 % of the range beyond the worst value of Objective 0."
    )
    chosen = build(Hypervolume(), study_of(rows, MIN, MAX), reference0="20", reference1="4")
    assert chosen.notes[0] == "Reference point: Objective 0 = 20 and Objective 1 = 4."


@pytest.mark.parametrize(("value", "reference"), [(3.0, 3.3), (-3.0, -2.7), (0.0, 0.1)])
def test_a_single_trial_has_a_volume_too(value: float, reference: float) -> None:
    result = build(Hypervolume(), study_of([Row((value, value))], MIN, MIN))
    assert f"Objective 0 = {reference:g} " in result.notes[0]
    assert line_of(result)[1] == pytest.approx([(reference - value) ** 2])


def test_the_reference_point_is_a_number_even_at_the_end_of_them() -> None:
    rows = [Row((-1e308, -1e308)), Row((1e308, 1e308))]
    note = build(Hypervolume(), study_of(rows, MIN, MIN)).notes[0]
    assert note.startswith("Reference point: Objective 0 = 1.79769e+308 and ")


def test_trials_that_do_not_count_are_told() -> None:
    rows = [
        Row((1.0, 1.0)),
        Row((0.0, 0.0), feasible=False),
        Row((9.0, 0.0)),
        Row((2.0, 0.0)),
        Row(state=TrialState.FAIL),
    ]
    result = build(Hypervolume(), study_of(rows, MIN, MIN), reference0="2", reference1="2")
    assert result.notes[1:] == [
        "Not counted, for they are infeasible: 1 trial.",
        "Not better than the reference point in every objective: 2 trials.",
    ]
    assert line_of(result) == ([0, 3], [1.0, 1.0])
    assert (result.shown, result.total) == (4, 5)


def test_an_infinite_volume_ends_the_line() -> None:
    rows = [Row((1.0, 1.0)), Row((-inf, 1.0)), Row((0.0, 0.0))]
    result = build(Hypervolume(), study_of(rows, MIN, MIN), reference0="2", reference1="2")
    assert line_of(result) == ([0], [1.0])
    assert result.notes[1:] == ["Infinite from trial 1 on, and not drawn there."]
    later = study_of(rows[1:], MIN, MIN)
    nothing = build(Hypervolume(), later, reference0="2", reference1="2")
    assert (nothing.figure["data"], nothing.shown) == ([], 0)
    assert nothing.notes[1:] == ["Infinite from trial 0 on, and not drawn there."]


@pytest.mark.parametrize(
    ("n_objectives", "note"),
    [
        (3, r"Computed after \d+ of 90 trials, for the front is large; .*"),
        (4, r"Computed up to trial \d+: with so many objectives, more takes long\."),
    ],
)
def test_what_takes_too_long_is_told(
    n_objectives: int, note: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "optuna_dashboard.figures.hypervolume.hypervolume_history",
        partial(hypervolume_history, work=1500),
    )
    plane = [(n * 7 % 90, n * 11 % 90) for n in range(90)]
    rows = [Row([x, y, 180 - x - y, n % 7][:n_objectives]) for n, (x, y) in enumerate(plane)]
    _, told = build(Hypervolume(), study_of(rows, *[MIN] * n_objectives)).notes
    assert re.fullmatch(note, told)


def test_several_studies_share_the_reference_point() -> None:
    studies = [study_of([Row((n, n))], MIN, MIN, name=f"s{n}") for n in (0.0, 10.0)]
    result = build(Hypervolume(), studies, ids=[1, 2])
    assert [line["meta"]["study"] for line in lines_of(result, "hypervolume")] == [1, 2]
    assert line_of(result, 0)[1] == pytest.approx([121.0])
    assert line_of(result, 1)[1] == pytest.approx([1.0])
    assert result.figure["layout"]["showlegend"]
    lines = [one for one in lines_of(result, "hypervolume") if one["mode"] == "lines"]
    assert [one["line"]["dash"] for one in lines] == ["solid", "dash"]


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ([], "There are no trials yet."),
        ([Row(state=TrialState.FAIL)], "No trial is completed yet."),
    ],
)
def test_nothing_to_draw(rows: list[Row], note: str) -> None:
    result = build(Hypervolume(), study_of(rows, MIN, MIN))
    assert (result.shown, result.notes) == (0, [note])


def test_whether_it_suits() -> None:
    assert Hypervolume().suits(study_of([], MIN, MAX))
    assert not Hypervolume().suits(study_of([]))


def test_long_lines_are_thinned() -> None:
    rows = [Row((n, 400.0 - n)) for n in range(400)]
    with few_points(50):
        result = build(Hypervolume(), study_of(rows, MIN, MIN))
    x, _ = line_of(result)
    assert (len(x), x[0], x[-1]) == (50, 0, 399)
    assert result.notes[1] == "The line has 50 of its 400 points."


def test_few_points_are_marked_in_a_trace_of_their_own() -> None:
    """So that a selection of trials fades points, not the line that is of all of them."""
    rows = [Row((n, 400.0 - n)) for n in range(400)]
    line, markers = build(Hypervolume(), study_of(rows[:20], MIN, MIN)).figure["data"]
    assert (line["mode"], markers["mode"]) == ("lines", "markers")
    assert line["legendgroup"] == markers["legendgroup"]
    assert not markers["showlegend"]
    (alone,) = build(Hypervolume(), study_of(rows, MIN, MIN)).figure["data"]
    assert alone["mode"] == "lines"
    assert "hoverinfo" not in alone

"""Timelines: as ``optuna.visualization`` draws them, and what it does not."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import optuna
import pytest

from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.timeline import Timeline
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study
from tests.figures.column_reader import Row, study_of
from tests.figures.conftest import READABLE, MakeStudy, optuna_studies
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import build, decode

NOON = datetime(2024, 5, 1, 12)
ROLES = {
    "COMPLETE": "complete",
    "INFEASIBLE": "infeasible",
    "PRUNED": "pruned",
    "FAIL": "failed",
    "RUNNING": "running",
}


def ran(start: float | None, end: float | None, state: int = 1, **rest: Any) -> Row:
    start_time, end_time = (
        None if seconds is None else NOON + timedelta(seconds=seconds) for seconds in (start, end)
    )
    return Row((1.0,), TrialState(state), start=start_time, complete=end_time, **rest)


def bars(result: FigureResult) -> dict[str, list[tuple[int, str, float]]]:
    """Role -> number, start and milliseconds of every trial drawn."""
    found: dict[str, list[tuple[int, str, float]]] = {}
    for trace in result.figure["data"]:
        numbers, lengths = decode(trace["meta"]["numbers"]), decode(trace["x"])
        assert decode(trace["y"]) == numbers
        found[trace["meta"]["role"]] = list(zip(numbers, trace["base"], lengths))
    return found


def held_against_optuna(study: optuna.Study) -> None:
    """Optuna draws waiting trials at the end, and running ones up to now: we do not."""
    figure = optuna.visualization.plot_timeline(study)
    expected = {
        ROLES[trace.name]: [
            (number, datetime.fromisoformat(base).isoformat(" ", "milliseconds"), length)
            for number, base, length in zip(trace.y, trace.base, trace.x)
        ]
        for trace in figure.data
        if trace.name != "WAITING"
    }
    drawn = bars(build(Timeline(), from_optuna(study)))
    running = [[bar[:2] for bar in part.pop("running", [])] for part in (drawn, expected)]
    assert running[0] == running[1]
    assert {role: near(part) for role, part in drawn.items()} == {
        role: near(part) for role, part in expected.items()
    }


def near(part: list[tuple[int, str, float]]) -> list[tuple[int, str, Any]]:
    return [(number, base, pytest.approx(length, abs=0.01)) for number, base, length in part]


@pytest.mark.parametrize("constrained", [False, True])
def test_a_study(make_study: MakeStudy, constrained: bool) -> None:
    held_against_optuna(make_study("minimize", constrained=constrained))


@pytest.mark.parametrize("fixture", READABLE)
def test_fixtures(fixture: str, tmp_path: Path) -> None:
    for study in optuna_studies(fixture, tmp_path):
        held_against_optuna(study)


def test_a_figure_in_full() -> None:
    result = build(Timeline(), study_of([ran(0, 90.5)]))
    (trace,) = result.figure["data"]
    assert decode(trace.pop("x")) == [90_500]
    numbers = {"dtype": "i4", "bdata": "AAAAAA=="}
    assert trace == {
        "type": "bar",
        "name": "Complete",
        "legendgroup": "1 complete",
        "legendrank": 1002,
        "y": numbers,
        "customdata": numbers,
        "hovertemplate": "Trial %{customdata:d}"
        "<br>%{base|%Y-%m-%d %H:%M:%S} to %{x|%Y-%m-%d %H:%M:%S}"
        "<br>%{text}<extra>Complete</extra>",
        "meta": {"role": "complete", "study": 1, "numbers": numbers},
        "orientation": "h",
        "width": 0.9,
        "base": ["2024-05-01 12:00:00.000"],
        "text": ["1 min 30 s"],
        "textposition": "none",
    }
    assert result.figure["layout"] == {
        "xaxis": {"title": {"text": "Time (as written)"}, "type": "date"},
        "yaxis": {"title": {"text": "Trial"}, "type": "linear", "dtick": 1},
        "barmode": "overlay",
        "showlegend": False,
    }
    assert (result.shown, result.total, result.notes) == (1, 1, [])


@pytest.mark.parametrize("n_trials", [2, 2_100])
def test_times_of_a_utc_clock_can_be_read_on_another(n_trials: int) -> None:
    trials = [*(ran(0, 90) for _ in range(n_trials)), ran(60, None, TrialState.RUNNING)]

    def drawn(study: Study) -> tuple[str, str, str]:
        result = build(Timeline(), study, utc_offset=120)
        trace = result.figure["data"][0]
        start = trace["base"] if "base" in trace else trace["x"]
        return start[0], result.figure["layout"]["xaxis"]["title"]["text"], result.notes[0]

    note = "Running, drawn up to the last activity of the study (2024-05-01 {}): 1 trial."
    assert drawn(study_of(trials, clock="utc")) == (
        "2024-05-01 14:00:00.000",
        "Time (UTC+02:00)",
        note.format("14:01:30"),
    )
    assert drawn(study_of(trials)) == (
        "2024-05-01 12:00:00.000",
        "Time (as written)",
        note.format("12:01:30"),
    )


def in_every_state() -> Study:
    trials = [ran(state, None if state in (0, 4) else state + 10, state) for state in TrialState]
    trials += [
        ran(20, 30, feasible=False),
        ran(40, None),
        ran(None, 50),
        ran(60, 59),
        ran(25, None, TrialState.RUNNING),
    ]
    return study_of(trials)


def test_every_state() -> None:
    result = build(Timeline(), in_every_state())
    drawn = {
        role: [(number, length) for number, _, length in part]
        for role, part in bars(result).items()
    }
    assert drawn == {
        "failed": [(3, 10_000)],
        "pruned": [(2, 10_000)],
        "running": [(0, 60_000), (10, 35_000)],
        "infeasible": [(6, 10_000)],
        "complete": [(1, 10_000), (7, 0), (9, -1_000)],
    }
    counts = [len(decode(trace["y"])) for trace in result.figure["data"]]
    assert counts == sorted(counts, reverse=True)
    assert result.notes == [
        "Not drawn: 1 waiting, 1 in an unknown state and 1 without a start time.",
        "Running, drawn up to the last activity of the study (2024-05-01 12:01:00): 2 trials.",
        "Drawn as a point, for they have no completion time: 1 trial.",
        "Completed before they began, if their times are right: 1 trial.",
    ]
    assert (result.shown, result.total) == (8, 11)


def test_only_some_states() -> None:
    study = in_every_state()
    (states,) = [option for option in Timeline().options([study]) if option.name == "states"]
    assert states.to_json() == {
        "type": "multiselect",
        "name": "states",
        "label": "States",
        "choices": [
            {"value": role, "label": role.capitalize()}
            for role in ("complete", "infeasible", "pruned", "failed", "running")
        ],
        "default": "complete,infeasible,pruned,failed,running",
        "most": 5,
    }
    result = build(Timeline(), study, states="failed,complete")
    assert {role: [bar[0] for bar in part] for role, part in bars(result).items()} == {
        "failed": [3],
        "complete": [1, 7, 9],
    }
    # What was not asked for is not missing; trials without a start time are complete.
    assert result.notes == [
        "Not drawn: 1 waiting, 1 in an unknown state and 1 without a start time.",
        "Drawn as a point, for they have no completion time: 1 trial.",
        "Completed before they began, if their times are right: 1 trial.",
    ]
    assert result.shown == 4
    nothing = build(Timeline(), study, states="")
    assert (nothing.figure["data"], nothing.notes) == ([], ["No state is chosen."])
    lacking = build(Timeline(), study_of([ran(0, 1)]), states="pruned")
    assert (lacking.shown, lacking.notes) == (0, ["No trial has what this figure draws."])


def test_only_the_last() -> None:
    study = study_of(ran(n, n + 1) for n in range(150))
    result = build(Timeline(), study, trials="100")
    assert [bar[0] for bar in bars(result)["complete"]] == list(range(50, 150))
    assert build(Timeline(), study, trials="1000").shown == 150
    assert result.notes == []


def test_many_trials_are_lines_with_gaps() -> None:
    study = study_of(ran(n, n + 0.5, 1 + n % 3) for n in range(2_001))
    result = build(Timeline(), study)
    assert {trace["type"] for trace in result.figure["data"]} == {"scattergl"}
    complete = result.figure["data"][-1]
    assert complete["x"][:4] == [
        "2024-05-01 12:00:00.000",
        "2024-05-01 12:00:00.500",
        None,
        "2024-05-01 12:00:03.000",
    ]
    assert (
        decode(complete["y"])[:6] == decode(complete["meta"]["numbers"])[:6] == [0, 0, 0, 3, 3, 3]
    )
    assert result.shown == 2_001


def test_a_large_study_is_thinned() -> None:
    trials = [ran(n, n + 1 + n % 7) for n in range(30_000)]
    trials[12_345] = ran(100, 10_000)
    trials[23_456] = Row((0.0,), start=NOON, complete=NOON + timedelta(seconds=3))
    result = build(Timeline(), study_of(trials))
    (trace,) = result.figure["data"]
    assert {0, 12_345, 23_456, 29_999} <= set(decode(trace["y"]))
    assert 4_500 < (result.shown or 0) <= 6_000
    assert result.notes == [
        "Thinned from 30,000 trials: the longest, the shortest and the best are drawn, "
        "the others at equal distances."
    ]


@pytest.mark.parametrize("trials", [[], [ran(None, None)], [ran(None, None, 4)]])
def test_nothing_to_draw(trials: list[Row]) -> None:
    result = build(Timeline(), study_of(trials))
    assert result.figure["data"] == []
    assert result.notes


def test_whether_it_suits() -> None:
    assert Timeline().suits(study_of([]))

"""Distributions: as ``optuna.visualization`` samples them, and what it does not."""

from bisect import bisect_right
from math import inf, isfinite
from pathlib import Path
from typing import Any

import optuna
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.figures.edf import EDF
from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.thin import MOST_CORNERS
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.states import TrialState
from tests.figures.column_reader import Row, study_of
from tests.figures.conftest import READABLE, MakeStudy, optuna_studies, with_params
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import Trace, build, decode, traces_of


def share_at(line: Trace, value: float) -> float:
    """The height of a line, 0 before it begins."""
    x, y = decode(line["x"]), decode(line["y"])
    place = bisect_right(x, value)
    return float(y[place - 1]) if place else 0.0


def lines(result: FigureResult) -> list[Trace]:
    return traces_of(result, "distribution")


def held_against_optuna(*studies: optuna.Study, target: str = "value:0") -> None:
    """At each of Optuna's 100 values; it leaves out infinite values, which we count."""
    name = target.removeprefix("attr:")
    attr = target.startswith("attr:")

    def value_of(trial: optuna.trial.FrozenTrial) -> Any:
        return trial.user_attrs[name] if attr else trial.values[int(target[-1])]

    figure = optuna.visualization.plot_edf(studies, target=value_of, target_name=target)
    result = build(EDF(), [from_optuna(study) for study in studies], target=target)
    assert len(lines(result)) == len([study for study in studies if study.trials])
    for study, line, expected in zip(studies, lines(result), figure.data):
        trials = study.get_trials(states=(optuna.trial.TrialState.COMPLETE,))
        values = [value_of(trial) for trial in trials]
        finite, low = len(list(filter(isfinite, values))), values.count(-inf)
        for x, y in zip(expected.x, expected.y):
            share = (low + y * finite) / len(values)
            assert share_at(line, x) == pytest.approx(share, abs=1e-12)


@pytest.mark.parametrize("direction", ["minimize", "maximize"])
def test_a_study(make_study: MakeStudy, direction: str) -> None:
    held_against_optuna(make_study(direction, constrained=True))


def test_infinite_values(make_study: MakeStudy) -> None:
    held_against_optuna(with_params(make_study("minimize")))


@pytest.mark.parametrize("target", ["value:1", "attr:accuracy"])
def test_every_target(make_study: MakeStudy, target: str) -> None:
    held_against_optuna(make_study("minimize", "maximize"), target=target)


def test_several_studies(make_study: MakeStudy) -> None:
    held_against_optuna(*(make_study("minimize", seed=seed) for seed in range(3)))


@pytest.mark.parametrize("fixture", READABLE)
def test_fixtures(fixture: str, tmp_path: Path) -> None:
    for study in optuna_studies(fixture, tmp_path):
        if any(trial.values for trial in study.trials):
            held_against_optuna(study)


def values(*numbers: float) -> list[Row]:
    return [Row((number,)) for number in numbers]


def test_a_figure_in_full() -> None:
    result = build(EDF(), study_of([*values(3.0, 1.0, 3.0, 2.0), Row(state=TrialState.FAIL)]))
    (line,) = result.figure["data"]
    numbers = line.pop("customdata")
    assert decode(numbers) == [1, 1, 3, 0, 0]
    assert decode(line.pop("x")) == [1, 1, 2, 3, 3]
    assert decode(line.pop("y")) == [0, 0.25, 0.5, 1, 1]
    assert line == {
        "type": "scatter",
        "name": "",
        "legendgroup": "1 distribution",
        "legendrank": 1002,
        "hovertemplate": "Trial %{customdata:d}<br>Objective Value: %{x:.6~g}"
        "<br>Share of trials: %{y:.2%}<extra></extra>",
        "meta": {"role": "distribution", "study": 1, "numbers": numbers},
        "mode": "lines",
        "line": {"shape": "hv"},
    }
    assert result.figure["layout"] == {
        "xaxis": {"title": {"text": "Objective Value"}, "type": "linear"},
        "yaxis": {
            "title": {"text": "Share of trials at or below"},
            "type": "linear",
            "range": [0, 1.02],
            "tickformat": ".0%",
        },
        "showlegend": False,
    }
    assert (result.shown, result.total) == (4, 5)
    assert result.notes == ["Not drawn: 1 failed."]


VALUES = st.floats(-5, 5) | st.sampled_from([0.0, 1.0, inf, -inf])


@given(st.lists(VALUES, min_size=1), st.booleans(), VALUES)
def test_it_is_exact(numbers: list[float], log: bool, value: float) -> None:
    result = build(EDF(), study_of(values(*numbers)), log=str(log).lower())
    can_be_shown = [n for n in numbers if isfinite(n) and (n > 0 or not log)]
    assert len(lines(result)) == bool(can_be_shown)
    for line in lines(result):
        for at in {value, *numbers} & set(can_be_shown):
            expected = sum(n <= at for n in numbers) / len(numbers)
            assert share_at(line, at) == pytest.approx(expected)
        trials = decode(line["meta"]["numbers"])
        assert [numbers[trial] for trial in trials] == decode(line["x"])
    hidden = len(numbers) - len(can_be_shown)
    assert any("the axis cannot show" in note for note in result.notes) is bool(hidden)


def test_infinite_values_count() -> None:
    result = build(EDF(), study_of(values(-inf, 1.0, 2.0, inf)))
    (line,) = lines(result)
    assert decode(line["y"]) == [0.25, 0.5, 0.75, 0.75]
    assert result.notes == [
        "2 trials with a value that the axis cannot show: counted, so that the line starts "
        "above 0 or ends below 1."
    ]
    assert result.shown == 4


def test_several_studies_share_an_axis() -> None:
    studies = [
        study_of(values(1.0, 2.0), name="a"),
        study_of([*values(2.0, 3.0), Row()], name="b"),
        study_of([], name="c"),
    ]
    result = build(EDF(), studies, ids=[4, 5, 6])
    first, second = lines(result)
    assert (first["name"], second["name"]) == ("a", "b")
    assert (first["meta"]["study"], second["meta"]["study"]) == (4, 5)
    assert (decode(first["x"]), decode(first["y"])) == ([1, 1, 2, 3], [0, 0.5, 1, 1])
    assert (decode(second["x"]), decode(second["y"])) == ([1, 2, 3, 3], [0, 0.5, 1, 1])
    assert decode(second["meta"]["numbers"]) == [0, 0, 1, 1]
    assert result.notes == [
        "c: There are no trials yet.",
        "Not drawn: 1 without a value.",
    ]
    assert [line["line"].get("dash") for line in (first, second)] == ["solid", "dash"]
    assert result.figure["layout"]["showlegend"] is True


def test_infeasible_trials_can_be_left_out() -> None:
    trials = [*values(1.0, 2.0), Row((3.0,), feasible=False)]
    assert build(EDF(), study_of(trials)).shown == 3
    assert build(EDF(), study_of(trials), infeasible="false").shown == 2


def test_outliers_can_be_left_out() -> None:
    numbers = [*range(20), 1e9, -1e9]
    result = build(EDF(), study_of(values(*numbers), Direction.MAXIMIZE), clip="true")
    low, high = result.figure["layout"]["xaxis"]["range"]
    assert -1e9 < low < 0
    assert high > 1e9


def test_a_large_study_is_thinned() -> None:
    n_trials = MOST_CORNERS + 20_000
    result = build(EDF(), study_of(values(*range(n_trials))))
    (line,) = lines(result)
    x, y = decode(line["x"]), decode(line["y"])
    assert len(x) == MOST_CORNERS + 2
    assert line["type"] == "scatter"
    assert all(share == (value + 1) / n_trials for value, share in zip(x[1:], y[1:]))
    assert result.notes == ["Thinned: 10,000 of 30,000 steps, at equal distances."]


def test_whether_it_suits() -> None:
    assert EDF().suits(study_of([]))


@pytest.mark.parametrize("trials", [[], values(inf), [Row()]])
def test_nothing_to_draw(trials: list[Row]) -> None:
    result = build(EDF(), study_of(trials))
    assert result.figure["data"] == []
    assert result.shown == 0
    assert result.notes

"""Ranks: as ``optuna.visualization`` draws them, and what it does not."""

from itertools import combinations
from math import inf, log10
from pathlib import Path
from typing import Any

import numpy
import optuna
import pytest
from plotly.colors import (  # type: ignore[import-untyped]
    label_rgb,
    sample_colorscale,
    unlabel_rgb,
)

from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.rank import Rank
from optuna_dashboard.figures.thin import MOST_POINTS
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import FloatDistribution
from optuna_dashboard.study.states import TrialState
from tests.figures.column_reader import Row, study_of
from tests.figures.conftest import READABLE, MakeStudy, optuna_studies, with_params
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import build, decode, points_of, traces_of

SPACE = FloatDistribution(0.0, 1.0)
NAMES = {"True": "true", "False": "false", "None": "null", "": "(empty text)"}
GREY = "rgb(204.0, 204.0, 204.0)"


def at(x: float | None, y: float | None, value: float, **rest: Any) -> Row:
    pairs = {name: (v, SPACE) for name, v in (("x", x), ("y", y)) if v is not None}
    return Row((value,), params=pairs, **rest)


def held_against_optuna(study: optuna.Study, target: str = "value:0") -> int:
    """Every pair of parameters; returns how many there were."""
    ours = from_optuna(study)
    complete = study.get_trials(states=(optuna.trial.TrialState.COMPLETE,))
    names = sorted({name for trial in complete for name in trial.params})
    for x, y in combinations(names, 2):
        with numpy.errstate(invalid="ignore"):  # quantiles of infinite values
            figure = optuna.visualization.plot_rank(
                study, [x, y], target=lambda trial: value_of(trial, target), target_name="t"
            )
        result = build(Rank(), ours, x=f"param:{x}", y=f"param:{y}", target=target)
        trace, scale = figure.data
        wanted = sorted(zip(trace.x, trace.y, trace.marker.color), key=str)
        assert near(drawn(result)) == near([(name(x), name(y), z) for x, y, z in wanted])
        texts = result.figure["layout"].get("coloraxis", {"colorbar": {}})["colorbar"]
        if drawn(result) and all(abs(value_of(trial, target)) < inf for trial in complete):
            expected = [numbers(text) for text in scale.marker.colorbar.ticktext]
            assert [numbers(text) for text in texts["ticktext"]] == pytest.approx(
                expected, rel=1e-3
            )
    return len(names)


def value_of(trial: optuna.trial.FrozenTrial, target: str) -> Any:
    if target.startswith("attr:"):
        return trial.user_attrs[target.removeprefix("attr:")]
    return trial.values[int(target[-1])]


def drawn(result: FigureResult) -> list[tuple[Any, Any, str]]:
    """The points with the colours that Optuna's scale gives to their ranks."""
    layout = result.figure["layout"]
    found = [(x, y, GREY) for _, x, y in points_of(result, "infeasible")]
    for trace in traces_of(result, "rank"):
        ranks = decode(trace["marker"]["color"])
        colors = [label_rgb(unlabel_rgb(c)) for c in sample_colorscale("RdYlBu_r", ranks)]
        found += zip(decode(trace["x"]), decode(trace["y"]), colors)
    x_labels, y_labels = (layout.get(axis, {}).get("labelalias") for axis in ("xaxis", "yaxis"))
    return [(label(x, x_labels), label(y, y_labels), color) for x, y, color in found]


def label(place: float, labels: Any) -> Any:
    return labels[f"{place:g}"] if labels else place


def name(value: Any) -> Any:
    return NAMES.get(value, value) if isinstance(value, str) else value


def near(points: list[tuple[Any, Any, str]]) -> list[tuple[str, ...]]:
    """Colours without the fractions that depend on the order of computing."""
    return sorted(
        (str(x).strip('"'), str(y).strip('"'), str([round(c) for c in unlabel_rgb(color)]))
        for x, y, color in ((_whole(x), _whole(y), color) for x, y, color in points)
    )


def _whole(value: Any) -> Any:
    return float(value) if isinstance(value, int) else value


def numbers(text: str) -> float:
    return float(text.split("(")[1].rstrip(")"))


@pytest.mark.parametrize("direction", ["minimize", "maximize"])
def test_parameters_of_every_kind(make_study: MakeStudy, direction: str) -> None:
    assert held_against_optuna(with_params(make_study(direction, n_trials=0), 25)) > 7


def test_every_target(make_study: MakeStudy) -> None:
    study = make_study("minimize", "maximize", n_trials=0)
    for number in range(20):
        trial = study.ask()
        trial.suggest_float("x", 0, 1)
        trial.suggest_float("y", 1, 100, log=True)
        trial.set_user_attr("a", number % 7)
        study.tell(trial, [number, -number])
    held_against_optuna(study, "value:1")
    held_against_optuna(study, "attr:a")


@pytest.mark.parametrize("fixture", READABLE)
def test_fixtures(fixture: str, tmp_path: Path) -> None:
    studies = [s for s in optuna_studies(fixture, tmp_path) if len(s.directions) == 1]
    assert sum(held_against_optuna(study) for study in studies)


def ranks(result: FigureResult) -> dict[int, float]:
    (trace,) = traces_of(result, "rank")
    return dict(zip(decode(trace["meta"]["numbers"]), decode(trace["marker"]["color"])))


def test_a_figure_in_full() -> None:
    result = build(Rank(), study_of([at(0.0, 0.5, 7.0), at(1.0, 0.0, 5.0)]))
    (trace,) = result.figure["data"]
    assert ranks(result) == {0: 1.0, 1: 0.0}
    assert trace["text"] == ["7", "5"]
    assert trace["hovertemplate"] == (
        "Trial %{customdata:d}<br>x: %{x:.6~g}<br>y: %{y:.6~g}<br>Objective Value: %{text}"
        "<extra>Complete</extra>"
    )
    assert trace["marker"]["coloraxis"] == "coloraxis"
    assert result.figure["layout"] == {
        "xaxis": {"title": {"text": "x"}, "type": "linear", "range": [-0.05, 1.05]},
        "yaxis": {"title": {"text": "y"}, "type": "linear", "range": [-0.025, 0.525]},
        "coloraxis": {
            "cmin": 0,
            "cmax": 1,
            "reversescale": False,
            "colorbar": {
                "title": {"text": "Objective Value"},
                "tickvals": [0.0, 0.25, 0.5, 0.75, 1.0],
                "ticktext": ["min. (5)", "25% (5.5)", "50% (6)", "75% (6.5)", "max. (7)"],
            },
        },
        "showlegend": False,
    }
    assert (result.shown, result.total, result.notes) == (2, 2, [])


def test_infinite_values_and_ties_have_a_rank() -> None:
    values = [3.0, inf, 1.0, 3.0, -inf, inf, inf]
    result = build(Rank(), study_of(at(0.1 * n, 0.5, v) for n, v in enumerate(values)))
    expected = [2.5, 5.0, 1.0, 2.5, 0.0, 5.0, 5.0]
    assert list(ranks(result).values()) == pytest.approx([rank / 6 for rank in expected])
    texts = result.figure["layout"]["coloraxis"]["colorbar"]["ticktext"]
    assert texts == ["min. (-inf)", "25% (2)", "50% (3)", "75% (inf)", "max. (inf)"]


def test_the_least_and_the_largest_numbers() -> None:
    every = FloatDistribution(5e-324, 1.7e308, log=True)
    ends = (every.low, every.high)
    trials = [Row((1.0,), params={"x": (x, every), "y": (0.5, SPACE)}) for x in ends]
    layout = build(Rank(), study_of(trials)).figure["layout"]
    assert layout["xaxis"]["range"] == pytest.approx([log10(end) for end in ends])


def test_a_single_trial_is_in_the_middle() -> None:
    assert ranks(build(Rank(), study_of([at(0.5, 0.5, 1.0)]))) == {0: 0.5}


def test_the_better_end_of_the_scale_comes_first() -> None:
    study = study_of([at(0.5, 0.5, 1.0)], Direction.MAXIMIZE)
    assert build(Rank(), study).figure["layout"]["coloraxis"]["reversescale"] is True


def test_what_cannot_be_drawn_is_counted() -> None:
    trials = [
        at(0.0, 0.0, 4.0),
        at(None, 0.5, 1.0),
        at(0.5, None, 2.0),
        Row(),
        Row(state=TrialState.FAIL),
        at(0.1, 0.1, 3.0, feasible=False),
        at(0.1, 0.1, 1.0, state=TrialState.PRUNED),
    ]
    result = build(Rank(), study_of(trials), infeasible="false")
    assert result.notes == ["Not drawn: 1 failed, 1 without a value, 1 without x and 1 without y."]
    assert ranks(result) == {0: 1.0}  # among all trials, drawn or not
    assert build(Rank(), study_of(trials)).shown == 2


def test_only_the_best() -> None:
    trials = [at(0.5, 0.5, float(n)) for n in range(101)]
    result = build(Rank(), study_of(trials), best="10")
    assert ranks(result) == pytest.approx({n: n / 100 for n in range(10)})


def test_a_large_study_is_thinned() -> None:
    trials = [at(n % 97 / 97, n % 89 / 89, float(n)) for n in range(MOST_POINTS + 10_000)]
    trials[54_321] = at(0.5, 0.5, -1.0)
    result = build(Rank(), study_of(trials))
    found = ranks(result)
    assert {54_321, MOST_POINTS + 9_999} <= set(found)
    assert len(found) == result.shown
    assert len(found) <= MOST_POINTS
    assert result.notes[0].startswith("Thinned from 110,000 points")


@pytest.mark.parametrize(
    ("trials", "y", "note"),
    [
        ([at(0.5, 0.5, 1.0)], "param:x", "Choose two different parameters."),
        (
            [at(0.5, None, 1.0), at(None, 0.5, 1.0)],
            "param:y",
            "No trial has what this figure draws.",
        ),
    ],
)
def test_nothing_to_draw(trials: list[Row], y: str, note: str) -> None:
    result = build(Rank(), study_of(trials), y=y)
    assert (result.figure["data"], result.shown) == ([], 0)
    assert result.notes[0] == note


def test_whether_it_suits() -> None:
    assert Rank().suits(study_of([at(0.5, 0.5, 1.0)]))
    assert not Rank().suits(study_of([at(0.5, None, 1.0)]))

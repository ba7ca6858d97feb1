"""The history of answers: in their order, with those that were taken back."""

from math import isnan

import plotly.graph_objects as go  # type: ignore[import-untyped]

from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.preference_history import PreferenceHistory
from optuna_dashboard.figures.thin import few_points
from tests.figures.answers import preferential
from tests.figures.column_reader import study_of
from tests.figures.plotly_json import build, decode, points_of, traces_of

ANSWERS = [((0, 1, 2), 2, True), ((0, 1, 2), 1, False), ((5, 3), 5, False)]


def drawn(result: FigureResult) -> dict[str, list[tuple[int, int]]]:
    """Role -> place of the answer and number of the trial of every point."""
    roles = ("taken-back", "complete", "worse")
    found = {role: [(x, number) for number, x, _ in points_of(result, role)] for role in roles}
    return {role: sorted(points) for role, points in found.items() if points}


def test_the_answers_in_their_order() -> None:
    result = build(PreferenceHistory(), preferential(ANSWERS, skipped=[4]))
    assert drawn(result) == {
        "taken-back": [(1, 0), (1, 1), (1, 2)],
        "complete": [(2, 0), (2, 2), (3, 3)],
        "worse": [(2, 1), (3, 5)],
    }
    (lines,) = traces_of(result, "preference")
    ends = list(zip(decode(lines["x"]), decode(lines["y"])))
    assert [end for end in ends if not isnan(end[1])] == [
        *((1, 0), (1, 2)),
        *((2, 0), (2, 2)),
        *((3, 3), (3, 5)),
    ]
    assert result.notes == ["Skipped: trial 4."]
    assert (result.shown, result.total) == (5, 6)


def test_a_figure_in_full() -> None:
    result = build(PreferenceHistory(), preferential([((1, 0), 0, False)], n_trials=2))
    lines, better, worse = result.figure["data"]
    assert (lines["name"], lines["mode"], lines["hoverinfo"]) == (
        "Shown together",
        "lines",
        "skip",
    )
    one, two = {"dtype": "i4", "bdata": "AQAAAA=="}, {"dtype": "i4", "bdata": "AAAAAA=="}
    assert better == {
        "type": "scatter",
        "name": "Better",
        "legendgroup": "1 complete",
        "legendrank": 1002,
        "x": one,
        "y": one,
        "customdata": one,
        "hovertemplate": "Trial %{customdata:d}<br>%{hovertext}<extra>Better</extra>",
        "meta": {"role": "complete", "study": 1, "numbers": one},
        "mode": "markers",
        "hovertext": ["Better than trial 0<br>Answer 1, 2026-05-01 00:00:00"],
        "marker": {"symbol": "circle", "size": 8},
    }
    assert worse == {
        **better,
        "name": "Worst",
        "legendgroup": "1 worse",
        "legendrank": 1003,
        "y": two,
        "customdata": two,
        "hovertemplate": "Trial %{customdata:d}<br>%{hovertext}<extra>Worst</extra>",
        "meta": {"role": "worse", "study": 1, "numbers": two},
        "hovertext": ["Worse than trial 1<br>Answer 1, 2026-05-01 00:00:00"],
        "marker": {"symbol": "x", "size": 8},
    }
    assert result.figure["layout"] == {
        "xaxis": {"title": {"text": "Answer"}, "type": "linear", "dtick": 1},
        "yaxis": {"title": {"text": "Trial"}, "type": "linear"},
        "showlegend": True,
    }
    # Plotly knows every one of these words.
    go.Figure(result.figure)


def test_only_some_answers() -> None:
    study = preferential(ANSWERS)
    result = build(PreferenceHistory(), study, removed="false")
    assert drawn(result) == {"complete": [(2, 0), (2, 2), (3, 3)], "worse": [(2, 1), (3, 5)]}
    assert result.notes == ["Not drawn: 1 answer taken back."]
    many = preferential([((0, 1), n % 2, False) for n in range(50)], n_trials=2)
    last = build(PreferenceHistory(), many, answers="10")
    assert {x for points in drawn(last).values() for x, _ in points} == set(range(41, 51))
    assert last.notes == []
    with few_points(20):
        thinned = build(PreferenceHistory(), many)
    assert {x for points in drawn(thinned).values() for x, _ in points} == set(range(31, 51))
    assert thinned.notes == ["The last 20 of 50 answers are drawn."]


def test_answers_about_trials_that_are_not_there() -> None:
    result = build(PreferenceHistory(), preferential([((0, 99), 0, False), *ANSWERS]))
    assert drawn(result)["worse"] == [(3, 1), (4, 5)]
    assert result.notes == ["Not drawn: 1 answer about trials that are not there."]


def test_nothing_to_draw() -> None:
    for study in (preferential([]), preferential([], 0)):
        result = build(PreferenceHistory(), study)
        assert (result.figure["data"], result.shown) == ([], 0)
        assert result.notes == ["Nobody has compared trials yet."]


def test_whether_it_suits() -> None:
    assert PreferenceHistory().suits(preferential([]))
    assert not PreferenceHistory().suits(study_of([]))


def test_many_points_are_drawn_by_webgl() -> None:
    many = preferential([((0, 1), n % 2, False) for n in range(1_500)], n_trials=2)
    lines, *points = build(PreferenceHistory(), many).figure["data"]
    assert lines["type"] == "scatter"
    assert {trace["type"] for trace in points} == {"scattergl"}

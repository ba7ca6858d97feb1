"""The graph of preferences: trials on their levels, arrows between them, and what is not drawn."""

from math import isnan

import plotly.graph_objects as go  # type: ignore[import-untyped]

from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.preference_graph import PreferenceGraph
from optuna_dashboard.figures.thin import few_points
from tests.figures.answers import preferential
from tests.figures.column_reader import study_of
from tests.figures.plotly_json import build, decode, traces_of

ANSWERS = [((0, 1, 2), 2, True), ((0, 1, 2), 1, False), ((0, 3), 0, False), ((3, 1), 1, False)]


def arrows(result: FigureResult) -> set[tuple[int, int]]:
    """Better and worse trial of every arrow, found by where it begins and ends."""
    numbers = {
        (x, y): number
        for trace in result.figure["data"]
        if trace["meta"]["role"] != "preference"
        for x, y, number in zip(
            *(decode(a) for a in (trace["x"], trace["y"], trace["customdata"]))
        )
    }
    found = set()
    for trace in traces_of(result, "preference"):
        ends = list(zip(decode(trace["x"]), decode(trace["y"])))
        found |= {
            (numbers[better], numbers[worse]) for better, worse in zip(ends[::3], ends[1::3])
        }
        assert all(isnan(x) and isnan(y) for x, y in ends[2::3])
    return found


def levels(result: FigureResult) -> dict[str, dict[int, int]]:
    return {
        trace["meta"]["role"]: dict(zip(decode(trace["meta"]["numbers"]), decode(trace["y"])))
        for trace in result.figure["data"]
        if trace["meta"]["role"] != "preference"
    }


def test_who_is_preferred_to_whom() -> None:
    result = build(PreferenceGraph(), preferential(ANSWERS, skipped=[2]))
    assert arrows(result) == {(0, 1), (2, 1), (3, 0), (3, 1)}
    assert levels(result) == {"best": {3: 0}, "complete": {0: 1, 1: 2}, "skipped": {2: 0}}
    assert (result.shown, result.total) == (4, 6)
    assert result.notes == ["Not drawn: 2 trials that nobody has compared."]


def test_a_figure_in_full() -> None:
    result = build(PreferenceGraph(), preferential([((0, 1), 1, False)], n_trials=2))
    arrow, best, worse = result.figure["data"]
    assert [decode(arrow.pop(axis))[:2] for axis in "xy"] == [[0, 0], [0, 1]]
    none = {"dtype": "i4", "bdata": ""}
    assert arrow == {
        "type": "scatter",
        "name": "Preferred to",
        "legendgroup": "1 preference",
        "legendrank": 1006,
        "customdata": none,
        "hovertemplate": "Trial %{customdata:d}<extra>Preferred to</extra>",
        "meta": {"role": "preference", "study": 1, "numbers": none},
        "mode": "lines+markers",
        "hoverinfo": "skip",
        "line": {"width": 1, "backoff": 7.0},
        "marker": {
            "symbol": "arrow",
            "angleref": "previous",
            "standoff": 7.0,
            "size": [0, 10, 0],
        },
    }
    numbers = {"dtype": "i4", "bdata": "AAAAAA=="}
    assert best == {
        "type": "scatter",
        "name": "Preferred",
        "legendgroup": "1 best",
        "legendrank": 1001,
        "x": {"dtype": "f8", "bdata": "AAAAAAAAAAA="},
        "y": numbers,
        "customdata": numbers,
        "hovertemplate": "Trial %{customdata:d}<br>%{hovertext}<extra>Preferred</extra>",
        "meta": {"role": "best", "study": 1, "numbers": numbers},
        "mode": "markers+text",
        "text": ["0"],
        "textposition": "middle right",
        "hovertext": ["Preferred to trial 1"],
        "marker": {"symbol": "circle", "size": 14},
    }
    assert (worse["name"], worse["hovertext"]) == ("Compared", ["Worse than trial 0"])
    assert result.figure["layout"] == {
        "xaxis": {"visible": False},
        "yaxis": {
            "title": {"text": "Level (0: none was preferred)"},
            "type": "linear",
            "autorange": "reversed",
            "dtick": 1,
            "zeroline": False,
        },
        "showlegend": True,
    }
    assert (result.shown, result.total, result.notes) == (2, 2, [])
    # Plotly knows every one of these words.
    go.Figure(result.figure)


def test_what_follows_from_others_and_who_was_skipped_can_be_left_out() -> None:
    study = preferential(ANSWERS, skipped=[2])
    few = build(PreferenceGraph(), study, implied="false")
    assert arrows(few) == {(0, 1), (2, 1), (3, 0)}
    assert few.notes[1:] == ["Not drawn, for others say so together: 1 preference."]
    unskipped = build(PreferenceGraph(), study, skipped="false")
    assert arrows(unskipped) == {(0, 1), (3, 0), (3, 1)}
    assert levels(unskipped) == {"best": {3: 0}, "complete": {0: 1, 1: 2}}
    # A preference that would follow only by way of a trial that is not drawn is.
    bridge = preferential([((0, 1), 1, False), ((1, 2), 2, False), ((0, 2), 2, False)], 3, [1])
    assert arrows(build(PreferenceGraph(), bridge, implied="false")) == {(0, 1), (1, 2)}
    both = build(PreferenceGraph(), bridge, implied="false", skipped="false")
    assert arrows(both) == {(0, 2)}


def test_people_contradict_themselves() -> None:
    circle = [((0, 1), 1, False), ((1, 2), 2, False), ((2, 0), 0, False), ((0, 3), 3, False)]
    result = build(PreferenceGraph(), preferential(circle, n_trials=4))
    assert arrows(result) == {(0, 1), (1, 2), (2, 0), (0, 3)}
    assert levels(result) == {"complete": {0: 0, 1: 0, 2: 0, 3: 1}}
    assert result.notes == [
        "Contradictory, preferred to each other in a circle: trials 0, 1 and 2."
    ]
    pairs = [((n, n + 1), n + one, False) for n in range(0, 14, 2) for one in (0, 1)]
    [note] = build(PreferenceGraph(), preferential(pairs, n_trials=14)).notes
    assert note.endswith(
        "circle: " + "; ".join([*(f"trials {n} and {n + 1}" for n in range(0, 10, 2)), "2 more."])
    )


def test_trials_of_a_level_stand_apart() -> None:
    result = build(PreferenceGraph(), preferential([(range(30), 7, False)], n_trials=30))
    places = {
        place
        for trace in result.figure["data"]
        if trace["meta"]["role"] != "preference"
        for place in zip(decode(trace["x"]), decode(trace["y"]))
    }
    assert len(places) == 30
    (worst,) = traces_of(result, "complete")
    [text] = worst["hovertext"]
    first = ", ".join(str(n) for n in [*range(7), 8, 9, 10])
    assert text == f"Worse than trials {first} and 19 more"


def test_many_trials_stand_without_numbers_and_the_best_levels_are_drawn() -> None:
    chain = preferential([((n, n + 1), n + 1, False) for n in range(2_999)], n_trials=3_000)
    result = build(PreferenceGraph(), chain)
    assert result.shown == 2_000
    assert levels(result)["best"] == {0: 0}
    assert max(levels(result)["complete"].values()) == 1_999
    assert result.notes == [
        "Only the upper levels are drawn, 2,000 of 3,000 trials that were compared."
    ]
    assert {trace["mode"] for trace in result.figure["data"]} == {"lines+markers", "markers"}
    with few_points(50):
        assert build(PreferenceGraph(), chain).shown == 50
    wide = preferential([(range(3_000), 0, False)], n_trials=3_000)
    assert build(PreferenceGraph(), wide).shown == 2_999
    with few_points(50):
        result = build(PreferenceGraph(), wide)
    assert (result.shown, result.notes) == (
        50,
        ["Only some of the first level are drawn, 50 of 3,000 trials that were compared."],
    )


def test_nothing_to_draw() -> None:
    for study in (preferential([]), preferential([((0, 1), 1, True)]), preferential([], 0)):
        result = build(PreferenceGraph(), study)
        assert (result.figure["data"], result.shown) == ([], 0)
        assert result.notes == ["Nobody has compared trials yet."]
    alone = build(
        PreferenceGraph(), preferential([((0, 1), 1, False)], 2, [0, 1]), skipped="false"
    )
    assert (alone.figure["data"], alone.shown) == ([], 0)


def test_trials_that_are_not_there() -> None:
    result = build(PreferenceGraph(), preferential([((0, 1, 9), 1, False)]))
    assert arrows(result) == {(0, 1)}
    assert result.notes == [
        "Not drawn: 4 trials that nobody has compared and 1 preference of trials that are "
        "not there."
    ]


def test_whether_it_suits() -> None:
    assert PreferenceGraph().suits(preferential([]))
    assert not PreferenceGraph().suits(study_of([]))

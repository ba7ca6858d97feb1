"""Where preferred trials lie: over parameters, and over levels of the order of what was said."""

import plotly.graph_objects as go  # type: ignore[import-untyped]

from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.preferred_parameters import PreferredParameters
from optuna_dashboard.figures.thin import few_points
from optuna_dashboard.study.distributions import CategoricalDistribution, FloatDistribution
from tests.figures.answers import Params, preferential
from tests.figures.column_reader import study_of
from tests.figures.plotly_json import build, decode, points_of, traces_of

UNIT = FloatDistribution(0.0, 1.0)
SHAPES = CategoricalDistribution(("round", "square"))
ANSWERS = [((0, 1, 2), 2, True), ((0, 1, 2), 1, False), ((0, 3), 0, False), ((3, 1), 1, False)]


def at(x: float, shape: str) -> Params:
    return {"x": (x, UNIT), "shape": (shape, SHAPES)}


PARAMS = [at(0.1, "round"), at(0.2, "square"), at(0.3, "round"), at(0.4, "square")]


def drawn(result: FigureResult) -> dict[str, list[tuple[float, ...]]]:
    return {
        trace["meta"]["role"]: points_of(result, trace["meta"]["role"])
        for trace in result.figure["data"]
    }


def test_what_people_preferred_lies_above_the_others() -> None:
    study = preferential(ANSWERS, skipped=[2], params=PARAMS)
    result = build(PreferredParameters(), study, x="param:x", y="param:shape")
    assert drawn(result) == {
        "skipped": [(2, 0.3, 0.0)],
        "complete": [(0, 0.1, 0.0), (1, 0.2, 1.0)],
        "best": [(3, 0.4, 1.0)],
    }
    assert [trace["name"] for trace in result.figure["data"]] == [
        "Skipped",
        "Compared",
        "Preferred",
    ]
    assert len({trace["marker"]["symbol"] for trace in result.figure["data"]}) == 3
    layout = result.figure["layout"]
    assert layout["showlegend"] is True
    assert layout["yaxis"]["labelalias"] == {"0": "round", "1": "square"}
    assert {letter: axis["name"] for letter, axis in layout["meta"]["axes"].items()} == {
        "x": "params.x",
        "y": "params.shape",
    }
    assert (result.shown, result.total) == (4, 6)
    assert result.notes == ["Not drawn: 2 trials that nobody has compared."]
    [best] = traces_of(result, "best")
    assert best["hovertext"] == ["Preferred to trials 0 and 1"]
    go.Figure(result.figure)


def test_skipped_trials_can_be_left_out() -> None:
    study = preferential(ANSWERS, skipped=[2], params=PARAMS)
    result = build(PreferredParameters(), study, skipped="false")
    assert set(drawn(result)) == {"complete", "best"}
    assert result.shown == 3


def test_levels_are_a_scale_on_which_skipped_trials_have_no_place() -> None:
    study = preferential(ANSWERS, skipped=[2], params=PARAMS)
    result = build(PreferredParameters(), study, color="level")
    levels = {
        trace["meta"]["role"]: decode(trace["marker"]["color"])
        for trace in result.figure["data"]
        if "coloraxis" in trace["marker"]
    }
    assert levels == {"complete": [1, 2], "best": [0]}
    layout = result.figure["layout"]
    assert layout["coloraxis"] == {
        "colorbar": {"title": {"text": "Level (0: none was preferred)"}, "dtick": 1},
        "reversescale": True,
    }
    assert [t["name"] for t in result.figure["data"] if t["showlegend"]] == ["Skipped"]
    assert layout["showlegend"] is True
    bare = build(PreferredParameters(), study, color="level", skipped="false")
    assert bare.figure["layout"]["showlegend"] is False
    go.Figure(result.figure)


def test_levels_may_be_an_axis_with_the_best_at_its_top() -> None:
    study = preferential(ANSWERS, params=PARAMS)
    result = build(PreferredParameters(), study, x="param:x", y="level")
    assert drawn(result) == {
        "complete": [(0, 0.1, 1.0), (1, 0.2, 2.0)],
        "best": [(2, 0.3, 0.0), (3, 0.4, 0.0)],
    }
    layout = result.figure["layout"]
    assert layout["yaxis"] == {
        "title": {"text": "Level (0: none was preferred)"},
        "type": "linear",
        "dtick": 1,
        "autorange": "reversed",
    }
    assert set(layout["meta"]["axes"]) == {"x"}
    swapped = build(PreferredParameters(), study, x="level", y="param:x")
    assert (2, 0.0, 0.3) in drawn(swapped)["best"]
    # A study of one parameter has nothing else to set against it.
    single = preferential(ANSWERS, params=[{"x": one["x"]} for one in PARAMS])
    assert build(PreferredParameters(), single).applied["y"] == "level"


def test_trials_that_lack_a_parameter_are_counted() -> None:
    params = [*PARAMS[:3], {"shape": PARAMS[3]["shape"]}]
    result = build(PreferredParameters(), preferential(ANSWERS, 4, params=params), x="param:x")
    assert (result.shown, result.notes) == (3, ["Not drawn: 1 trial without x."])


def test_of_many_trials_the_preferred_ones_stay() -> None:
    n = 500
    params = [at(number / n, "round") for number in range(n)]
    study = preferential([((n // 2, k), k, False) for k in range(n) if k != n // 2], n, (), params)
    with few_points(50):
        result = build(PreferredParameters(), study, x="param:x", y="level")
    assert points_of(result, "best") == [(250, 0.5, 0.0)]
    assert result.shown == 1 + len(points_of(result, "complete")) <= 60
    assert result.notes == [
        "Thinned from 500 points: those of preferred trials and all extremes are drawn, the "
        "others at equal distances."
    ]


def test_of_very_many_preferred_trials_some_are_drawn() -> None:
    n = 500
    params = [at(number / n, "round") for number in range(n)]
    study = preferential([((*range(n),), 0, False)], n, (), params)
    with few_points(50):
        result = build(PreferredParameters(), study, x="param:x", y="level")
    best = points_of(result, "best")
    assert (best[0][0], best[-1][0]) == (1, n - 1)
    assert 50 <= len(best) <= 80
    assert result.notes == [
        "Thinned from 500 points: the extremes are drawn, the others at equal distances."
    ]


def test_nothing_to_draw() -> None:
    for study in (
        preferential([], params=PARAMS),
        preferential([((0, 1), 1, True)], 4, (), PARAMS),
    ):
        result = build(PreferredParameters(), study, color="level")
        assert (result.figure["data"], result.shown) == ([], 0)
        assert result.notes == ["Nobody has compared trials yet."]


def test_whether_it_suits() -> None:
    assert PreferredParameters().suits(preferential([], params=PARAMS))
    assert not PreferredParameters().suits(preferential([]))
    assert not PreferredParameters().suits(study_of([]))

"""What Optuna's own figure does not say: options, axes, infinite values, notes."""

from math import inf, isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.figures.figure import OptionError
from optuna_dashboard.figures.pareto_front import ParetoFront
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.states import TrialState
from tests.figures.column_reader import Row, study_of
from tests.figures.plotly_json import build, decode, points_of, traces_of

MIN, MAX = Direction.MINIMIZE, Direction.MAXIMIZE
VALUES = st.sampled_from([-inf, -1.0, 0.0, 0.5, 1.0, 2.0, inf])


@st.composite
def studies(draw: st.DrawFn) -> tuple[list[Row], list[Direction]]:
    """Trials of two to four objectives, with many ties."""
    directions = draw(st.lists(st.sampled_from([MIN, MAX]), min_size=2, max_size=4))
    row = st.builds(
        Row,
        values=st.none() | st.tuples(*[VALUES] * len(directions)),
        state=st.sampled_from(TrialState),
        feasible=st.booleans(),
    )
    return draw(st.lists(row, max_size=25)), directions


def dominates(a: Row, b: Row, directions: list[Direction]) -> bool:
    losses = [[d.sign * value for d, value in zip(directions, row.values or ())] for row in (a, b)]
    return losses[0] != losses[1] and all(x <= y for x, y in zip(*losses))


@given(studies())
def test_every_finite_trial_is_drawn_once_in_its_role(
    given_study: tuple[list[Row], list[Direction]],
) -> None:
    trials, directions = given_study
    result = build(ParetoFront(), study_of(trials, *directions))
    axes = 3 if len(directions) == 3 else 2
    complete = [r for r in trials if r.state is TrialState.COMPLETE and r.values is not None]
    expected: dict[str, list[tuple[float, ...]]] = {"front": [], "dominated": [], "infeasible": []}
    for number, row in enumerate(trials):
        if row not in complete or row.values is None or not all(map(isfinite, row.values[:axes])):
            continue
        if not row.feasible:
            role = "infeasible"
        elif any(dominates(other, row, directions) for other in complete if other.feasible):
            role = "dominated"
        else:
            role = "front"
        expected[role].append((number, *row.values[:axes]))
    for role, points in expected.items():
        assert points_of(result, role) == points
    assert result.shown == sum(map(len, expected.values()))
    assert result.total == len(trials)


def test_axes_and_what_is_shown_can_be_chosen() -> None:
    trials = [Row((0.0, 1.0)), Row((2.0, 3.0)), Row((5.0, 6.0), feasible=False)]
    study = study_of(trials, MIN, MIN)
    swapped = build(ParetoFront(), study, x="value:1", y="value:0")
    assert points_of(swapped, "front") == [(0, 1.0, 0.0)]
    assert swapped.figure["layout"]["xaxis"]["title"]["text"] == "Objective 1"
    front = build(ParetoFront(), study, dominated="false", infeasible="false")
    assert [t["meta"]["role"] for t in front.figure["data"]] == ["front"]
    assert front.figure["layout"]["showlegend"] is False
    assert (front.shown, front.total) == (1, 3)


def test_trials_that_are_not_on_the_front_are_named_even_if_alone() -> None:
    study = study_of([Row((0.0, 1.0), feasible=False)], MIN, MIN)
    figure = build(ParetoFront(), study).figure
    assert [t["name"] for t in figure["data"]] == ["Infeasible"]
    assert figure["layout"]["showlegend"] is True


def test_the_front_is_drawn_last_and_named_first() -> None:
    trials = [Row((0.0, 1.0)), Row((2.0, 3.0)), Row((5.0, 6.0), feasible=False)]
    data = build(ParetoFront(), study_of(trials, MIN, MIN)).figure["data"]
    assert [t["name"] for t in data] == ["Infeasible", "Dominated", "Pareto front"]
    ranks = [t["legendrank"] for t in data]
    assert ranks == sorted(ranks, reverse=True)
    assert len({t["marker"]["symbol"] for t in data}) == 3


def test_three_objectives_stand_in_space() -> None:
    study = study_of([Row((0.0, 1.0, 2.0))], MIN, MAX, MIN)
    result = build(ParetoFront(), study)
    assert points_of(result, "front") == [(0, 0.0, 1.0, 2.0)]
    assert result.figure["data"][0]["type"] == "scatter3d"
    assert set(result.figure["layout"]["scene"]) == {"xaxis", "yaxis", "zaxis"}
    flat = build(ParetoFront(), study, z="none")
    assert points_of(flat, "front") == [(0, 0.0, 1.0)]
    assert "The front is that of all 3 objectives, not of the axes shown." in flat.notes


def test_an_axis_may_be_a_user_attribute() -> None:
    trials = [
        Row((0.0, 1.0), user_attrs={"params (M)": 5}),
        Row((2.0, 3.0), user_attrs={"params (M)": 0.5}),
        Row((1.0, 0.0)),
    ]
    result = build(ParetoFront(), study_of(trials, MIN, MIN), x="attr:params (M)")
    assert points_of(result, "front") == [(0, 5.0, 1.0)]
    assert points_of(result, "dominated") == [(1, 0.5, 3.0)]
    assert result.figure["layout"]["xaxis"]["title"]["text"] == "params (M)"
    assert result.figure["layout"]["meta"]["axes"]["x"]["name"] == 'user_attrs["params (M)"]'
    assert result.notes == [
        "Complete trials that are not drawn: 1 without a value.",
        "On the front but not drawn: trial 2.",
        "The front is that of all 2 objectives, not of the axes shown.",
    ]
    solid = build(ParetoFront(), study_of(trials, MIN, MIN), z="attr:params (M)")
    assert points_of(solid, "front") == [(0, 0.0, 1.0, 5.0)]


def test_each_axis_may_be_logarithmic() -> None:
    trials = [Row((-1.0, 1.0)), Row((10.0, 0.5)), Row((20.0, 2.0))]
    result = build(ParetoFront(), study_of(trials, MIN, MIN), log="x")
    layout = result.figure["layout"]
    assert layout["xaxis"] == {"title": {"text": "Objective 0 (log scale)"}, "type": "log"}
    assert layout["yaxis"] == {"title": {"text": "Objective 1"}, "type": "linear"}
    assert [axis["log"] for axis in layout["meta"]["axes"].values()] == [True, False]
    assert points_of(result, "front") == [(1, 10.0, 0.5)]
    assert result.notes == [
        "Complete trials that are not drawn: 1 at or below 0, which a log axis cannot show.",
        "On the front but not drawn: trial 0.",
    ]


def test_outliers_are_outside_the_axes_unless_on_the_front() -> None:
    cloud = [Row((float(n), float(n))) for n in range(1, 12)]
    trials = [Row((0.0, -1e6)), *cloud, Row((1e6, 5.0))]
    result = build(ParetoFront(), study_of(trials, MIN, MIN), clip="true")
    layout = result.figure["layout"]
    assert 11 < layout["xaxis"]["range"][1] < 1e6
    assert "range" not in layout["yaxis"]
    assert result.notes == [
        "Outliers lie outside the axes, but none of the front; zoom out to see them."
    ]


def test_infinite_values_are_counted_and_named() -> None:
    trials = [Row((-inf, 1.0)), Row((0.0, 0.0)), Row((inf, inf)), Row()]
    result = build(ParetoFront(), study_of(trials, MIN, MIN))
    assert result.notes == [
        "Complete trials that are not drawn: 1 without a value and 2 with an infinite value.",
        "On the front but not drawn: trial 0.",
    ]
    assert result.shown == 1


@pytest.mark.parametrize(
    ("trials", "note"),
    [
        ([], "There are no trials yet."),
        ([Row(state=TrialState.WAITING)], "No trial is completed yet."),
        (
            [Row((0.0, 0.0), feasible=False)],
            "No completed trial is feasible: there is no Pareto front.",
        ),
    ],
)
def test_no_front(trials: list[Row], note: str) -> None:
    result = build(ParetoFront(), study_of(trials, MIN, MIN))
    assert not traces_of(result, "front")
    assert result.notes == [note]


def test_fronts_of_several_studies_lie_over_each_other() -> None:
    trials = [Row((0.0, 1.0)), Row((2.0, 3.0)), Row((5.0, 6.0), feasible=False), Row((inf, 0.0))]
    studies = [study_of(trials, MIN, MIN, name=name) for name in "abcd"]
    result = build(ParetoFront(), studies, ids=[4, 5, 6, 7])
    data = result.figure["data"]
    assert [t["name"] for t in data if t["showlegend"]] == ["a", "b", "c", "d"]
    assert [t["meta"]["study"] for t in data] == [4, 5, 6, 7]
    symbols = [t["marker"]["symbol"] for t in data]
    assert symbols == ["circle", "square", "diamond", "circle"]
    assert points_of(result, "front") == [(0, 0.0, 1.0)] * 4
    assert (result.shown, result.total) == (4, 16)
    # Which trials are not there is said of each study.
    assert "c: On the front but not drawn: trial 3." in result.notes


def test_other_trials_of_several_studies_are_drawn_on_demand_below_all_fronts() -> None:
    trials = [Row((0.0, 1.0)), Row((2.0, 3.0)), Row((5.0, 6.0), feasible=False)]
    studies = [study_of(trials, MIN, MIN, name=name) for name in "ab"]
    result = build(ParetoFront(), studies, dominated="true", infeasible="true")
    assert [t["meta"]["role"] for t in result.figure["data"]] == [
        *("infeasible", "dominated") * 2,
        *("front",) * 2,
    ]
    assert result.notes == ["Crosses: infeasible trials."]
    assert result.figure["layout"]["showlegend"] is True


def test_axes_have_every_name_that_studies_give_them() -> None:
    studies = [study_of([Row((0.0, 1.0))], MIN, MIN, name=name) for name in "ab"]
    studies[1].header.system_attrs["study:metric_names"] = ["loss", "size"]
    layout = build(ParetoFront(), studies).figure["layout"]
    assert layout["xaxis"]["title"]["text"] == "Objective 0 and loss"


def test_fronts_in_space_have_shapes_that_exist_there() -> None:
    studies = [study_of([Row((0.0, 1.0, 2.0))], MIN, MAX, MIN, name=name) for name in "abc"]
    data = build(ParetoFront(), studies).figure["data"]
    assert [t["marker"]["symbol"] for t in data] == ["circle", "square", "diamond"]


def test_trials_coloured_by_number_have_scales_instead_of_a_legend() -> None:
    trials = [Row((0.0, 1.0)), Row((1.0, 0.0)), Row((2.0, 3.0))]
    study = study_of(trials, MIN, MIN)
    figure = build(ParetoFront(), study, color="number").figure
    dominated, front = figure["data"]
    assert [decode(one["marker"]["color"]) for one in (dominated, front)] == [[2], [0, 1]]
    assert (dominated["marker"]["coloraxis"], front["marker"]["coloraxis"]) == (
        "coloraxis2",
        "coloraxis",
    )
    assert [one["showlegend"] for one in figure["data"]] == [False, False]
    layout = figure["layout"]
    assert layout["showlegend"] is False
    assert layout["coloraxis"] == {"colorbar": {"title": {"text": "Front trial"}}}
    assert layout["coloraxis2"] == {"colorbar": {"title": {"text": "Dominated trial"}}}
    alone = build(ParetoFront(), study, color="number", dominated="false").figure["layout"]
    assert [name for name in alone if name.startswith("color")] == ["coloraxis"]


def test_infeasible_trials_are_marked_and_named_beside_scales() -> None:
    trials = [Row((0.0, 1.0, 2.0)), Row((5.0, 6.0, 7.0), feasible=False)]
    for z in ("value:2", "none"):
        figure = build(ParetoFront(), study_of(trials, MIN, MIN, MIN), color="number", z=z).figure
        infeasible, front = figure["data"]
        assert (infeasible["marker"]["symbol"], infeasible["showlegend"]) == ("x", True)
        assert "coloraxis" not in infeasible["marker"]
        assert front["marker"]["coloraxis"] == "coloraxis"
        assert figure["layout"]["showlegend"] is True


def test_colours_of_several_studies_tell_them_apart() -> None:
    studies = [study_of([Row((0.0, 1.0))], MIN, MIN, name=name) for name in "ab"]
    assert "color" not in build(ParetoFront(), studies).applied
    with pytest.raises(OptionError):
        build(ParetoFront(), studies, color="number")


def test_whether_it_suits() -> None:
    assert not ParetoFront().suits(study_of([]))
    assert ParetoFront().suits(study_of([], MIN, MAX))

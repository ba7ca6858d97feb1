"""Parameters of several studies side by side, held against a plain oracle."""

from math import inf, log
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.api.param_ranges import compared_params
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    FloatDistribution,
    IntDistribution,
)
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from tests.figures.column_reader import Row, study_of

CHOICES = CategoricalDistribution(("a", 1, True, None))
FLOAT = FloatDistribution(0.5, 8.0, log=True)
WIDER = FloatDistribution(0.25, 16.0)
INT = IntDistribution(-3, 5)

DRAWN: dict[Distribution, st.SearchStrategy[JSON]] = {
    FLOAT: st.floats(0.5, 8.0),
    WIDER: st.floats(0.25, 16.0),
    INT: st.integers(-3, 5),
    CHOICES: st.sampled_from(CHOICES.choices),
}


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """A trial that may have each of two parameters, from a range of any kind."""
    params: dict[str, tuple[JSON, Distribution]] = {}
    for name in draw(st.sets(st.sampled_from("xy"))):
        kind = draw(st.sampled_from(list(DRAWN)))
        params[name] = (draw(DRAWN[kind]), kind)
    value = draw(st.none() | st.integers(0, 3).map(float))
    state = draw(st.sampled_from([TrialState.COMPLETE, TrialState.FAIL]))
    return Row(None if value is None else (value, -value), state, params=params)


@given(st.lists(st.lists(rows(), max_size=12), min_size=1, max_size=3))
def test_ranges_and_choices_are_those_of_the_trials(studies: list[list[Row]]) -> None:
    made = [study_of(trials, Direction.MINIMIZE, Direction.MINIMIZE) for trials in studies]
    compared = compared_params(made, list(range(len(made))))
    assert [param["name"] for param in compared] == sorted(
        {name for trials in studies for row in trials for name in row.params}
    )
    for param in compared:
        shapes = []
        for study, trials, entry in zip(made, studies, param["studies"]):
            drawn = [row.params[param["name"]] for row in trials if param["name"] in row.params]
            shapes.append({repr(kind) for _, kind in drawn})
            if not drawn:
                assert entry is None
                continue
            assert entry is not None
            best = [
                trials[row].params[param["name"]]
                for row in study.best_rows
                if param["name"] in trials[row].params
            ]
            assert entry["n_trials"] == len(drawn)
            assert ends(entry["searched"]) == ends_of(drawn)
            assert ends(entry["best"]) == ends_of(best)
            assert ends(entry["range"]) == ends_of(
                [(end, kind) for _, kind in drawn for end in limits(kind)]
            )
            counts = [(c["choice"], c["n_trials"], c["n_best"]) for c in entry["choices"]]
            assert repr(counts) == repr(choices_of(drawn, best))
        assert param["differs"] is any(shape != shapes[0] for shape in shapes)


def limits(kind: Distribution) -> tuple[float, ...]:
    return () if isinstance(kind, CategoricalDistribution) else (kind.low, kind.high)


def ends(found: Any) -> Any:
    return found and (found["low"], found["high"])


def ends_of(drawn: list[tuple[Any, Distribution]]) -> tuple[float, float] | None:
    numbers = [v for v, kind in drawn if not isinstance(kind, CategoricalDistribution)]
    return (min(numbers), max(numbers)) if numbers else None


def choices_of(
    drawn: list[tuple[JSON, Distribution]], best: list[tuple[JSON, Distribution]]
) -> list[tuple[JSON, int, int]]:
    if all(kind != CHOICES for _, kind in drawn):
        return []

    def count(choice: JSON, among: list[tuple[JSON, Distribution]]) -> int:
        return sum(repr(v) == repr(choice) and kind == CHOICES for v, kind in among)

    return [(choice, count(choice, drawn), count(choice, best)) for choice in CHOICES.choices]


def places(*studies: list[Row]) -> list[Any]:
    """Where the ranges of the only parameter begin and end."""
    made = [study_of(trials) for trials in studies]
    (param,) = compared_params(made, list(range(len(made))))
    ranges = [entry and entry["range"] for entry in param["studies"]]
    return [one and (one["start"], one["end"]) for one in ranges]


def one(low: float, high: float, value: float | None = None, *, is_log: bool = False) -> list[Row]:
    kind = FloatDistribution(low, high, log=is_log)
    return [Row((0.0,), params={"x": (low if value is None else value, kind)})]


def test_studies_share_an_axis() -> None:
    assert places(one(0.0, 4.0), one(2.0, 8.0)) == [(0.0, 0.5), (0.25, 1.0)]
    assert places(one(0.0, 4.0), [Row((0.0,))]) == [(0.0, 1.0), None]


def test_the_axis_is_logarithmic_if_any_study_searched_so() -> None:
    # The other study then is drawn on it too.
    first, second = places(one(1.0, 100.0, is_log=True), one(10.0, 1000.0))
    assert first == (0.0, log(100) / log(1000))
    assert second == (log(10) / log(1000), 1.0)
    assert places(one(1.0, 100.0, is_log=True), one(-100.0, 100.0)) == [(0.505, 1.0), (0.0, 1.0)]


def test_a_value_out_of_range_is_on_the_axis() -> None:
    assert places(one(0.0, 4.0, 8.0)) == [(0.0, 0.5)]


def test_odd_axes() -> None:
    assert places(one(3.0, 3.0)) == [(0.5, 0.5)]
    assert places(one(-1.7e308, 1.7e308)) == [(0.0, 1.0)]
    assert places(one(0.0, inf, 1.0)) == [(0.0, 1.0)]

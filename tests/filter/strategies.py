"""Hypothesis strategies: studies with everything in them, and filters that fit them."""

import json
from datetime import datetime, timedelta
from math import inf
from typing import Any

from hypothesis import strategies as st

from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    FloatDistribution,
    IntDistribution,
)
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from tests.figures.column_reader import Row
from tests.filter.plain import Column, Compared, Condition, Given, Joined, Negated, Several

NUMBERS: list[Any] = [-inf, -1.5, -1, 0, 0.0, 0.5, 1, 2, 2**53, 2**53 + 1, 10**400, inf]
FLOATS = [float(number) for number in NUMBERS[:-2]] + [inf]
TEXTS = ["", "a", "A", "ab", 'say "hi"', "it's \\ \n", "学習率", "🚀", "1", "true", "\ud800"]
LISTS: list[Any] = [[], [1], [True], ["a", [1.0, None]]]
SCALARS: list[Any] = [*NUMBERS, *TEXTS, True, False]
START = datetime(2024, 2, 28, 23, 59, 59, 500_000)
TIMES = [START + timedelta(seconds=0.25 * i) for i in (0, 1, 2, 3, 240, 40_000, 90_000)]
TIME_TEXTS = [
    "2024-02-28",
    "2024-02-29",
    "2024-03-01",
    "2024-02-28 23:59",
    "2024-02-29 00:00:00",
    "2024-02-28 23:59:59",
    "2024-02-28 23:59:59.5",
    "2024-02-29 00:00:00.250000",
]
# Of any type, in two sets of choices of which an index means different things.
CHOICES = [(None, *SCALARS, *LISTS, {"a": 1}), ("a", 1, True, [True], None)]

SPACES: dict[str, list[Distribution]] = {
    "lr": [FloatDistribution(-1.5, 2), FloatDistribution(0, inf)],
    "layers": [IntDistribution(-1, 9), IntDistribution(0, 2**53)],
    "number or whole": [FloatDistribution(0, 1), IntDistribution(0, 1)],
    'any "kind"': [CategoricalDistribution(choices) for choices in CHOICES],
    "model.opt": [CategoricalDistribution(("a", "ab", "A", None))],
    "in": [CategoricalDistribution((True, False))],
}
ATTRS: dict[str, list[JSON]] = {
    "score": [*NUMBERS, None, float("nan")],
    "名前": [*TEXTS, None],
    "flag": [True, False, None],
    "any": [*SCALARS, *LISTS, {"a": [1]}, None, float("nan")],
}
# Which values it takes for the column to be of the kind that the filters below expect.
TYPICAL: dict[str, list[JSON]] = {
    "score": [1],
    "名前": ["a"],
    "flag": [True],
    "any": ["a", 1],
}


def _value_of(distribution: Distribution) -> st.SearchStrategy[Any]:
    if isinstance(distribution, CategoricalDistribution):
        return st.sampled_from(distribution.choices)
    if isinstance(distribution, IntDistribution):
        return st.sampled_from([-1, 0, 1, 2, 2**53])
    return st.sampled_from(FLOATS)


@st.composite
def rows(draw: st.DrawFn, n_objectives: int) -> Row:
    """A trial that lacks some of everything."""
    params = {}
    for name, spaces in SPACES.items():
        if draw(st.booleans()):
            space = draw(st.sampled_from(spaces))
            params[name] = draw(_value_of(space)), space
    attrs = {
        name: draw(st.sampled_from(values))
        for name, values in ATTRS.items()
        if draw(st.booleans())
    }
    limits = st.dictionaries(st.sampled_from(["0", "too big"]), st.sampled_from(FLOATS))
    values = st.lists(st.sampled_from(FLOATS), min_size=n_objectives, max_size=n_objectives)
    return Row(
        values=draw(st.none() | values),
        state=draw(st.sampled_from(TrialState)),
        start=draw(st.none() | st.sampled_from(TIMES)),
        complete=draw(st.none() | st.sampled_from(TIMES)),
        user_attrs=attrs,
        params=params,
        constraints=draw(limits),
    )


def studies_rows(n_objectives: int) -> st.SearchStrategy[list[Row]]:
    """Trials of which the first show every parameter, attribute and constraint."""
    typical = [
        Row(
            user_attrs={name: values[i % len(values)] for name, values in TYPICAL.items()},
            params={name: _first(spaces[i % len(spaces)]) for name, spaces in SPACES.items()},
            constraints={"0": 0.0, "too big": 1.0},
        )
        for i in range(2)
    ]
    return st.lists(rows(n_objectives), max_size=6).map(lambda more: typical + more)


def _first(space: Distribution) -> tuple[JSON, Distribution]:
    return (space.choices[0] if isinstance(space, CategoricalDistribution) else 1), space


def _given(value: Any) -> Given:
    text = json.dumps(value)  # as JSON has it, which is one of the ways
    return Given(text.replace("Infinity", "inf").replace("null", "none"), value)


def _states() -> list[Given]:
    return [Given(state.name, state) for state in TrialState] + [
        Given("complete", TrialState.COMPLETE),
        Given('"Pruned"', TrialState.PRUNED),
    ]


_numbers = st.sampled_from([_given(number) for number in NUMBERS])
_texts = st.sampled_from([_given(text) for text in TEXTS] + [Given("'it\\'s'", "it's")])
_bools = st.sampled_from([_given(True), _given(False), Given("TRUE", True)])
_none = st.just(Given("none", None))
_times = st.sampled_from([Given(f'"{text}"', text) for text in TIME_TEXTS])
_state_words = st.sampled_from(_states())
_lists = st.sampled_from([_given(value) for value in LISTS])

_number_names = [
    Column("number", "number"),
    Column("values[0]", "values", 0),
    Column("params.lr", "params", "lr"),
    Column("params.layers", "params", "layers"),
    Column('params["number or whole"]', "params", "number or whole"),
    Column("user_attrs.score", "user_attrs", "score"),
    Column('constraints["0"]', "constraints", "0"),
    Column("constraints['too big']", "constraints", "too big"),
    Column("duration", "duration"),
]
_text_names = [
    Column("params.model.opt", "params", "model.opt"),
    Column("user_attrs.名前", "user_attrs", "名前"),
]
_bool_names = [
    Column("feasible", "feasible"),
    Column("best", "best"),
    Column("user_attrs['flag']", "user_attrs", "flag"),
    Column("params.in", "params", "in"),
]
_mixed_names = [
    Column('params["any \\"kind\\""]', "params", 'any "kind"'),
    Column("user_attrs.any", "user_attrs", "any"),
]
_time_names = [Column("start", "start"), Column("complete", "complete")]
_state_names = [Column("state", "state")]

EQUALITY = st.sampled_from(["==", "!="])
ORDER = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])


def _compared(
    names: list[Column], others: st.SearchStrategy[Any], signs: st.SearchStrategy[str]
) -> st.SearchStrategy[Condition]:
    """A name compared with something, from either side, or one of several."""
    name = st.sampled_from(names)
    pair = st.tuples(name, others | name).flatmap(st.permutations).map(tuple)
    several = st.lists(others | _none, min_size=1, max_size=3).map(lambda i: Several(tuple(i)))
    return st.one_of(
        st.builds(lambda sides, sign: Compared(sides, (sign,)), pair, signs),
        st.builds(
            lambda one, items, sign: Compared((one, items), (sign,)),
            name,
            several,
            st.sampled_from(["in", "not in"]),
        ),
        st.builds(lambda one, sign: Compared((one, Given("none", None)), (sign,)), name, EQUALITY),
        st.builds(
            lambda low, one, high, first, second: Compared((low, one, high), (first, second)),
            others,
            name,
            others,
            signs,
            signs,
        ),
    )


_any_scalar = _numbers | _texts
_inside = st.builds(
    lambda item, container, sign: Compared((item, container), (sign,)),
    _texts | st.sampled_from(_text_names + _mixed_names),
    st.sampled_from(_text_names + _mixed_names),
    st.sampled_from(["in", "not in"]),
)
_between_columns = st.builds(
    lambda sides, sign: Compared(sides, (sign,)),
    st.tuples(st.sampled_from(_mixed_names), st.sampled_from(_number_names + _text_names))
    .flatmap(st.permutations)
    .map(tuple),
    ORDER,
)
comparisons: st.SearchStrategy[Condition] = st.one_of(
    _compared(_number_names, _numbers, ORDER),
    _compared(_text_names, _texts, ORDER),
    _compared(_bool_names, _bools, EQUALITY),
    _compared(_time_names, _times, ORDER),
    _compared(_state_names, _state_words, EQUALITY),
    _compared(_mixed_names, _any_scalar, ORDER),
    _compared(_mixed_names, _bools | _lists, EQUALITY),
    _between_columns,
    _inside,
    st.sampled_from(_bool_names + _mixed_names),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    comparisons,
    lambda inner: st.one_of(
        st.builds(Negated, inner),
        st.builds(
            lambda word, parts: Joined(word, tuple(parts)),
            st.sampled_from(["and", "or"]),
            st.lists(inner, min_size=2, max_size=3),
        ),
    ),
    max_leaves=5,
)

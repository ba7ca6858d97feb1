"""What is offered while a filter is written."""

import pytest

from optuna_dashboard.filter.completion import Completion, completions
from optuna_dashboard.filter.evaluate import matching
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import CategoricalDistribution, FloatDistribution
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from tests.figures.column_reader import Row, study_of

STATES = ("RUNNING", "COMPLETE", "PRUNED", "FAIL", "WAITING")
YES_OR_NO = ("true", "false")
LAST = [
    Completion("start", "start", "Start", "time"),
    Completion("complete", "complete", "Completion", "time"),
    Completion("duration", "duration", "Duration (s)", "number"),
]


def test_everything_in_the_order_of_the_table() -> None:
    odd = CategoricalDistribution((None, True, 1.5, float("inf"), "a\n", "\ud800", [1], {"a": 1}))
    row = Row(
        [1.0],
        params={
            "lr": (0.5, FloatDistribution(0, 1)),
            'a "b"': (None, odd),
            "model.kind": ("x", CategoricalDistribution(("x", "y"))),
        },
        user_attrs={"名前": "x", "": 1, "tags": []},
        constraints={"0": 0.0},
    )
    again = Row(
        None, TrialState.UNKNOWN, params={"model.kind": ("y", CategoricalDistribution(("y", "z")))}
    )
    study = study_of([row, again])
    assert completions(study) == [
        Completion("number", "number", "Trial", "number"),
        Completion("state", "state", "State", "state", (*STATES, "UNKNOWN")),
        Completion("best", "best", "Best trial", "bool", YES_OR_NO),
        Completion("value:0", "value", "Objective Value", "number"),
        Completion("feasible", "feasible", "Feasible", "bool", YES_OR_NO),
        Completion("constraint:0", 'constraints["0"]', "0 (constraint)", "number"),
        Completion(
            'param:a "b"',
            'params["a \\"b\\""]',
            'a "b"',
            "mixed",
            ("none", "true", "1.5", "inf", '"a\\n"', '"\\ud800"', "[1]"),
        ),
        Completion("param:lr", "params.lr", "lr", "number"),
        Completion(
            "param:model.kind", "params.model.kind", "model.kind", "text", ('"x"', '"y"', '"z"')
        ),
        Completion("attr:", 'user_attrs[""]', " (user attribute)", "number"),
        Completion("attr:tags", "user_attrs.tags", "tags (user attribute)", "mixed"),
        Completion("attr:名前", "user_attrs.名前", "名前 (user attribute)", "text"),
        *LAST,
    ]
    for completion in completions(study):
        for text in ("none", *completion.choices):
            matching(study, f"{completion.name} == {text}")


def test_several_objectives() -> None:
    def names(metrics: list[JSON]) -> list[tuple[str, str]]:
        attrs: dict[str, JSON] = {"study:metric_names": metrics} if metrics else {}
        study = study_of([], Direction.MINIMIZE, Direction.MAXIMIZE, system_attrs=attrs)
        found = completions(study)
        assert found[2] == Completion("best", "best", "Best trials", "bool", YES_OR_NO)
        assert [one.column for one in found[3:5]] == ["value:0", "value:1"]
        return [(one.name, one.label) for one in found[3:5]]

    assert names([]) == [("values[0]", "Objective 0"), ("values[1]", "Objective 1")]
    assert names(["loss", "a b"]) == [("values.loss", "loss"), ('values["a b"]', "a b")]
    # Two of the same name can only be told apart by their places.
    assert names(["x", "x"]) == [("values[0]", "x"), ("values[1]", "x")]


def test_a_preferential_study_has_no_values() -> None:
    study = study_of([Row(None)], system_attrs={"preference:is_preferential": True})
    assert [one.name for one in completions(study)] == [
        "number",
        "state",
        "best",
        "start",
        "complete",
        "duration",
    ]


@pytest.mark.parametrize(
    ("metrics", "expected"),
    [
        (["loss"], [("value", "values.loss")]),
        (["loss", "a b"], [("values.loss", "values[0]"), ('values["a b"]', "values[1]")]),
        (["x", "x"], [("values[0]", "values.x"), ("values[1]",)]),
        ([], [("values[0]",), ("values[1]",)]),
    ],
)
def test_all_names_of_an_objective_mean_it(
    metrics: list[str], expected: list[tuple[str, ...]]
) -> None:
    n = len(expected)
    attrs: dict[str, JSON] = {"study:metric_names": [*metrics]} if metrics else {}
    rows = [Row([float(place + 10 * i) for i in range(n)]) for place in range(5)]
    study = study_of(rows, *[Direction.MINIMIZE] * n, system_attrs=attrs)
    found = [one for one in completions(study) if one.column.startswith("value:")]
    assert [(one.name, *one.also) for one in found] == expected
    for i, one in enumerate(found):
        for name in (one.name, *one.also):
            assert bytes(matching(study, f"{name} >= {10 * i + 3}")) == bytes([0, 0, 0, 1, 1])

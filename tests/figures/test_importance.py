"""The importance figure: what it draws of which trials, and what it says of them."""

from datetime import datetime, timedelta
from typing import Any

import optuna
import pytest
from optuna.distributions import BaseDistribution
from optuna.distributions import IntDistribution as WholeNumbers
from optuna.importance import PedAnovaImportanceEvaluator, get_param_importances
from optuna.trial import FrozenTrial, create_trial

from optuna_dashboard.analysis import importance as analysis
from optuna_dashboard.analysis.importance import EVALUATORS
from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.importance import Importance
from optuna_dashboard.figures.options import OptionError
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import FloatDistribution, IntDistribution
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study
from tests.analysis.optuna_importances import optunas
from tests.figures.column_reader import Row, study_of
from tests.figures.conftest import with_params
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import build, decode

UNIT = FloatDistribution(0.0, 1.0)
START = datetime(2024, 1, 1)


def row(i: int, **fields: Any) -> Row:
    """A trial whose value is that of ``a`` and whose duration that of ``b``."""
    a, b = i % 7 / 7, i % 5 / 5
    row: dict[str, Any] = {
        "values": [a],
        "params": {"a": (a, UNIT), "b": (b, UNIT)},
        "start": START,
        "complete": START + timedelta(seconds=b),
        "user_attrs": {"size": -b},
    }
    return Row(**{**row, **fields})


@pytest.fixture
def study() -> Study:
    return study_of([row(i) for i in range(60)])


def bars(result: FigureResult, place: int = 0) -> dict[str, float]:
    """Importance by parameter, in drawing order."""
    trace = result.figure["data"][place]
    return dict(zip(trace["y"], decode(trace["x"])))


@pytest.mark.parametrize("evaluator", EVALUATORS)
def test_the_numbers_are_optunas(evaluator: Any) -> None:
    study = with_params(optuna.create_study(directions=["minimize", "maximize"]), 60)
    result = build(Importance(), from_optuna(study), evaluator=evaluator)
    for objective in range(2):
        expected = optunas(study, evaluator, objective)
        assert bars(result, objective) == pytest.approx(expected, rel=1e-9, abs=1e-12)


def test_the_table_has_every_number(study: Study) -> None:
    targets = "value:0,duration"
    result = build(Importance(), study, targets=targets, evaluator="ped-anova")
    assert result.table is not None
    assert result.table.names == ("Evaluator", "Target", "Parameter", "Importance")
    assert result.table.rows == [
        ("PED-ANOVA", label, name, importance)
        for place, label in enumerate(["Objective Value", "Duration (s)"])
        for name, importance in sorted(bars(result, place).items(), key=lambda item: -item[1])
    ]
    nothing = build(Importance(), study, targets="")
    assert nothing.table is not None
    assert nothing.table.rows == []


def test_duration_and_user_attributes(study: Study) -> None:
    result = build(Importance(), study, targets="value:0,duration,attr:size")
    names = [trace["name"] for trace in result.figure["data"]]
    assert names == ["Objective Value", "Duration (s)", "size"]
    of_value, of_duration, of_size = (bars(result, place) for place in range(3))
    assert of_value["a"] > 0.9
    assert of_duration["b"] > 0.9
    assert of_size["b"] > 0.9
    # The first target says in which order parameters stand.
    assert list(of_value) == list(of_duration) == list(of_size) == ["a", "b"]
    assert "The lowest count as the best of Duration (s) and size." in result.notes
    forest = build(Importance(), study, targets="duration", evaluator="fanova")
    assert not any("lowest" in note for note in forest.notes)


@pytest.mark.filterwarnings("ignore:PedAnovaImportanceEvaluator computes")
def test_duration_is_that_of_optuna() -> None:
    """Equal durations are equal, wherever they began: the border of the best is among them."""
    study = optuna.create_study()
    kinds: dict[str, BaseDistribution] = {name: WholeNumbers(0, 9) for name in "xy"}
    for i in range(100):
        trial = create_trial(value=0, params={"x": i % 10, "y": i // 10}, distributions=kinds)
        trial.datetime_start = datetime(2026, 1, 1) + timedelta(microseconds=i * 123_457)
        trial.datetime_complete = trial.datetime_start + timedelta(microseconds=i % 10 // 3)
        study.add_trial(trial)
    expected = get_param_importances(
        study, evaluator=PedAnovaImportanceEvaluator(), target=seconds_of
    )
    result = build(Importance(), from_optuna(study), targets="duration")
    assert bars(result) == pytest.approx(expected, rel=1e-9)


def seconds_of(trial: FrozenTrial) -> float:
    assert trial.duration is not None
    return trial.duration.total_seconds()


def test_maximized_objectives() -> None:
    """What decides between good trials counts, not what decides between bad ones."""
    step = IntDistribution(0, 1)
    rows = [
        Row(
            values=[(10.0 if i % 2 else 0.0) + (i % 10 if i % 2 else i % 4)],
            params={"good": (i % 10, IntDistribution(0, 9)), "half": (i % 2, step)},
        )
        for i in range(200)
    ]
    low = bars(build(Importance(), study_of(rows, Direction.MINIMIZE)))
    high = bars(build(Importance(), study_of(rows, Direction.MAXIMIZE)))
    assert low != high
    flipped = [Row(values=[-row.values[0]], params=row.params) for row in rows if row.values]
    assert bars(build(Importance(), study_of(flipped, Direction.MINIMIZE))) == high


def test_one_trace_for_each_target(study: Study) -> None:
    (alone,) = build(Importance(), study).figure["data"]
    assert alone["meta"]["role"] == "importance"
    assert "series" not in alone["meta"]
    result = build(Importance(), study, targets="value:0,duration")
    data, layout = result.figure["data"], result.figure["layout"]
    assert [trace["meta"]["series"] for trace in data] == [0, 1]
    assert len({trace["marker"]["pattern"]["shape"] for trace in data}) == 2
    assert layout["showlegend"]
    assert layout["barmode"] == "group"


@pytest.mark.parametrize("evaluator", EVALUATORS)
def test_the_evaluator_is_named(study: Study, evaluator: Any) -> None:
    result = build(Importance(), study, evaluator=evaluator)
    label = EVALUATORS[evaluator]
    assert result.figure["layout"]["xaxis"]["title"]["text"] == f"Importance ({label})"
    assert result.notes[0].startswith(f"{label}: ")


def test_chosen_parameters(study: Study) -> None:
    assert list(bars(build(Importance(), study, params="param:b"))) == ["b"]
    none = build(Importance(), study, params="")
    assert (none.shown, none.notes) == (0, ["No parameter is chosen."])
    none = build(Importance(), study, targets="")
    assert none.notes == ["Nothing is chosen that parameters may matter for."]
    with pytest.raises(OptionError):
        build(Importance(), study, params="param:c")


def test_conditional_parameters() -> None:
    conditional = {"b": (0.5, UNIT)}
    rows = [
        row(i, params={"a": (i % 7 / 7, UNIT), **(conditional if i % 2 else {})})
        for i in range(40)
    ]
    study = study_of(
        [*rows, row(3, state=TrialState.FAIL, values=None, params={"c": (0.1, UNIT)})]
    )
    ped_anova = build(Importance(), study)
    assert set(bars(ped_anova)) == {"a", "b"}
    assert "Left out, for no completed trial has them: c." in ped_anova.notes
    fanova = build(Importance(), study, evaluator="fanova")
    assert set(bars(fanova)) == {"a"}
    reason = "Left out, for not every trial has them with one and the same range: b and c."
    assert reason in fanova.notes
    both = build(Importance(), study, evaluator="fanova", params="param:a,param:b")
    assert set(bars(both)) == {"a", "b"}
    assert both.shown == 20
    lacking = "Not counted, without a finite value or without one of the parameters: "
    assert f"{lacking}20 completed trials." in both.notes
    never = build(Importance(), study, evaluator="fanova", params="param:b,param:c")
    assert never.shown == 0


def test_trials_that_do_not_count() -> None:
    rows = [row(i) for i in range(20)]
    rows += [row(20, values=[float("inf")]), row(21, feasible=False)]
    rows += [row(22, state=TrialState.PRUNED), row(23, state=TrialState.RUNNING, complete=None)]
    result = build(Importance(), study_of(rows), targets="value:0,duration")
    assert (result.shown, result.total) == (22, 24)
    assert "Not counted, without a finite value: 1 completed trial (Objective Value)." in (
        result.notes
    )
    assert "Counted although infeasible: 1 trial." in result.notes


def test_forests_of_some_trials(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "MOST_FOREST_TRIALS", 30)
    result = build(Importance(), study, evaluator="fanova")
    assert (result.shown, result.total) == (30, 60)
    assert "Of 60 trials, 30 at equal distances are used." in result.notes


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ([], "There are no trials yet."),
        ([row(0)], "Importance needs two completed trials at least."),
        ([row(0, values=[float("nan")])] * 3, "Too few trials are left to tell anything."),
    ],
)
def test_too_few_trials(rows: list[Row], note: str) -> None:
    result = build(Importance(), study_of(rows))
    assert result.shown == 0
    assert note in result.notes


def test_trials_that_tell_nothing() -> None:
    result = build(Importance(), study_of([row(i, values=[1.0]) for i in range(10)]))
    assert bars(result) == {"a": 0.5, "b": 0.5}
    same = "The trials do not tell the parameters apart: all are given the same importance."
    assert same in result.notes


def test_a_range_with_nothing_between_its_ends() -> None:
    tiny = FloatDistribution(0.0, 5e-324)
    rows = [row(i, params={"a": (i % 7 / 7, UNIT), "tiny": (0.0, tiny)}) for i in range(60)]
    assert bars(build(Importance(), study_of(rows))) == {"a": 1.0, "tiny": 0.0}


def test_many_parameters_with_long_names() -> None:
    names = [f"{'p' * 50} {i}" for i in range(40)]
    rows = [row(i, params=dict.fromkeys(names, (i / 20, UNIT))) for i in range(20)]
    result = build(Importance(), study_of(rows))
    assert len(bars(result)) == 30
    assert "The first 30 of 40 parameters are drawn." in result.notes
    labels = result.figure["layout"]["yaxis"]["labelalias"]
    assert len(labels) == 30
    assert {len(label) for label in labels.values()} == {40}


def test_names_and_kinds_are_text() -> None:
    params: Any = {"<b>%{x}": (1, IntDistribution(1, 8, log=True))}
    (trace,) = build(Importance(), study_of([row(i, params=params) for i in range(4)])).figure[
        "data"
    ]
    assert trace["y"] == ["&lt;b&gt;%&#123;x}"]
    assert trace["customdata"] == ["integer, log"]


def test_suits() -> None:
    assert not Importance().suits(study_of([Row(values=[1.0])]))
    assert Importance().suits(study_of([row(0)]))

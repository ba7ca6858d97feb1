"""Terminator improvement shows what ``optuna.visualization.plot_terminator_improvement`` shows."""

import random

import optuna
import pytest
from optuna.terminator import BestValueStagnationEvaluator, StaticErrorEvaluator
from optuna.terminator import Terminator as OptunasTerminator

from optuna_dashboard.figures.figure import FigureResult
from optuna_dashboard.figures.options import OptionError
from optuna_dashboard.figures.terminator import Terminator
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.states import TrialState
from tests.figures.column_reader import Row, study_of
from tests.figures.conftest import MakeStudy
from tests.figures.from_optuna import from_optuna
from tests.figures.plotly_json import build, decode, lines_of, points_of, traces_of

pytestmark = [
    pytest.mark.filterwarnings("ignore::optuna.exceptions.ExperimentalWarning"),
    pytest.mark.filterwarnings("ignore:.*terminator.*:FutureWarning"),
]


def improvements(result: FigureResult) -> dict[int, float]:
    return {number: y for number, _, y in points_of(result, "improvement")}


@pytest.mark.parametrize("direction", ["minimize", "maximize"])
@pytest.mark.parametrize("most", [0, 5, 30])
def test_the_numbers_are_optunas(make_study: MakeStudy, direction: str, most: int) -> None:
    study = make_study(direction, constrained=True)
    figure = optuna.visualization.plot_terminator_improvement(
        study,
        plot_error=True,
        improvement_evaluator=BestValueStagnationEvaluator(most),
        min_n_trials=10,
    )
    early, late, error = figure.data
    expected = dict([*zip(early.x, early.y), *zip(late.x, late.y)])
    result = build(Terminator(), from_optuna(study), stagnation=str(most), first="10")
    assert improvements(result) == expected
    (threshold,) = traces_of(result, "threshold")
    assert set(decode(threshold["y"])) == set(error.y)
    assert result.shown == len(expected)


@pytest.mark.parametrize("seed", range(8))
def test_it_stops_where_optuna_stops(seed: int) -> None:
    study, rng = optuna.create_study(), random.Random(seed)
    terminator = OptunasTerminator(
        BestValueStagnationEvaluator(6), StaticErrorEvaluator(0), min_n_trials=10
    )
    stops = []
    for _ in range(30):
        trial = study.ask()
        study.tell(
            trial, state=optuna.trial.TrialState.FAIL
        ) if rng.random() < 0.2 else study.tell(trial, rng.random())
        if terminator.should_terminate(study):
            stops.append(trial.number)
    note, _ = build(Terminator(), from_optuna(study), stagnation="6", first="10").notes
    if stops:
        expected = f"With these options, Optuna's terminator stops the study at trial {stops[0]}."
        assert note == expected
    else:
        assert "not have stopped" in note


def test_it_says_how_far_the_end_is() -> None:
    study = study_of([Row((float(-min(n, 4)),)) for n in range(8)])
    note = build(Terminator(), study, stagnation="10", first="3").notes[0]
    assert note.endswith("it does after 8 more trials without a better value.")
    note = build(Terminator(), study, first="9").notes[0]
    assert note.startswith("There are too few complete trials")
    stopped = build(Terminator(), study, stagnation="2", first="3").notes[0]
    assert stopped.endswith("at trial 7.")


def test_the_line_is_faint_until_it_may_stop() -> None:
    study = study_of([Row((1.0,)) for _ in range(8)])
    faint, line = lines_of(build(Terminator(), study, first="3"), "improvement")
    assert decode(faint["x"]) == [0, 1, 2]
    assert decode(line["x"]) == [2, 3, 4, 5, 6, 7]
    assert faint["opacity"] < 1 == line.get("opacity", 1)
    assert not faint["showlegend"]
    (alone,) = lines_of(build(Terminator(), study), "improvement")
    assert decode(alone["x"]) == list(range(8))
    assert not traces_of(build(Terminator(), study, threshold="false"), "threshold")


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ([], "There are no trials yet."),
        ([Row(state=TrialState.PRUNED)], "No trial is completed yet."),
    ],
)
def test_nothing_to_draw(rows: list[Row], note: str) -> None:
    result = build(Terminator(), study_of(rows))
    assert (result.shown, result.notes[0]) == (0, note)
    assert "PyTorch" in result.notes[1]


@pytest.mark.parametrize(
    ("option", "text"),
    [("stagnation", "1.5"), ("stagnation", "-1"), ("first", "0"), ("first", "")],
)
def test_options_are_whole_numbers(option: str, text: str) -> None:
    with pytest.raises(OptionError, match="it is a whole number from"):
        Terminator().build([study_of([])], {option: text})


def test_whether_it_suits() -> None:
    assert Terminator().suits(study_of([]))
    assert not Terminator().suits(study_of([], Direction.MINIMIZE, Direction.MAXIMIZE))

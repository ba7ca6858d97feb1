"""Filters over columns say what plain Python says of one trial after the other."""

from hypothesis import given, settings

from optuna_dashboard.filter.evaluate import matching
from optuna_dashboard.study import masks
from optuna_dashboard.study.directions import Direction
from tests.figures.column_reader import Row, study_of
from tests.filter.plain import Condition, holds, written
from tests.filter.strategies import conditions, studies_rows

OBJECTIVES = 2


@settings(deadline=None, max_examples=500)
@given(studies_rows(OBJECTIVES), conditions)
def test_columns_and_trials_agree(rows: list[Row], condition: Condition) -> None:
    study = study_of(rows, *[Direction.MINIMIZE] * OBJECTIVES)
    trials = study.trials(range(len(rows)))
    text = written(condition)
    expected = [trial.number for trial in trials if holds(condition, trial, study.best_rows)]
    assert masks.rows_of(matching(study, text)) == expected, text

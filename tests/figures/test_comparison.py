"""Which figures compare studies."""

from datetime import datetime

from optuna_dashboard.figures.comparison import comparing_figures
from optuna_dashboard.study.directions import Direction
from tests.figures.column_reader import Row, study_of

MIN, MAX = Direction.MINIMIZE, Direction.MAXIMIZE


def test_one_objective() -> None:
    figures = comparing_figures([study_of([]), study_of([])])
    assert [(one.key, one.figure.name, dict(one.given)) for one in figures] == [
        ("history", "history", {}),
        ("best-by-trials", "best-value", {"x": "number"}),
        ("best-by-time", "best-value", {"x": "elapsed"}),
        ("edf", "edf", {}),
    ]


def test_several_objectives_have_a_front_and_a_distribution_each() -> None:
    studies = [study_of([], MIN, MAX) for _ in range(3)]
    for study in studies:
        study.header.system_attrs["study:metric_names"] = ["loss", "accuracy"]
    figures = comparing_figures(studies)
    assert [one.key for one in figures] == [
        "pareto-front",
        "hypervolume",
        "history",
        "best-by-trials",
        "best-by-time",
        "edf-0",
        "edf-1",
    ]
    assert figures[-1].title == "Empirical distribution of accuracy"
    assert figures[-1].given == {"target": "value:1"}


def test_what_is_given_is_no_option_any_more() -> None:
    noon = datetime(2024, 5, 1, 12)
    trials = [Row((1.0,), start=noon, complete=noon)]
    studies = [study_of(trials, name=name) for name in "ab"]
    for one in comparing_figures(studies):
        names = {option.name for option in one.options(studies)}
        assert names.isdisjoint(one.given)
        assert one.figure.overlays
        assert one.figure.build(studies, one.given).shown == 2


def test_keys_are_unique() -> None:
    keys = [one.key for one in comparing_figures([study_of([], MIN, MAX, MIN)] * 2)]
    assert len(set(keys)) == len(keys)

"""Which studies can be shown together, and what is said of the others."""

import pytest

from optuna_dashboard.figures.comparable import NotComparableError, check_comparable
from optuna_dashboard.figures.history import History
from optuna_dashboard.figures.subjects import Subject, subjects_of
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.study import Study
from tests.figures.column_reader import study_of

MIN, MAX = Direction.MINIMIZE, Direction.MAXIMIZE
RULE = " Only studies with the same directions in the same order can be compared."


def study(name: str, *directions: Direction, preferential: bool = False) -> Study:
    made = study_of([], *directions, name=name)
    made.header.system_attrs["preference:is_preferential"] = preferential
    return made


def refused(*studies: Study) -> NotComparableError:
    with pytest.raises(NotComparableError) as error:
        check_comparable(subjects_of(studies, list(range(len(studies)))))
    return error.value


def test_the_same_directions_fit() -> None:
    check_comparable(subjects_of([study("a", MIN, MAX), study("b", MIN, MAX)]))
    check_comparable(subjects_of([study("a", MAX)]))


def test_another_direction_does_not() -> None:
    error = refused(study("a", MIN), study("b", MAX))
    assert str(error) == "“b” (maximize) cannot be compared with “a” (minimize)." + RULE
    assert error.ids == (1,)


def test_number_and_order_count() -> None:
    error = refused(
        study("a", MIN, MAX), study("b", MAX, MIN), study("c", MIN, MAX), study("d", MIN)
    )
    assert str(error) == (
        "“b” (maximize, minimize) and “d” (minimize) cannot be compared with the others "
        "(minimize, maximize)." + RULE
    )
    assert error.ids == (1, 3)


def test_what_most_have_is_what_the_others_must_have() -> None:
    assert refused(study("a", MIN), study("b", MAX), study("c", MAX)).ids == (0,)


def test_a_direction_that_was_never_set_is_one_of_its_own() -> None:
    error = refused(study("a", MIN), study("b", Direction.NOT_SET))
    assert str(error).startswith("“b” (not set) cannot be compared with “a” (minimize).")


def test_preferential_studies_never_fit() -> None:
    preferential = study("p", MIN, preferential=True)
    assert refused(study("a", MIN), preferential).ids == (1,)
    error = refused(preferential, study("q", MIN, preferential=True))
    assert str(error) == (
        "“p” (preferential) and “q” (preferential) cannot be compared: "
        "trials of preferential studies have no values."
    )
    assert error.ids == (0, 1)


def test_a_single_study_is_named_by_its_name() -> None:
    subject = Subject(study("p", MIN, preferential=True), 5)
    with pytest.raises(NotComparableError, match="“p”"):
        check_comparable([subject])


def test_studies_of_one_name_are_told_apart_in_the_reason() -> None:
    studies = [study("s", MIN), study("s", MAX)]
    with pytest.raises(NotComparableError, match=r"“s \(b\.db\)” \(maximize\)"):
        History().build(studies, {}, [1, 2], origins=["a.db", "b.db"])

"""Labels of studies, and the signs that go with colours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.figures.subjects import MOST_STUDIES, Subject, shortened, study_labels
from tests.figures.column_reader import study_of

NAMES = st.text("ab #…\n", max_size=60)
COLORS = 8  # of the page, see web/src/figure/roles.ts


@pytest.mark.parametrize(
    ("names", "origins", "labels"),
    [
        (["a", "b"], ["x.db", "y.db"], ["a", "b"]),
        (["a", "b", "a"], ["x.db", "x.db", "y.db"], ["a (x.db)", "b", "a (y.db)"]),
        (["a", "a"], ["x.db", "x.db"], ["a", "a #2"]),
        (["a", "a", "a"], ["x.db", "x.db", "y.db"], ["a (x.db)", "a (x.db) #2", "a (y.db)"]),
        (["a", "a"], [], ["a", "a #2"]),
        (["a #2", "a", "a"], [], ["a #2", "a", "a #3"]),
        (["", " \n"], ["x.db", "y.db"], ["(no name) (x.db)", "(no name) (y.db)"]),
        (["line\nbreak", "line break"], [], ["line break", "line break #2"]),
    ],
)
def test_labels(names: list[str], origins: list[str], labels: list[str]) -> None:
    assert study_labels(names, origins) == labels


def test_names_of_a_series_differ_at_their_end() -> None:
    names = [f"tuning-of-the-large-model-on-the-new-data-seed-{seed}" for seed in (1, 2)]
    assert study_labels(names) == [
        "tuning-of-the-large-mod…-new-data-seed-1",
        "tuning-of-the-large-mod…-new-data-seed-2",
    ]


def test_a_label_with_its_origin_is_short_too() -> None:
    names, origins = [50 * "n"] * 2, [f"{40 * 'f'}-{i}.db" for i in (1, 2)]
    labels = study_labels(names, origins)
    assert labels[0] == f"{15 * 'n'}…{10 * 'n'} ({11 * 'f'}…fff-1.db)"
    assert max(map(len, labels)) <= 50


@given(st.lists(st.tuples(NAMES, st.sampled_from(["x.db", "y.db"])), max_size=12))
def test_no_two_labels_are_alike(studies: list[tuple[str, str]]) -> None:
    names, origins = [name for name, _ in studies], [origin for _, origin in studies]
    for labels in (study_labels(names), study_labels(names, origins)):
        assert len(set(labels)) == len(labels) == len(studies)


@given(st.text(max_size=80), st.integers(10, 60))
def test_shortened_texts_are_short(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


def test_no_two_studies_have_the_same_signs() -> None:
    study = study_of([])
    subjects = [Subject(study, 1, "x", place) for place in range(MOST_STUDIES)]
    for sign in ("shape", "dash"):
        signs = [(place % COLORS, getattr(one, sign)) for place, one in enumerate(subjects)]
        assert len(set(signs)) == MOST_STUDIES

"""Figures saved with a study are figures of it."""

import json
from dataclasses import replace

import pytest

from optuna_dashboard.figures.figure import FigureError
from optuna_dashboard.figures.registry import figures_of, find_figure
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.study import Study
from tests.figures.column_reader import ColumnReader, Row, study_of
from tests.figures.plotly_json import build

UUID = "1b4e28ba-2fa1-11d2-883f-0016d3cca427"


def study_with(**plots: str) -> Study:
    """A study with one trial and these figures, by id."""
    attrs: dict[str, JSON] = {
        f"dashboard:plot_data:{plot_id}:0": text for plot_id, text in plots.items()
    }
    header = replace(study_of([]).header, system_attrs=attrs)
    return Study(header, ColumnReader(1, [Row((1.0,))]))


def test_they_come_after_the_others() -> None:
    figure = {"data": [{"y": [1]}], "layout": {"title": {"text": "Confusion"}}}
    study = study_with(a=json.dumps(figure), b="{}")
    *_, first, second = figures_of(study)
    assert (first.name, first.title) == ("user:a", "Confusion")
    assert (second.name, second.title) == ("user:b", "b")
    result = build(find_figure("user:a", study), study, ids=[7])
    meta = {"role": "saved", "study": 7, "numbers": []}
    assert result.figure == {"data": [{"y": [1], "meta": meta}], "layout": {}}
    assert (result.shown, result.total, result.options) == (None, 1, [])
    assert build(second, study).notes == ["There is nothing in this figure."]


@pytest.mark.parametrize(
    ("plot_id", "name", "title"),
    [
        ("a:b", "user:a:b", "a:b"),
        ("/x.y%", "user:%2Fx%2Ey%25", "/x.y%"),
        ("é", "user:%C3%A9", "é"),
        (UUID, f"user:{UUID}", "Saved figure"),
        ("x" * 100, "user:" + "x" * 100, "x" * 79 + "…"),
    ],
)
def test_names_and_titles(plot_id: str, name: str, title: str) -> None:
    study = study_with(**{plot_id: "{}"})
    *_, figure = figures_of(study)
    assert (figure.name, figure.title) == (name, title)
    assert find_figure(name, study).name == name
    with pytest.raises(KeyError):
        find_figure("user:nope", study)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "What is saved as “a” is not valid JSON."),
        ("[" * 10_000, "What is saved as “a” is not valid JSON."),
        ("[1]", "What is saved as “a” is no figure: it is not a JSON object."),
    ],
)
def test_what_is_broken_is_told(text: str, reason: str) -> None:
    study = study_with(a=text)
    *_, figure = figures_of(study)
    assert figure.title == "a"
    with pytest.raises(FigureError) as error:
        figure.build([study], {})
    assert str(error.value) == reason


def test_a_figure_of_another_study_does_not_suit() -> None:
    *_, figure = figures_of(study_with(a="{}"))
    assert not figure.suits(study_with(a="{ }"))

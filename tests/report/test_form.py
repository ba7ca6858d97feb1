"""The form of a study in its report."""

from optuna_dashboard.report.form import form
from optuna_dashboard.study.attrs.widgets import OutputType, form_widgets_setting
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.study import Study
from tests.figures.column_reader import Row, study_of

MOOD: dict[str, JSON] = {
    "type": "choice",
    "description": "How <nice>?",
    "choices": ["Good", "Bad"],
    "values": [1, -1],
}
LIGHT: dict[str, JSON] = {"type": "slider", "description": "How bright?", "min": 0, "max": 2.5}
MARKS: JSON = [{"label": "dim", "value": 0}, {"label": "fine", "value": 1}]


def study_with(kind: OutputType, *widgets: dict[str, JSON]) -> Study:
    directions = (Direction.MINIMIZE, Direction.MAXIMIZE)
    key, value = form_widgets_setting(kind, widgets)
    attrs: dict[str, JSON] = {key: value}
    return study_of([Row((1.0, 2.0))], *directions, system_attrs=attrs)


def test_answers_that_become_values() -> None:
    program: dict[str, JSON] = {"type": "user_attr", "key": "size"}
    seconds: dict[str, JSON] = {"type": "text", "description": "How long?"}
    [answers] = list(form(study_with("objective", program, seconds)))[2:-1]
    assert answers == (
        '<dl class="values"><div><dt>How long?</dt>'
        "<dd>A number; becomes Objective 1</dd></div></dl>"
    )
    study = study_with("objective", MOOD, {**LIGHT, "labels": MARKS}, program)
    assert list(form(study)) == [
        '<section aria-labelledby="form"><h2 id="form">Form</h2>',
        '<p class="note">What people are asked about a trial.</p>',
        '<dl class="values"><div><dt>How &lt;nice&gt;?</dt>'
        "<dd>One of Good, Bad; becomes Objective 0</dd></div>"
        "<div><dt>How bright?</dt>"
        "<dd>A number from 0 to 2.5 (dim and fine); becomes Objective 1</dd></div></dl>",
        "</section>",
    ]


def test_answers_that_become_attributes() -> None:
    text: dict[str, JSON] = {"type": "text", "optional": True, "user_attr_key": "remark"}
    study = study_with("user_attr", text, {"type": "slider"}, {"type": "choice"}, {"type": "new"})
    [answers] = list(form(study))[2:-1]
    assert answers == (
        '<dl class="values"><div><dt>remark</dt>'
        "<dd>A text, or nothing; becomes the user attribute remark</dd></div>"
        "<div><dt>(no question)</dt><dd>A number; becomes nothing</dd></div>"
        "<div><dt>(no question)</dt><dd>A choice; becomes nothing</dd></div></dl>"
    )


def test_nothing_where_nobody_is_asked() -> None:
    assert list(form(study_of([]))) == []
    assert list(form(study_with("objective", {"type": "user_attr", "key": "size"}))) == []

"""What people are asked about a trial, and what they said, as our pages show it."""

from pathlib import Path

import optuna
import pytest

from tests.api.client import ApiClient, Json

CHOICE = {
    "type": "choice",
    "description": "How is it?",
    "choices": ["Good", "Bad"],
    "values": [1.0, -1.0],
    "user_attr_key": "mood",
}
SLIDER = {
    "type": "slider",
    "description": "How bright?",
    "min": 0.0,
    "max": 10.0,
    "step": None,
    "labels": [{"value": 5.0, "label": "as it should be"}],
    "user_attr_key": "brightness",
}
TEXT = {"type": "text", "description": "Why?", "optional": True, "user_attr_key": "why"}
REFERENCE = {"type": "user_attr", "key": "distance"}

NOTHING: Json = {"choices": [], "low": None, "high": None, "step": None, "optional": False}


class Asked:
    """A study with two objectives and a form."""

    def __init__(self, file: Path) -> None:
        self.file = file
        url = f"sqlite:///{file}"
        self.study = optuna.create_study(storage=url, directions=["maximize", "minimize"])

    def form(self, key: str, value: Json) -> None:
        self.study._storage.set_study_system_attr(self.study._study_id, key, value)

    def overview(self) -> Json:
        return ApiClient(self.file).json("/api/studies/1/summary")["form"]

    def said(self, number: int) -> Json:
        return ApiClient(self.file).json(f"/api/studies/1/trials/{number}")["form"]


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(tmp_path / "study.db")


def test_answers_that_become_user_attributes(asked: Asked) -> None:
    asked.form(
        "dashboard:form_widgets:v2",
        {"output_type": "user_attr", "widgets": [CHOICE, SLIDER, TEXT]},
    )
    trial = asked.study.ask()
    assert asked.said(0) == []
    trial.set_user_attr("mood", -1.0)
    trial.set_user_attr("brightness", 7)
    assert asked.overview() == {
        "output_type": "user_attr",
        "fields": [
            {
                **NOTHING,
                "type": "choice",
                "label": "How is it?",
                "objective": None,
                "place": None,
                "user_attr": "mood",
                "choices": [{"label": "Good", "value": 1.0}, {"label": "Bad", "value": -1.0}],
            },
            {
                **NOTHING,
                "type": "slider",
                "label": "How bright?",
                "objective": None,
                "place": None,
                "user_attr": "brightness",
                "choices": [{"label": "as it should be", "value": 5.0}],
                "low": 0.0,
                "high": 10.0,
            },
            {
                **NOTHING,
                "type": "text",
                "label": "Why?",
                "objective": None,
                "place": None,
                "user_attr": "why",
                "optional": True,
            },
        ],
    }
    assert asked.said(0) == [
        {"label": "How is it?", "answer": -1.0, "choice": "Bad"},
        {"label": "How bright?", "answer": 7, "choice": None},
        {"label": "Why?", "answer": None, "choice": None},
    ]


def test_answers_that_become_values(asked: Asked) -> None:
    widgets = [{**CHOICE, "user_attr_key": None}, REFERENCE]
    asked.form("dashboard:objective_form_widgets:v1", widgets)
    trial = asked.study.ask()
    trial.set_user_attr("distance", 3.5)
    assert [
        (one["objective"], one["place"], one["user_attr"]) for one in asked.overview()["fields"]
    ] == [("Objective 0", 0, None), ("Objective 1", 1, "distance")]
    assert asked.said(0) == [
        {"label": "How is it?", "answer": None, "choice": None},
        {"label": "distance", "answer": 3.5, "choice": None},
    ]
    asked.study.tell(trial, [1.0, float("inf")])
    assert asked.said(0) == [
        {"label": "How is it?", "answer": 1.0, "choice": "Good"},
        {"label": "distance", "answer": "inf", "choice": None},
    ]


def test_a_field_that_is_not_known_leaves_its_value_to_nobody(asked: Asked) -> None:
    widgets = [{"type": "unheard of"}, TEXT, TEXT]
    asked.form("dashboard:form_widgets:v2", {"output_type": "objective", "widgets": widgets})
    fields = asked.overview()["fields"]
    assert [(one["objective"], one["place"]) for one in fields] == [
        ("Objective 1", 1),
        (None, None),
    ]


@pytest.mark.parametrize(
    "widgets",
    [
        [],
        [{"type": ["choice"]}, {"type": "unheard of"}],
        "no list",
    ],
)
def test_a_form_without_a_field_is_none(asked: Asked, widgets: Json) -> None:
    asked.form("dashboard:form_widgets:v2", {"output_type": "user_attr", "widgets": widgets})
    asked.study.ask()
    assert (asked.overview(), asked.said(0)) == (None, [])


def test_a_damaged_field_keeps_what_can_be_read(asked: Asked) -> None:
    widgets = [
        {
            "type": "slider",
            "min": 10**400,
            "max": True,
            "step": "x",
            "labels": [1, {}, {"label": "x"}],
        },
        {"type": "choice", "description": 5, "choices": ["a", "b"], "values": [{"x": 1}]},
        {"type": "text", "user_attr_key": ["k"], "optional": "yes"},
    ]
    asked.form("dashboard:form_widgets:v2", {"output_type": "user_attr", "widgets": widgets})
    one = {**NOTHING, "objective": None, "place": None, "user_attr": None}
    assert asked.overview()["fields"] == [
        {**one, "type": "slider", "label": "", "choices": [{"label": "x", "value": None}]},
        {**one, "type": "choice", "label": "5", "choices": [{"label": "a", "value": {"x": 1}}]},
        {**one, "type": "text", "label": ""},
    ]

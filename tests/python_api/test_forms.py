"""Forms that programs give people to fill in."""

import optuna
import pytest

import optuna_dashboard
from optuna_dashboard import (
    ChoiceWidget,
    ObjectiveFormWidget,
    ObjectiveUserAttrRef,
    SliderWidget,
    TextInputWidget,
    dict_to_form_widget,
    register_objective_form_widgets,
    register_user_attr_form_widgets,
)
from tests.api.written import Written

CHOICE = ChoiceWidget(["Good", "Bad"], [-1, 1.5], "How is it?")
SLIDER = SliderWidget(0, 10, 0.5, [(0, "none"), (10, "much")], user_attr_key="much")
TEXT = TextInputWidget("Say it", "said", optional=True)
REF = ObjectiveUserAttrRef("measured")
STORED = [
    (
        CHOICE,
        {
            "type": "choice",
            "description": "How is it?",
            "choices": ["Good", "Bad"],
            "values": [-1, 1.5],
            "user_attr_key": None,
        },
    ),
    (
        SLIDER,
        {
            "type": "slider",
            "description": None,
            "min": 0,
            "max": 10,
            "step": 0.5,
            "labels": [{"value": 0, "label": "none"}, {"value": 10, "label": "much"}],
            "user_attr_key": "much",
        },
    ),
    (
        SliderWidget(0, 1),
        {
            "type": "slider",
            "description": None,
            "min": 0,
            "max": 1,
            "step": None,
            "labels": None,
            "user_attr_key": None,
        },
    ),
    (
        TEXT,
        {"type": "text", "description": "Say it", "user_attr_key": "said", "optional": True},
    ),
    (
        TextInputWidget(),
        {"type": "text", "description": None, "user_attr_key": None, "optional": False},
    ),
    (REF, {"type": "user_attr", "key": "measured"}),
]


@pytest.mark.parametrize(("widget", "stored"), STORED, ids=range(len(STORED)))
def test_how_a_widget_is_stored(widget: ObjectiveFormWidget, stored: dict[str, object]) -> None:
    assert widget.to_dict() == stored
    assert dict_to_form_widget(stored) == widget


def test_a_widget_of_no_known_type() -> None:
    for stored in ({"type": "radio"}, {}, {"type": None}):
        with pytest.raises(ValueError, match="no widget of the type"):
            dict_to_form_widget(stored)


def test_a_form_of_objectives(written: Written) -> None:
    register_objective_form_widgets(written.study(), [CHOICE])
    stored = {"output_type": "objective", "widgets": [CHOICE.to_dict()]}
    assert written.system_attrs() == {"dashboard:form_widgets:v2": stored}
    assert written.detail()["form_widgets"] == stored
    [field] = written.api.json(f"{written.address()}/summary")["form"]["fields"]
    assert (field["label"], field["objective"]) == ("How is it?", "Objective Value")
    # One form at a time.
    register_objective_form_widgets(written.study(), [REF])
    assert written.detail()["form_widgets"]["widgets"] == [REF.to_dict()]


def test_a_form_of_objectives_that_is_none() -> None:
    study = optuna.create_study(directions=["minimize", "maximize"])
    for widgets in ([], [CHOICE], [CHOICE, CHOICE, CHOICE]):
        with pytest.raises(ValueError, match=f"2 objectives, .* not {len(widgets)}"):
            register_objective_form_widgets(study, widgets)
    assert study._storage.get_study_system_attrs(study._study_id) == {}


def test_a_key_that_is_of_no_use() -> None:
    study = optuna.create_study()
    with pytest.warns(UserWarning, match="`user_attr_key` is not used") as told:
        register_objective_form_widgets(study, [SLIDER])
    assert told[0].filename == __file__
    [form] = study._storage.get_study_system_attrs(study._study_id).values()
    assert form["widgets"] == [SLIDER.to_dict()]


def test_a_form_of_user_attributes(written: Written) -> None:
    register_user_attr_form_widgets(written.study(), [SLIDER, TEXT])
    stored = {"output_type": "user_attr", "widgets": [SLIDER.to_dict(), TEXT.to_dict()]}
    assert written.system_attrs() == {"dashboard:form_widgets:v2": stored}
    assert written.detail()["form_widgets"] == stored


@pytest.mark.parametrize(
    ("widgets", "reason"),
    [
        ([REF], "ObjectiveUserAttrRef cannot stand"),
        ([SLIDER, CHOICE], "no `user_attr_key`"),
        ([SLIDER, TEXT, SLIDER], "the same `user_attr_key`"),
    ],
)
def test_a_form_of_user_attributes_that_is_none(
    widgets: list[ObjectiveFormWidget], reason: str
) -> None:
    study = optuna.create_study()
    with pytest.raises(ValueError, match=reason):
        register_user_attr_form_widgets(study, widgets)
    assert study._storage.get_study_system_attrs(study._study_id) == {}


def test_names_that_widgets_had_at_first() -> None:
    assert optuna_dashboard.ObjectiveChoiceWidget is ChoiceWidget
    assert optuna_dashboard.ObjectiveSliderWidget is SliderWidget
    assert optuna_dashboard.ObjectiveTextInputWidget is TextInputWidget


def test_names_of_objectives() -> None:
    study = optuna.create_study()
    with (
        pytest.warns(optuna.exceptions.ExperimentalWarning),
        pytest.warns(FutureWarning, match=r"Use `study\.set_metric_names\(\)`") as told,
    ):
        optuna_dashboard.set_objective_names(study, ["loss"])
    assert told[0].filename == __file__
    assert study.metric_names == ["loss"]


def test_how_a_trial_is_shown_when_it_is_compared(written: Written) -> None:
    study = written.study()
    register = optuna_dashboard.register_preference_feedback_component
    for arguments, stored in (
        (("artifact", "image"), {"output_type": "artifact", "artifact_key": "image"}),
        (("note",), {"output_type": "note"}),
    ):
        register(study, *arguments)
        assert written.system_attrs() == {"preference:component": stored}
        assert written.detail()["feedback_component_type"] == stored
    with pytest.raises(ValueError, match="takes an artifact_key"):
        register(study, "artifact")
    with pytest.raises(ValueError, match="either 'note' or 'artifact'"):
        register(study, "picture")  # type: ignore[arg-type]


def test_every_name_is_there_and_typed() -> None:
    for name in optuna_dashboard.__all__:
        assert getattr(optuna_dashboard, name) is not None

"""Readers of what dashboards keep in attributes: odd and damaged forms."""

import json

import pytest

from optuna_dashboard.study.attrs.artifacts import Artifact, read_artifacts
from optuna_dashboard.study.attrs.notes import NO_NOTE, Note, read_notes
from optuna_dashboard.study.attrs.plots import SavedPlot, read_saved_plots
from optuna_dashboard.study.attrs.preferences import (
    FeedbackComponent,
    read_feedback_component,
    read_history,
    read_preferences,
)
from optuna_dashboard.study.attrs.widgets import FormWidgets, read_form_widgets
from optuna_dashboard.study.json import JSON


def test_chunks_of_a_note_are_joined_in_order_of_their_numbers() -> None:
    chunks: dict[str, JSON] = {f"dashboard:note_str:{i}": f"{i} " for i in reversed(range(12))}
    notes = read_notes({**chunks, "dashboard:note_ver": 2})
    assert notes.study == Note(2, "0 1 2 3 4 5 6 7 8 9 10 11 ")


def test_a_note_with_gaps_and_surplus_chunks() -> None:
    notes = read_notes(
        {
            "dashboard:7:note_ver": 5,
            "dashboard:7:note_str:1": "b",
            "dashboard:7:note_str:3": "",
            "dashboard:7:note_str:4": "d",
            "dashboard:8:note_ver": "not a number",
            "dashboard:note_version": 1,
            "other": 1,
        }
    )
    assert notes.of(7) == Note(5, "bd")
    assert notes.of(8) == notes.of(9) == notes.study == NO_NOTE


def test_artifacts_with_parts_missing() -> None:
    artifacts = read_artifacts(
        {
            "artifacts:a": json.dumps({"artifact_id": "a"}),
            "artifacts:b": "not JSON",
            "artifacts:c": None,
            "dashboard:artifacts:3:d": {"filename": "d.txt", "mimetype": "text/plain"},
            "dashboard:artifacts:x:e": "null",
        }
    )
    assert artifacts.study == [Artifact("a", "a", "application/octet-stream", None)]
    assert artifacts.of(3, {}) == [Artifact("d", "d.txt", "text/plain", None)]
    assert artifacts.of(4, {}) == []


@pytest.mark.parametrize(
    ("attrs", "form"),
    [
        ({}, None),
        ({"dashboard:objective_form_widgets:v1": [{"a": 1}]}, ("objective", [{"a": 1}])),
        ({"dashboard:objective_form_widgets": '[{"a": 1}]'}, ("objective", [{"a": 1}])),
        ({"dashboard:objective_form_widgets": "broken"}, None),
        ({"dashboard:form_widgets:v2": {"output_type": "user_attr"}}, None),
        ({"dashboard:form_widgets:v2": {"output_type": "else", "widgets": []}}, None),
        (
            {"dashboard:form_widgets:v2": {"output_type": "user_attr", "widgets": [{}, 1]}},
            ("user_attr", [{}]),
        ),
    ],
)
def test_form_widgets(attrs: dict[str, JSON], form: tuple[str, list[JSON]] | None) -> None:
    assert read_form_widgets(attrs) == (form and FormWidgets(*form))  # type: ignore[arg-type]


def test_plots_that_were_replaced_or_emptied() -> None:
    attrs: dict[str, JSON] = {
        "dashboard:plot_data:p:1": "second",
        "dashboard:plot_data:p:0": "first ",
        "dashboard:plot_data:gone:0": "",
        "dashboard:plot_data:no chunk": "x",
        "dashboard:plot_data:q:x": "x",
    }
    assert read_saved_plots(attrs) == [SavedPlot("p", "first second")]


def test_preferences_that_are_damaged_cost_only_themselves() -> None:
    said = {
        "mode": "ChooseWorst",
        "id": "1",
        "timestamp": "2026",
        "candidates": [1, 2],
        "clicked": 2,
        "preferences": [[1, 2]],
    }
    attrs: dict[str, JSON] = {
        "preference:values1": [[1, 2]],
        "preference:values2": [[1]],
        "preference:values3": "?",
        "preference:values4": [[3, 4], [5, "6"]],
        "preference:values5": [[3, 4], 5],
        "preference:history1": json.dumps(said),
        "preference:history2": "broken",
        "preference:history3": json.dumps({**said, "clicked": None}),
        "preference:skip_trial:4": True,
        "preference:skip_trial:x": True,
    }
    preferences = read_preferences(attrs)
    assert preferences.pairs == [(1, 2)]
    assert [feedback.id for feedback in read_history(attrs)] == ["1"]
    assert preferences.skipped_trial_ids == [4]
    assert preferences.best_numbers([]) == [1]
    assert preferences.best_numbers([1]) == []


def test_feedback_component() -> None:
    note = FeedbackComponent("note")
    assert read_feedback_component({}) == note
    assert read_feedback_component({"preference:component": "note"}) == note
    artifact: JSON = {"output_type": "artifact", "artifact_key": "image"}
    component = read_feedback_component({"preference:component": artifact})
    assert component == FeedbackComponent("artifact", "image")

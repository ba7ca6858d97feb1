"""What dashboards keep in system attributes, as GET /api/studies/<id> tells it."""

import json
from pathlib import Path

import optuna
import pytest

from tests.api.client import ApiClient, Json


class Writer:
    """A study whose system attributes are written as dashboards write them."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "study.db"
        self.study = optuna.create_study(storage=f"sqlite:///{self.file}")
        self.storage = self.study._storage

    def study_attr(self, key: str, value: Json) -> None:
        self.storage.set_study_system_attr(self.study._study_id, key, value)

    def add_trial(self) -> int:
        self.study.add_trial(optuna.create_trial(value=1.0))
        return self.study.trials[-1]._trial_id

    def waiting_trial(self) -> int:
        self.study.enqueue_trial({"x": 1.5, "kind": None})
        return self.study.trials[-1]._trial_id

    def read(self) -> Json:
        return ApiClient(self.file).json(f"/api/studies/{self.study._study_id}")


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(tmp_path)


def artifact(artifact_id: str) -> Json:
    return {
        "artifact_id": artifact_id,
        "filename": f"{artifact_id}.png",
        "mimetype": "image/png",
        "encoding": None,
    }


def test_notes(writer: Writer) -> None:
    first, second = writer.add_trial(), writer.add_trial()
    writer.study_attr("dashboard:note_ver", 3)
    writer.study_attr("dashboard:note_str:0", "# Title\n")
    writer.study_attr("dashboard:note_str:1", "body")
    writer.study_attr(f"dashboard:{second}:note_ver", 1)
    writer.study_attr(f"dashboard:{second}:note_str:0", "of a trial")
    detail = writer.read()
    assert detail["note"] == {"version": 3, "body": "# Title\nbody"}
    assert [trial["note"] for trial in detail["trials"]] == [
        {"version": 0, "body": ""},
        {"version": 1, "body": "of a trial"},
    ]
    assert first != second


def test_artifacts_in_all_three_places(writer: Writer) -> None:
    trial_id = writer.waiting_trial()
    writer.study_attr("artifacts:s", json.dumps(artifact("s")))
    writer.study_attr("artifacts:gone", "null")
    writer.study_attr(f"dashboard:artifacts:{trial_id}:old", json.dumps(artifact("old")))
    writer.study_attr(f"dashboard:artifacts:{trial_id}:gone", "null")
    set_attr = writer.storage.set_trial_system_attr
    set_attr(trial_id, "artifacts:new", json.dumps(artifact("new")))
    set_attr(trial_id, "artifacts:gone", json.dumps(artifact("gone")))
    detail = writer.read()
    assert detail["artifacts"] == [artifact("s")]
    [trial] = detail["trials"]
    assert sorted(one["artifact_id"] for one in trial["artifacts"]) == ["new", "old"]
    assert trial["fixed_params"] == [
        {"name": "x", "param_external_value": "1.5"},
        {"name": "kind", "param_external_value": "None"},
    ]


def test_plots_whose_ids_hold_colons(writer: Writer) -> None:
    writer.study_attr("dashboard:plot_data:a:0", '{"data": [], ')
    writer.study_attr("dashboard:plot_data:a:1", '"layout": {}}')
    writer.study_attr("dashboard:plot_data:a:2", "")
    writer.study_attr("dashboard:plot_data:a:b:0", '{"data": [1]}')
    assert writer.read()["plotly_graph_objects"] == [
        {"id": "a", "graph_object": '{"data": [], "layout": {}}'},
        {"id": "a:b", "graph_object": '{"data": [1]}'},
    ]


def test_form_widgets(writer: Writer) -> None:
    assert "form_widgets" not in writer.read()
    widgets = [{"type": "text", "description": "Why?", "user_attr_key": "w", "optional": True}]
    writer.study_attr("dashboard:objective_form_widgets", json.dumps(widgets))
    assert writer.read()["form_widgets"] == {"output_type": "objective", "widgets": widgets}
    form = {"output_type": "user_attr", "widgets": widgets}
    writer.study_attr("dashboard:form_widgets:v2", form)
    assert writer.read()["form_widgets"] == form


def test_preferences(writer: Writer) -> None:
    ids = [writer.add_trial() for _ in range(4)]
    writer.study_attr("preference:is_preferential", True)
    writer.study_attr("preference:component", {"output_type": "artifact", "artifact_key": "img"})
    later = feedback("b", "2026-01-02T00:00:00", clicked=1, better=[0, 3])
    earlier = feedback("a", "2026-01-01T00:00:00", clicked=2, better=[0])
    writer.study_attr("preference:historyb", json.dumps(later))
    writer.study_attr("preference:valuesb", later["preferences"])
    writer.study_attr("preference:historya", json.dumps(earlier))
    writer.study_attr("preference:valuesa", [])
    writer.study_attr(f"preference:skip_trial:{ids[3]}", True)
    detail = writer.read()
    assert detail["is_preferential"] is True
    assert detail["preference_history"] == [
        {"history": earlier, "is_removed": True},
        {"history": later, "is_removed": False},
    ]
    assert detail["preferences"] == [[0, 1], [3, 1]]
    assert detail["skipped_trial_numbers"] == [3]
    assert [trial["number"] for trial in detail["best_trials"]] == [0]
    component = {"output_type": "artifact", "artifact_key": "img"}
    assert detail["feedback_component_type"] == component


def feedback(feedback_id: str, timestamp: str, clicked: int, better: list[int]) -> Json:
    return {
        "mode": "ChooseWorst",
        "id": feedback_id,
        "timestamp": timestamp,
        "candidates": [*better, clicked],
        "clicked": clicked,
        "preferences": [[number, clicked] for number in better],
    }

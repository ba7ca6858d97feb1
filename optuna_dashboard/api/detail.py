"""GET /api/studies/<id>: a whole study in one answer, for existing clients; and its end."""

from collections.abc import Iterator
from typing import Any

import falcon

from optuna_dashboard.api.body import read_json
from optuna_dashboard.api.deletion import delete_study
from optuna_dashboard.api.detail_schema import (
    StudyDetail,
    StudyDetailHead,
    UnionUserAttr,
)
from optuna_dashboard.api.encode import dumps
from optuna_dashboard.api.facts import DIRECTION_NAMES
from optuna_dashboard.api.preference_json import feedback_component_json, preferences_json
from optuna_dashboard.api.request_schema import DeletionRequest
from optuna_dashboard.api.resource import Query, Resource, Write, bad_request
from optuna_dashboard.api.spaces import search_spaces
from optuna_dashboard.api.stored import artifacts_json, note_json
from optuna_dashboard.api.text import attrs_text
from optuna_dashboard.api.trial_writer import TrialWriter
from optuna_dashboard.study.attrs.artifacts import read_artifacts
from optuna_dashboard.study.attrs.notes import read_notes
from optuna_dashboard.study.attrs.widgets import read_form_widgets
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_MOST_AT_ONCE = 1_000


class StudyDetailResource(Resource):
    path = "/api/studies/{study_id:id}"
    answer = StudyDetail
    summary = "A study with all its trials; large, pages ask for less"
    query = (
        Query("after", {"type": "integer", "minimum": 0}, "leave out so many trials at the start"),
    )
    writes = (Write("DELETE", "DeleteStudy", "Delete a study", DeletionRequest),)

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        _, study = self.find(params["study_id"])
        rows = range(_after(req), len(study.index))
        best = study.best_rows
        is_large = len(rows) + len(best) > _MOST_AT_ONCE
        attrs = study.attrs() if is_large else study.attrs_of([*rows, *best])
        writer = TrialWriter(study, params["study_id"], attrs)
        resp.content_type = falcon.MEDIA_JSON
        text = _json(_head(study), writer, rows, best)
        if is_large:
            # The whole text is hundreds of megabytes for a large study.
            resp.stream = text
        else:
            resp.data = b"".join(text)

    def on_delete(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        with_files = read_json(req).get("remove_associated_artifacts", True)
        if not isinstance(with_files, bool):
            raise bad_request("remove_associated_artifacts has to be true or false.")
        delete_study(source, study, self.catalog.artifacts if with_files else None)
        resp.status = falcon.HTTP_204


def _after(req: falcon.Request) -> int:
    text = req.get_param("after") or "0"
    try:
        after = int(text[:18])
    except ValueError:
        raise bad_request("`after` should be an integer.") from None
    if after < 0:
        raise bad_request("`after` should be larger or equal 0.")
    return after


def _json(
    head: StudyDetailHead, writer: TrialWriter, rows: range, best: list[int]
) -> Iterator[bytes]:
    yield dumps(head)[:-1] + b',"trials":['
    for chunk in writer.chunks(rows):
        yield chunk.encode()
    yield b'],"best_trials":['
    for chunk in writer.chunks(best):
        yield chunk.encode()
    yield b"]}"


def _head(study: Study) -> StudyDetailHead:
    header = study.header
    system = header.system_attrs
    intersection, union = search_spaces(study)
    head: StudyDetailHead = {
        "name": header.name,
        "directions": [DIRECTION_NAMES[direction] for direction in header.directions],
        "user_attrs": attrs_text(header.user_attrs),
        "artifacts": artifacts_json(read_artifacts(system).study),
        "intersection_search_space": intersection,
        "union_search_space": union,
        "union_user_attrs": _union_user_attrs(study),
        "has_intermediate_values": _has_intermediate_values(study),
        "note": note_json(read_notes(system).study),
        "is_preferential": header.is_preferential,
        "feedback_component_type": feedback_component_json(study),
        "plotly_graph_objects": [
            {"id": plot.id, "graph_object": plot.figure} for plot in study.saved_plots
        ],
    }
    _add_optional(head, study)
    return head


def _add_optional(head: StudyDetailHead, study: Study) -> None:
    """Keys that are there only when the study has something to say."""
    header = study.header
    if header.metric_names:
        head["objective_names"] = header.metric_names
    form = read_form_widgets(header.system_attrs)
    if form:
        head["form_widgets"] = {
            "output_type": form.output_type,
            "widgets": [dict(widget) for widget in form.widgets],
        }
    if header.is_preferential:
        preferences = preferences_json(study)
        head["preference_history"] = preferences["preference_history"]
        head["preferences"] = preferences["preferences"]
        head["skipped_trial_numbers"] = preferences["skipped_trial_numbers"]


def _union_user_attrs(study: Study) -> list[UnionUserAttr]:
    kinds = study.user_attr_kinds.of_all
    return [{"key": key, "sortable": is_number} for key, is_number in kinds.items()]


def _has_intermediate_values(study: Study) -> bool:
    """Whether any trial that did not fail has some."""
    if not study.has_intermediate_values:
        return False
    offsets = study.intermediate_values.offsets
    return any(
        state != TrialState.FAIL and offsets[row] < offsets[row + 1]
        for row, state in enumerate(study.index.states)
    )

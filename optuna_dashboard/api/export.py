"""GET /api/studies/<id>/export: chosen trials as a JSON file."""

from collections.abc import Iterator, Sequence

import falcon

from optuna_dashboard.api.attachment import attach
from optuna_dashboard.api.choice import ChoiceResource, Parameters
from optuna_dashboard.api.encode import dumps
from optuna_dashboard.api.facts import DIRECTION_NAMES
from optuna_dashboard.api.rows import intermediate_values, intermediate_vectors, trial_row
from optuna_dashboard.api.schema import ExportedTrial, StudyExport
from optuna_dashboard.study.columns import Trial
from optuna_dashboard.study.study import Clock, Study

_CHUNK = 1000


class ExportResource(ChoiceResource):
    path = "/api/studies/{study_id:id}/export"
    answer = StudyExport
    summary = "Trials with everything that the trial table shows, and what they reported"

    def send_trials(
        self, resp: falcon.Response, study: Study, rows: Sequence[int], choice: Parameters
    ) -> None:
        chunks = list(_chunks(study, rows))
        resp.content_type = falcon.MEDIA_JSON
        attach(resp, study.name, ".json")
        resp.stream = iter(chunks)


def _chunks(study: Study, rows: Sequence[int]) -> Iterator[bytes]:
    """The answer in pieces, so that there are never more objects than for some trials."""
    yield dumps(_head(study))[:-1] + b',"trials":['
    for start in range(0, len(rows), _CHUNK):
        trials = study.trials(rows[start : start + _CHUNK])
        text = dumps([_exported(trial, study.header.clock) for trial in trials])[1:-1]
        yield b"," + text if start else text
    yield b"]}"


def _head(study: Study) -> dict[str, object]:
    header = study.header
    return {
        "study_name": header.name,
        "directions": [DIRECTION_NAMES[direction] for direction in header.directions],
        "objective_names": header.metric_names,
        "user_attrs": dict(header.user_attrs),
        "clock": header.clock,
    }


def _exported(trial: Trial, clock: Clock) -> ExportedTrial:
    return {
        **trial_row(trial, clock),
        "intermediate_values": intermediate_values(trial),
        "intermediate_vectors": intermediate_vectors(trial),
    }

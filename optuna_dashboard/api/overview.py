"""GET /api/studies/<id>/summary: what the first page of a study shows."""

from typing import Any

import falcon

from optuna_dashboard.api.catalog import Source
from optuna_dashboard.api.encode import seconds_to_time
from optuna_dashboard.api.facts import duration_summary, facts_of
from optuna_dashboard.api.form import form_json
from optuna_dashboard.api.resource import Resource, send
from optuna_dashboard.api.rows import trial_rows
from optuna_dashboard.api.schema import StudyOverview
from optuna_dashboard.api.stored import artifacts_json, note_json
from optuna_dashboard.study.attrs.artifacts import read_artifacts
from optuna_dashboard.study.attrs.notes import read_notes
from optuna_dashboard.study.spans import first_start, last_complete, trials_per_hour
from optuna_dashboard.study.study import Study

_MOST_BEST_TRIALS = 100


class StudyOverviewResource(Resource):
    path = "/api/studies/{study_id:id}/summary"
    answer = StudyOverview
    summary = "What the first page of a study shows, apart from figures"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        send(resp, _overview(source, study))


def _overview(source: Source, study: Study) -> StudyOverview:
    header, best = study.header, study.best_rows
    first, last = first_start(study), last_complete(study)
    return {
        **facts_of(source, study),
        "stored_id": header.id,
        "user_attrs": dict(header.user_attrs),
        "objective_labels": [] if header.is_preferential else header.objective_labels,
        "param_names": study.param_names,
        "user_attr_names": study.user_attr_names,
        "constraint_names": list(study.constraints.values),
        "n_feasible": study.n_feasible,
        "has_constraints": study.constraints.present,
        "has_intermediate_values": study.has_intermediate_values,
        "best_trials": trial_rows(study, best[:_MOST_BEST_TRIALS]),
        "n_best": len(best),
        "duration": duration_summary(study),
        "first_start": None if first is None else seconds_to_time(first, header.clock),
        "last_complete": None if last is None else seconds_to_time(last, header.clock),
        "trials_per_hour": trials_per_hour(study, first, last),
        "note": note_json(read_notes(header.system_attrs).study),
        "artifacts": artifacts_json(read_artifacts(header.system_attrs).study),
        "form": form_json(header),
    }

"""GET /api/studies/<id>/trial-artifacts: the files of many trials."""

from collections.abc import Sequence
from itertools import compress
from typing import Any

import falcon

from optuna_dashboard.api import parameters
from optuna_dashboard.api.catalog import Source
from optuna_dashboard.api.listing import LISTING, listed_rows
from optuna_dashboard.api.resource import Query, Resource, send
from optuna_dashboard.api.rows import STATE_NAMES, values
from optuna_dashboard.api.schema import TrialArtifactPage, TrialArtifacts
from optuna_dashboard.api.stored import artifacts_json
from optuna_dashboard.study.attrs.artifacts import Artifacts, read_artifacts
from optuna_dashboard.study.masks import Mask
from optuna_dashboard.study.study import Study

_LARGEST_PAGE = 1000
_DEFAULT_PAGE = 100
_WHOLE = {"type": "integer", "minimum": 0}
# A text would be that of a filter.
_FILES = ("artifacts",)


class TrialArtifactsResource(Resource):
    path = "/api/studies/{study_id:id}/trial-artifacts"
    answer = TrialArtifactPage
    summary = "The trials of the trial table that have files, with these, in its order"
    query = (
        Query("offset", {**_WHOLE, "default": 0}, "place of the first of these trials"),
        Query(
            "limit",
            {**_WHOLE, "default": _DEFAULT_PAGE, "maximum": _LARGEST_PAGE},
            "at most so many trials",
        ),
        *LISTING,
    )

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        limit = parameters.integer(req, "limit", _DEFAULT_PAGE, most=_LARGEST_PAGE)
        offset = parameters.integer(req, "offset", 0)
        listed = listed_rows(req, study)
        artifacts = read_artifacts(study.header.system_attrs)
        have_files = study.mask(_FILES, lambda: _have_files(study, artifacts))
        rows = list(compress(listed, map(have_files.__getitem__, listed)))
        answer: TrialArtifactPage = {
            "total": len(rows),
            "offset": offset,
            "trials": _trials(source, study, artifacts, rows[offset : offset + limit]),
        }
        send(resp, answer)


def _have_files(study: Study, artifacts: Artifacts) -> Mask:
    system = study.all_system_attrs()
    return bytes(
        bool(artifacts.of(trial_id, system.get(row, {})))
        for row, trial_id in enumerate(study.index.ids)
    )


def _trials(
    source: Source, study: Study, artifacts: Artifacts, rows: Sequence[int]
) -> list[TrialArtifacts]:
    best = set(study.best_rows)
    return [
        {
            "trial_id": source.public_id(trial.id),
            "number": trial.number,
            "state": STATE_NAMES[trial.state],
            "values": values(trial.values),
            "is_best": row in best,
            "artifacts": artifacts_json(artifacts.of(trial.id, trial.system_attrs)),
        }
        for row, trial in zip(rows, study.trials(rows))
    ]

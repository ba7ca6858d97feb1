"""GET /api/compare and /api/compare/params: several studies, also of different files."""

from collections.abc import Sequence
from typing import Any

import falcon

from optuna_dashboard.api.catalog import Source
from optuna_dashboard.api.facts import duration_summary, facts_of
from optuna_dashboard.api.figures import figure_info
from optuna_dashboard.api.param_ranges import compared_params
from optuna_dashboard.api.parameters import study_ids
from optuna_dashboard.api.resource import Query, Resource, bad_request, send
from optuna_dashboard.api.schema import (
    ComparedFigure,
    ComparedParams,
    ComparedStudy,
    Comparison,
)
from optuna_dashboard.figures.comparable import check_comparable
from optuna_dashboard.figures.comparison import comparing_figures
from optuna_dashboard.figures.subjects import MOST_STUDIES, Subject, subjects_of
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.study import Study

_IDS = Query(
    "ids",
    {"type": "string", "pattern": "^[0-9]+(,[0-9]+)*$"},
    f"ids of at most {MOST_STUDIES} studies with the same directions: 1,2",
    required=True,
)


class _ComparingResource(Resource):
    query = (_IDS,)

    def compared(self, req: falcon.Request) -> tuple[list[Source], list[Subject]]:
        """The studies that the request names, or an answer of 400 or 404."""
        ids = study_ids(req, "ids")
        if not ids:
            raise bad_request("ids must name the studies to compare: ids=1,2")
        found = self.find_several(ids)
        sources = [source for source, _ in found]
        origins = [source.storage.label for source in sources]
        subjects = subjects_of([study for _, study in found], ids, origins)
        check_comparable(subjects)
        return sources, subjects


class ComparisonResource(_ComparingResource):
    path = "/api/compare"
    answer = Comparison
    summary = "Several studies side by side, and the figures that compare them"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        sources, subjects = self.compared(req)
        studies = [subject.study for subject in subjects]
        best = _best_value(studies)
        compared = [_study(*pair, best) for pair in zip(sources, subjects)]
        send(resp, {"studies": compared, "figures": _figures(studies)})


class ComparedParamsResource(_ComparingResource):
    path = "/api/compare/params"
    answer = ComparedParams
    summary = "The parameters of several studies: what could be, what was tried, what won"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        _, subjects = self.compared(req)
        ids = [subject.id for subject in subjects]
        send(resp, {"params": compared_params([subject.study for subject in subjects], ids)})


def _study(source: Source, subject: Subject, best: float | None) -> ComparedStudy:
    study = subject.study
    return {
        **facts_of(source, study),
        "label": subject.label or study.name,
        "dash": subject.dash,
        "shape": subject.shape,
        "duration": duration_summary(study),
        "leads": best is not None and study.best is not None and study.best[0] == best,
    }


def _best_value(studies: Sequence[Study]) -> float | None:
    """The best value of all studies of one objective, if one has any and there are others."""
    if len(studies) == 1 or len(studies[0].directions) != 1:
        return None
    values = [study.best[0] for study in studies if study.best]
    pick = max if studies[0].directions[0] is Direction.MAXIMIZE else min
    return pick(values, default=None)


def _figures(studies: Sequence[Study]) -> list[ComparedFigure]:
    return [
        {
            **figure_info(one.figure, one.options(studies)),
            "title": one.title,
            "key": one.key,
            "given": dict(one.given),
        }
        for one in comparing_figures(studies)
    ]

"""GET /api/studies/<id>/figures and .../figures/<name>: Plotly figures made in Python.

Of some figures .../figures/<name>/csv gives the numbers. GET /api/studies/<id>/plot/<type> has
what earlier releases drew with ``optuna.visualization``.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple, cast

import falcon

from optuna_dashboard.api.attachment import attach
from optuna_dashboard.api.parameters import study_ids
from optuna_dashboard.api.resource import Query, Resource, bad_request, not_found, send
from optuna_dashboard.api.schema import FigureAnswer, FigureInfo, FigureList, PlotlyFigure
from optuna_dashboard.api.schema import Option as OptionAnswer
from optuna_dashboard.api.table import MEDIA_CSV, cell, csv_lines
from optuna_dashboard.figures.figure import (
    Figure,
    FigureError,
    FigureResult,
    Option,
    OptionError,
)
from optuna_dashboard.figures.registry import FIGURES, figures_of, find_figure
from optuna_dashboard.figures.subjects import MOST_STUDIES
from optuna_dashboard.study.study import Study

_MOST_MINUTES = 24 * 60
_OF_PLOT_TYPES = {
    "contour": "contour",
    "edf": "edf",
    "parallel_coordinate": "parallel-coordinates",
    "param_importances": "importance",
    "pareto_front": "pareto-front",
    "rank": "rank",
    "slice": "slice",
    "timeline": "timeline",
}


class _Built(NamedTuple):
    study: Study
    figure: Figure
    result: FigureResult


class FigureListResource(Resource):
    path = "/api/studies/{study_id:id}/figures"
    answer = FigureList
    summary = "The figures that can be drawn of a study, in the order of the page"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        _, study = self.find(params["study_id"])
        figures = [figure_info(figure, figure.options([study])) for figure in figures_of(study)]
        send(resp, {"figures": figures})


class _BuiltResource(Resource):
    query = (
        Query(
            "study",
            {"type": "array", "items": {"type": "integer"}, "maxItems": MOST_STUDIES - 1},
            "id of a further study to lay over, with the same directions; may be repeated: "
            f"at most {MOST_STUDIES} studies are drawn together",
        ),
        Query(
            "utc_offset",
            {
                "type": "integer",
                "default": 0,
                "minimum": -_MOST_MINUTES,
                "maximum": _MOST_MINUTES,
            },
            "by how many minutes the clock of the reader is ahead of UTC; on that clock are the "
            "axes of dates, where the file says which clock its times are of",
        ),
    )

    def built(self, req: falcon.Request, study_id: int, name: str) -> _Built:
        """The figure that a request asks for, or an answer of 400, 404 or 422."""
        ids = list(dict.fromkeys([study_id, *study_ids(req, "study")]))
        found = self.find_several(ids)
        studies = [study for _, study in found]
        figure = _figure(name, studies[0])
        origins = [source.storage.label for source, _ in found]
        for study in studies:
            if not figure.suits(study):
                raise bad_request(f"{figure.title} cannot be drawn of study {study.name!r}")
        try:
            result = figure.build(studies, _options(req), ids, _utc_offset(req), origins)
        except OptionError as error:
            raise bad_request(str(error)) from None
        except FigureError as error:
            raise falcon.HTTPUnprocessableEntity(description=str(error)) from None
        return _Built(studies[0], figure, result)


class FigureResource(_BuiltResource):
    path = "/api/studies/{study_id:id}/figures/{name}"
    answer = FigureAnswer
    summary = "One figure; every option is a query parameter"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        built = self.built(req, params["study_id"], params["name"])
        info = figure_info(built.figure, built.result.options)
        send(resp, {**info, **built.result.to_json()})


class PlotResource(_BuiltResource):
    path = "/api/studies/{study_id:id}/plot/{plot_type}"
    answer = PlotlyFigure
    summary = "A figure by the name that earlier releases had for it; its options are the same"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        plot_type = params["plot_type"]
        if plot_type not in _OF_PLOT_TYPES:
            raise not_found(f"plot_type={plot_type} is not supported.")
        built = self.built(req, params["study_id"], _OF_PLOT_TYPES[plot_type])
        send(resp, built.result.figure)


class FigureTableResource(_BuiltResource):
    path = "/api/studies/{study_id:id}/figures/{name}/csv"
    answer = "text/csv"
    summary = "The numbers of a figure that has a table, with the options of the figure"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        built = self.built(req, params["study_id"], params["name"])
        table = built.result.table
        if table is None:
            raise not_found(f"{built.figure.title} has no table")
        resp.content_type = MEDIA_CSV
        attach(resp, built.study.name, f"-{built.figure.name}.csv")
        columns = [[cell(row[place]) for row in table.rows] for place in range(len(table.names))]
        resp.stream = csv_lines(table.names, columns)


def figure_info(figure: Figure, options: Iterable[Option]) -> FigureInfo:
    """A figure as pages know it, with these options."""
    return {
        "name": figure.name,
        "title": figure.title,
        "description": figure.description,
        # Their classes say what is in them.
        "options": [cast(OptionAnswer, option.to_json()) for option in options],
        "has_table": figure.has_table,
    }


def _figure(name: str, study: Study) -> Figure:
    try:
        return find_figure(name, study)
    except KeyError:
        known = ", ".join(figure.name for figure in FIGURES)
        raise not_found(f"there is no figure {name!r}; there are {known}") from None


def _utc_offset(req: falcon.Request) -> int:
    text = req.get_param("utc_offset") or "0"
    minutes = int(text) if re.fullmatch("-?[0-9]{1,4}", text) else _MOST_MINUTES + 1
    if abs(minutes) > _MOST_MINUTES:
        raise bad_request(f"utc_offset={text} is not a number of minutes of at most a day")
    return minutes


def _options(req: falcon.Request) -> dict[str, str]:
    options = {}
    for name, text in req.params.items():
        if name in ("study", "utc_offset"):
            continue
        if not isinstance(text, str):
            raise bad_request(f"{name} is given more than once")
        options[name] = text
    return options

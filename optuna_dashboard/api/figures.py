"""GET /api/studies/<id>/figures and .../figures/<name>: Plotly figures made in Python."""

import re
from typing import Any

import falcon

from optuna_dashboard.api.resource import Query, Resource, bad_request, not_found, send
from optuna_dashboard.api.schema import FigureAnswer, FigureList
from optuna_dashboard.figures.figure import Figure, FigureError, OptionError
from optuna_dashboard.figures.registry import FIGURES, figures_of, find_figure
from optuna_dashboard.study.study import Study

_MOST_OVERLAID = 20
_MOST_MINUTES = 24 * 60


class FigureListResource(Resource):
    path = "/api/studies/{study_id:id}/figures"
    answer = FigureList
    summary = "The figures that can be drawn of a study, in the order of the page"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        _, study = self.find(params["study_id"])
        figures = [
            {
                **_heading(figure),
                "options": [option.to_json() for option in figure.options([study])],
            }
            for figure in figures_of(study)
        ]
        send(resp, {"figures": figures})


class FigureResource(Resource):
    path = "/api/studies/{study_id:id}/figures/{name}"
    answer = FigureAnswer
    summary = "One figure; every option is a query parameter"
    query = (
        Query(
            "study",
            {"type": "array", "items": {"type": "integer"}, "maxItems": _MOST_OVERLAID},
            f"id of a further study to lay over, may be given {_MOST_OVERLAID} times",
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

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        ids = list(dict.fromkeys([params["study_id"], *_overlaid(req)]))
        studies = [self.find(study_id)[1] for study_id in ids]
        figure = _figure(params["name"], studies[0])
        for study in studies:
            if not figure.suits(study):
                raise bad_request(f"{figure.title} cannot be drawn of study {study.name!r}")
        try:
            result = figure.build(studies, _options(req), ids, _utc_offset(req))
        except OptionError as error:
            raise bad_request(str(error)) from None
        except FigureError as error:
            raise falcon.HTTPUnprocessableEntity(description=str(error)) from None
        send(resp, {**_heading(figure), **result.to_json()})


def _heading(figure: Figure) -> dict[str, str]:
    return {"name": figure.name, "title": figure.title, "description": figure.description}


def _figure(name: str, study: Study) -> Figure:
    try:
        return find_figure(name, study)
    except KeyError:
        known = ", ".join(figure.name for figure in FIGURES)
        raise not_found(f"there is no figure {name!r}; there are {known}") from None


def _overlaid(req: falcon.Request) -> list[int]:
    ids = list(dict.fromkeys(req.get_param_as_list("study", default=[])))
    if len(ids) > _MOST_OVERLAID:
        raise bad_request(f"at most {_MOST_OVERLAID} studies can be laid over, not {len(ids)}")
    for text in ids:
        if not (text.isascii() and text.isdecimal()) or len(text) > 18:
            raise bad_request(f"study={text} is not the id of a study")
    return [int(text) for text in ids]


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

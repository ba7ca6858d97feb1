"""What every resource has in common: its place, its answer, its catalog."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import falcon

from optuna_dashboard.api.catalog import Catalog, Source
from optuna_dashboard.api.encode import dumps
from optuna_dashboard.study.study import Study


@dataclass(frozen=True, slots=True)
class Query:
    """A query parameter, as the OpenAPI document tells of it."""

    name: str
    schema: Mapping[str, Any]
    description: str


class Resource(ABC):
    """Answers GET and HEAD on one path."""

    path: ClassVar[str]  # Falcon's template, see ``ids`` for the converter ``id``
    answer: ClassVar[type | str]  # a TypedDict of ``schema``, or a media type
    summary: ClassVar[str]
    query: ClassVar[tuple[Query, ...]] = ()
    takes_form: ClassVar[bool] = False  # whether POST takes ``query`` as a form

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    @abstractmethod
    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None: ...

    def on_head(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        self.on_get(req, resp, **params)

    def find(self, study_id: int) -> tuple[Source, Study]:
        """The study, or an answer of 404."""
        try:
            return self.catalog.find(study_id)
        except KeyError:
            raise not_found(f"study_id={study_id} is not found") from None


def send(resp: falcon.Response, answer: Mapping[str, object]) -> None:
    """Answer with JSON."""
    resp.content_type = falcon.MEDIA_JSON
    resp.data = dumps(answer)


def not_found(reason: str) -> falcon.HTTPNotFound:
    return falcon.HTTPNotFound(description=reason)


def bad_request(reason: str) -> falcon.HTTPBadRequest:
    return falcon.HTTPBadRequest(description=reason)

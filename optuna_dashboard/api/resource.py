"""What every resource has in common: its place, its answer, its catalog."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import falcon

from optuna_dashboard.api.catalog import Catalog, Source
from optuna_dashboard.api.encode import dumps
from optuna_dashboard.figures.subjects import MOST_STUDIES
from optuna_dashboard.study.study import Study


@dataclass(frozen=True, slots=True)
class Query:
    """A query parameter, as the OpenAPI document tells of it."""

    name: str
    schema: Mapping[str, Any]
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Write:
    """A method of a path that changes something, as the OpenAPI document tells of it."""

    method: str
    name: str  # in the OpenAPI document
    summary: str
    body: type | None = None  # a TypedDict of ``request_schema``
    answer: type | None = None  # a TypedDict, which comes with 201; without one comes a 204
    query: tuple[Query, ...] = ()
    takes_bytes: bool = False  # whether a body of bytes can come in the place of ``body``


class Endpoint:
    """What is at one path. A method other than GET and HEAD is in ``writes``."""

    path: ClassVar[str]  # Falcon's template, see ``ids`` for the converter ``id``
    writes: ClassVar[tuple[Write, ...]] = ()
    policy: ClassVar[str | None] = None  # Content-Security-Policy, whatever that of the host is

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def find(self, study_id: int) -> tuple[Source, Study]:
        """The study, or an answer of 404."""
        try:
            return self.catalog.find(study_id)
        except KeyError:
            raise not_found(f"study_id={study_id} is not found") from None

    def find_trial(self, trial_id: int) -> tuple[Source, int]:
        """Where a trial is, and its id there, or an answer of 404; it may not exist."""
        try:
            return self.catalog.find_trial(trial_id)
        except KeyError:
            raise not_found(f"trial_id={trial_id} is not found") from None

    def find_source(self, index: int) -> Source:
        """The open storage with this index, or an answer of 404."""
        try:
            return self.catalog.source(index)
        except KeyError:
            raise not_found(f"source={index} is not found") from None


class Resource(Endpoint, ABC):
    """Answers GET and HEAD."""

    answer: ClassVar[type | str]  # a TypedDict of ``schema``, or a media type
    summary: ClassVar[str]
    query: ClassVar[tuple[Query, ...]] = ()
    is_constant: ClassVar[bool] = False  # whether the answer stays the same for good
    takes_form: ClassVar[bool] = False  # whether POST takes ``query`` as a form

    @abstractmethod
    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None: ...

    def on_head(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        self.on_get(req, resp, **params)

    def find_several(self, study_ids: Sequence[int]) -> list[tuple[Source, Study]]:
        """The studies, or an answer of 404 or, if there are too many, of 400."""
        if len(study_ids) > MOST_STUDIES:
            n = len(study_ids)
            raise bad_request(f"at most {MOST_STUDIES} studies can be shown together, not {n}")
        return [self.find(study_id) for study_id in study_ids]


def own_trial_id(source: Source, trial_id: int) -> int:
    """The id that a trial has in its storage, or an answer of 404."""
    try:
        return source.own_trial_id(trial_id)
    except KeyError:
        raise not_found(f"trial_id={trial_id} is not found") from None


def send(resp: falcon.Response, answer: Mapping[str, object]) -> None:
    """Answer with JSON."""
    resp.content_type = falcon.MEDIA_JSON
    resp.data = dumps(answer)


def send_created(resp: falcon.Response, answer: Mapping[str, object]) -> None:
    """Answer with JSON of what is there now."""
    send(resp, answer)
    resp.status = falcon.HTTP_201


def not_found(reason: str) -> falcon.HTTPNotFound:
    return falcon.HTTPNotFound(description=reason)


def bad_request(reason: str) -> falcon.HTTPBadRequest:
    return falcon.HTTPBadRequest(description=reason)

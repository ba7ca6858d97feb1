"""Errors as the API tells them: ``{"reason": ...}``, never a stack trace."""

import logging
from http import HTTPStatus
from typing import Any

import falcon

from optuna_dashboard.analysis.packages import MissingPackagesError
from optuna_dashboard.api.encode import dumps
from optuna_dashboard.figures.comparable import NotComparableError
from optuna_dashboard.filter.errors import FilterError
from optuna_dashboard.storage.base import ErrorKind, StorageError

# The other kinds are nothing that a client could have done better.
_STATUS: dict[ErrorKind, HTTPStatus] = {
    "exists": HTTPStatus.BAD_REQUEST,
    "other-values": HTTPStatus.BAD_REQUEST,
    "read-only": HTTPStatus.FORBIDDEN,
    "gone": HTTPStatus.NOT_FOUND,
    "finished": HTTPStatus.CONFLICT,
    "not-failed": HTTPStatus.CONFLICT,
    "busy": HTTPStatus.CONFLICT,
    "locked": HTTPStatus.SERVICE_UNAVAILABLE,
}

_LOG = logging.getLogger(__name__)


def install(app: "falcon.App[falcon.Request, falcon.Response]") -> None:
    """Make every error of the application one of ours."""
    app.set_error_serializer(_serialize)
    app.add_error_handler(StorageError, _storage_error)
    app.add_error_handler(MissingPackagesError, _missing_packages)
    app.add_error_handler(FilterError, _filter_error)
    app.add_error_handler(NotComparableError, _not_comparable)
    app.add_error_handler(Exception, _internal_error)


def _serialize(req: falcon.Request, resp: falcon.Response, error: falcon.HTTPError) -> None:
    resp.content_type = falcon.MEDIA_JSON
    resp.data = dumps({"reason": error.description or _reason(req, error)})


def _reason(req: falcon.Request, error: falcon.HTTPError) -> str:
    if error.status_code == HTTPStatus.NOT_FOUND:
        return f"{req.path} is not found"
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return f"{req.method} is not allowed here"
    return error.title or "the request could not be answered"


def _storage_error(
    req: falcon.Request, resp: falcon.Response, error: StorageError, params: dict[str, Any]
) -> None:
    status = _STATUS.get(error.kind, HTTPStatus.INTERNAL_SERVER_ERROR)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        _LOG.warning("%s %s: %s", req.method, req.path, error)
    raise falcon.HTTPError(status, description=error.message) from error


def _missing_packages(
    req: falcon.Request,
    resp: falcon.Response,
    error: MissingPackagesError,
    params: dict[str, Any],
) -> None:
    resp.status = falcon.HTTP_SERVICE_UNAVAILABLE
    resp.content_type = falcon.MEDIA_JSON
    resp.data = dumps({"reason": str(error), "packages": list(error.packages)})


def _filter_error(
    req: falcon.Request, resp: falcon.Response, error: FilterError, params: dict[str, Any]
) -> None:
    resp.status = falcon.HTTP_BAD_REQUEST
    resp.content_type = falcon.MEDIA_JSON
    start, end = error.place
    resp.data = dumps({"reason": error.reason, "start": start, "end": end})


def _not_comparable(
    req: falcon.Request,
    resp: falcon.Response,
    error: NotComparableError,
    params: dict[str, Any],
) -> None:
    resp.status = falcon.HTTP_BAD_REQUEST
    resp.content_type = falcon.MEDIA_JSON
    resp.data = dumps({"reason": str(error), "study_ids": list(error.ids)})


def _internal_error(
    req: falcon.Request, resp: falcon.Response, error: Exception, params: dict[str, Any]
) -> None:
    _LOG.error("%s %s failed", req.method, req.path, exc_info=error)
    raise falcon.HTTPInternalServerError(description="internal server error") from error

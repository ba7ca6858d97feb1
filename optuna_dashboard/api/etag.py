"""Answers 304 to a client that already has the answer, before any work is done."""

import hashlib
from typing import Any

import falcon

from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.api.resource import Resource
from optuna_dashboard.storage.base import UNREADABLE
from optuna_dashboard.version import VERSION


def untag(req: falcon.Request) -> None:
    """Leave the answer without a tag: it is made of more than storages and the request."""
    if hasattr(req.context, "etag"):
        del req.context.etag


def tag_by_content(req: falcon.Request, content: bytes) -> None:
    """Tag the answer by what it says as well, for the same reason, where pages follow the tag."""
    req.context.etag = _tag(req, req.context.revision, hashlib.sha256(content).hexdigest())


class ETags:
    """Falcon middleware that tags every successful answer of a ``Resource``.

    The tag is made of what the answer is made of: our release, the revision of the
    storages that the request is about, and the request itself. It is strong, because
    the same three always give the same bytes.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def process_resource(
        self, req: falcon.Request, resp: falcon.Response, resource: object, params: dict[str, Any]
    ) -> None:
        if req.method not in ("GET", "HEAD") or not isinstance(resource, Resource):
            return
        revision = "" if resource.is_constant else self._revision(req, params)
        req.context.revision = revision
        if UNREADABLE in revision:
            return  # whatever is answered now, it is of no known revision
        tag = _tag(req, revision)
        req.context.etag = tag
        if any(tag == known for known in req.if_none_match or ()):
            resp.status = falcon.HTTP_304
            resp.complete = True

    def process_response(
        self, req: falcon.Request, resp: falcon.Response, resource: object, req_succeeded: bool
    ) -> None:
        resp.set_header("Cache-Control", "no-cache")
        if req_succeeded and hasattr(req.context, "etag"):
            resp.etag = req.context.etag
            # Only now it is certain that there is an answer at all.
            if "*" in (req.if_none_match or ()):
                resp.status = falcon.HTTP_304
                resp.delete_header("Content-Type")

    def _revision(self, req: falcon.Request, params: dict[str, Any]) -> str:
        """The revision of what a request is about."""
        studies = None
        if "study_id" in params:
            others = req.get_param_as_list("study", default=[])
            # What is no id is refused by the resource; a longer number is one that int() refuses.
            texts = (text for part in others for text in part.split(","))
            ids = (int(text) for text in texts if text.isdecimal() and len(text) <= 18)
            studies = [params["study_id"], *ids]
        return self._catalog.revision(studies)


def _tag(req: falcon.Request, *revision: str) -> falcon.ETag:
    parts = (VERSION, *revision, req.path, req.query_string)
    return falcon.ETag(hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32])

"""GET /artifacts/...: the bytes of a file that belongs to a study or a trial.

Somebody else made it: nothing in it is to run as if it were the dashboard. So a browser shows
only what cannot run, downloads everything else, and takes no type for another one.
"""

import re
from io import SEEK_END
from typing import Any, BinaryIO

import falcon

from optuna_dashboard.api.artifacts import files_of, trial_id_in
from optuna_dashboard.api.attachment import name_file
from optuna_dashboard.api.body import MEDIA_BYTES
from optuna_dashboard.api.resource import Resource, not_found, own_trial_id
from optuna_dashboard.api.trials import row_of_id
from optuna_dashboard.study.attrs.artifacts import Artifact, read_artifacts
from optuna_dashboard.study.study import Study

_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
_SHOWN = re.compile(
    r"image/(png|jpeg|gif|webp|avif|bmp)|(audio|video)/[\w.+-]+|text/(plain|csv)"
    r"|application/json",
    re.ASCII,
)


class _ArtifactResource(Resource):
    answer = "*/*"
    is_constant = True
    policy = (
        "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; "
        "style-src 'unsafe-inline'; frame-ancestors 'self'"
    )

    def on_head(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        self.on_get(req, resp, **params)
        stream: Any = resp.stream
        stream.close()
        resp.stream = None

    def _send(
        self,
        req: falcon.Request,
        resp: falcon.Response,
        artifacts: list[Artifact],
        artifact_id: str,
    ) -> None:
        files = files_of(self.catalog)
        found = [artifact for artifact in artifacts if artifact.id == artifact_id]
        if not found:
            raise not_found("Not Found")
        _describe(resp, found[0])
        _stream(req, resp, files.open(artifact_id))


class StudyArtifactResource(_ArtifactResource):
    path = "/artifacts/{study_id:id}/{item}"
    summary = "A file of a study"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        _, study = self.find(params["study_id"])
        own = read_artifacts(study.header.system_attrs).study
        self._send(req, resp, own, params["item"])


class TrialArtifactContentResource(_ArtifactResource):
    path = "/artifacts/{study_id:id}/{item}/{artifact_id}"
    summary = "A file of a trial"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        trial_id = own_trial_id(source, trial_id_in(params["item"]))
        self._send(req, resp, _of_trial(study, trial_id), params["artifact_id"])


def _of_trial(study: Study, trial_id: int) -> list[Artifact]:
    row = row_of_id(study, trial_id)
    if row is None:
        raise not_found("Not Found")
    [trial] = study.trials([row])
    return read_artifacts(study.header.system_attrs).of(trial_id, trial.system_attrs)


def _describe(resp: falcon.Response, artifact: Artifact) -> None:
    mimetype = artifact.mimetype.lower()
    resp.content_type = mimetype if _TYPE.fullmatch(mimetype) else MEDIA_BYTES
    if mimetype.startswith("text/"):
        resp.content_type += "; charset=utf-8"
    # What is compressed is not of the type that is told.
    is_shown = _SHOWN.fullmatch(mimetype) and artifact.encoding is None
    name_file(resp, artifact.filename, "inline" if is_shown else "attachment")


def _stream(req: falcon.Request, resp: falcon.Response, file: BinaryIO) -> None:
    """Send a file, or the part of it that a player asks for."""
    if not file.seekable():
        resp.stream = file
        return
    size = file.seek(0, SEEK_END)
    try:
        start, end = _part(req, size)
    except falcon.HTTPRangeNotSatisfiable:
        file.close()
        raise
    resp.set_header("Accept-Ranges", "bytes")
    if (start, end) != (0, size):
        resp.status = falcon.HTTP_206
        resp.content_range = (start, end - 1, size)
    file.seek(start)
    resp.set_stream(_Part(file, end - start), end - start)


def _part(req: falcon.Request, size: int) -> tuple[int, int]:
    """First byte and the one after the last; all of the file unless one part is asked for."""
    match = re.fullmatch(r"bytes=(\d{0,18})-(\d{0,18})", req.get_header("Range") or "")
    if match is None or not any(match.groups()):
        return 0, size
    first, last = match.groups()
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1 if last else size)
    if start >= end:
        raise falcon.HTTPRangeNotSatisfiable(size)
    return start, end


class _Part:
    """So many bytes of a file, from where it is."""

    def __init__(self, file: BinaryIO, length: int) -> None:
        self._file = file
        self._left = length
        self.close = file.close

    def read(self, size: int | None = None, /) -> bytes:
        wanted = self._left if size is None or size < 0 else min(size, self._left)
        chunk = self._file.read(wanted)
        self._left -= len(chunk)
        return chunk

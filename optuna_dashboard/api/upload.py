"""A file as it is sent: as a data URI in JSON, or as it is."""

import re
from base64 import b64decode
from binascii import Error
from dataclasses import dataclass
from io import BytesIO
from mimetypes import guess_type
from pathlib import PurePosixPath
from typing import BinaryIO

import falcon

from optuna_dashboard.api.attachment import safe_name
from optuna_dashboard.api.body import MEDIA_BYTES, read_bytes, read_json
from optuna_dashboard.api.resource import bad_request
from optuna_dashboard.study.attrs.artifacts import Artifact

_LONGEST_NAME = 255
_DATA_URI = re.compile(r"data:(?P<mimetype>[\w.+-]+/[\w.+-]+)?[^,]{0,200},")
_NO_FILE = "Please specify the 'file' key."


@dataclass(frozen=True, slots=True)
class Upload:
    content: BinaryIO
    filename: str
    mimetype: str | None  # as the sender says

    def artifact(self, artifact_id: str) -> Artifact:
        """What is to be known of the file; its name tells of what type it is."""
        mimetype, encoding = guess_type(self.filename)
        kind = mimetype or self.mimetype or MEDIA_BYTES
        return Artifact(artifact_id, self.filename or artifact_id, kind, encoding)


def read_upload(req: falcon.Request) -> Upload:
    """The file in a request, or an answer of 4xx."""
    kind = (req.content_type or "").partition(";")[0].strip().lower()
    if kind == MEDIA_BYTES:
        return Upload(BytesIO(read_bytes(req)), _name(req.get_param("filename")), None)
    body = read_json(req)
    file = body.get("file")
    if not isinstance(file, str):
        raise bad_request(_NO_FILE)
    head = _DATA_URI.match(file)
    if head is None:
        raise bad_request("The 'file' has to be a data URI.")
    try:
        content = b64decode(file[head.end() :], validate=True)
    except (Error, ValueError):
        raise bad_request("The 'file' has to be a data URI in base64.") from None
    return Upload(BytesIO(content), _name(body.get("filename")), head["mimetype"])


def _name(text: object) -> str:
    """The last part of a path that somebody names a file by."""
    if not isinstance(text, str):
        return ""
    return safe_name(PurePosixPath(text.replace("\\", "/")).name)[-_LONGEST_NAME:]

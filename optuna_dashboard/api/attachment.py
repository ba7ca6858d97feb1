"""Answers that a browser saves as a file."""

import re
from urllib.parse import quote

import falcon

_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')


def attach(resp: falcon.Response, study_name: str, suffix: str) -> None:
    """Name the file after the study."""
    name = _NOT_IN_FILE_NAMES.sub("", study_name).replace(" ", "-")[:200] or "study"
    file = name + suffix
    plain = file.encode("ascii", "replace").decode().replace("?", "_")
    resp.set_header(
        "Content-Disposition",
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file, errors='replace')}",
    )

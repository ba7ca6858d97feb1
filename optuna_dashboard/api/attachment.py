"""Answers that a browser saves as a file, or may show."""

import re
from typing import Literal
from urllib.parse import quote

import falcon

_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')


def attach(resp: falcon.Response, study_name: str, suffix: str) -> None:
    """Name the file after the study."""
    name = safe_name(study_name).replace(" ", "-")[:200] or "study"
    name_file(resp, name + suffix, "attachment")


def safe_name(text: str) -> str:
    """The text without what cannot be in the name of a file."""
    return _NOT_IN_FILE_NAMES.sub("", text)


def name_file(
    resp: falcon.Response, file: str, disposition: Literal["attachment", "inline"]
) -> None:
    """Give the file its name, and say whether it is to be saved or may be shown."""
    file = safe_name(file)
    plain = file.encode("ascii", "replace").decode().replace("?", "_")
    resp.set_header(
        "Content-Disposition",
        f"{disposition}; filename=\"{plain}\"; filename*=UTF-8''{quote(file, errors='replace')}",
    )

"""The bodies of requests: JSON objects of a bounded size."""

import os
import re
from typing import Any

import falcon

from optuna_dashboard.api.resource import bad_request
from optuna_dashboard.study.json import parse_json

MEDIA_BYTES = "application/octet-stream"

_LONGEST = "OPTUNA_DASHBOARD_MEMFILE_MAX"
_DEFAULT = 128 * 2**20

# NaN and Infinity, numbers that are read as infinite, and halves of surrogate pairs.
_MAY_BE_NO_JSON = re.compile(rb"\\u|NaN|Infinity|[eE]\+?\d{3}|\d{200}")


def longest_body() -> int:
    """Bytes that the body of a request may have at most."""
    text = os.environ.get(_LONGEST, "")
    return int(text) if text.isdecimal() else _DEFAULT


def body_length(req: falcon.Request) -> int:
    """How many bytes the body has, or an answer of 411 if only its end would tell."""
    if req.content_length is None and req.get_header("Transfer-Encoding"):
        raise falcon.HTTPLengthRequired(description="the body has to say its Content-Length")
    return req.content_length or 0


def read_bytes(req: falcon.Request) -> bytes:
    """The whole body, or an answer of 4xx if it is too long or was cut off."""
    length, most = body_length(req), longest_body()
    if length > most:
        reason = f"the body has {length} bytes; at most {most} are taken ({_LONGEST})"
        raise falcon.HTTPContentTooLarge(description=reason)
    body = req.bounded_stream.read(length)
    if len(body) < length:
        raise bad_request(f"the body was to have {length} bytes; {len(body)} came")
    return body


def read_json(req: falcon.Request) -> dict[str, Any]:
    """The JSON object in the body, empty if there is no body; or an answer of 4xx.

    No page of another site can have a browser send this type without being asked first, so
    that nothing is taken from a body of another one.
    """
    body = read_bytes(req)
    if not body:
        return {}
    kind = (req.content_type or "").partition(";")[0].strip().lower()
    if kind != falcon.MEDIA_JSON:
        reason = f"the body has to be JSON, of the type {falcon.MEDIA_JSON}"
        raise falcon.HTTPUnsupportedMediaType(description=reason)
    try:
        loaded = parse_json(body.decode())
        if _MAY_BE_NO_JSON.search(body):
            _check(loaded)
    except ValueError:
        raise bad_request("Invalid JSON") from None
    if not isinstance(loaded, dict):
        raise bad_request("the body has to be a JSON object")
    return loaded


def _check(loaded: Any) -> None:
    """Make sure that there is nothing in it that no JSON has, or that is no text.

    Raises:
        ValueError: if there is: NaN, an infinite number, or half a surrogate pair.
    """
    import json

    json.dumps(loaded, allow_nan=False, ensure_ascii=False).encode()


def integer(value: object) -> int | None:
    """The value if it is a whole number; neither True nor 1.5 is one."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None

"""A dashboard below a path, as a proxy in front of several servers has them."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_PATH = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")


class BasePathError(ValueError):
    """A path cannot stand before the dashboard; the message says why."""


def base_path_of(text: str) -> str:
    """A path as the parts of an address are put together: ``/a/b``, or nothing at all.

    Raises:
        BasePathError: if it has other characters than addresses have without being quoted.
    """
    path = f"/{text.strip('/')}" if text.strip("/") else ""
    if not _PATH.fullmatch(path):
        message = f"{text!r} is no base path: it may have letters, digits and . _ ~ - as /a/b"
        raise BasePathError(message)
    return path


class BasePath:
    """WSGI middleware: ``app`` begins at ``path``, whether a proxy takes that off or not."""

    def __init__(self, app: "WSGIApplication", path: str) -> None:
        self._app = app
        self._path = path

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        asked = environ.get("PATH_INFO", "")
        if f"{asked}/".startswith(f"{self._path}/"):
            environ["PATH_INFO"] = asked[len(self._path) :] or "/"
        environ["SCRIPT_NAME"] = self._path
        return self._app(environ, start_response)

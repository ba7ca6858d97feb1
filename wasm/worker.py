"""The Python half of the web worker: opens files and answers requests in the same process.

A request comes in as text and bytes and leaves as a status, headers and bytes; in between it
is an ordinary WSGI request to the application that also serves over the network.
"""

import io
import json
import sys
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote_to_bytes

from optuna_dashboard.api.app import create_app
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.open import open_storage


class Host:
    """Holds the open files and the application that answers about them."""

    def __init__(self) -> None:
        # What is open here is a copy, and nothing saves it.
        self._catalog = Catalog(is_read_only=True)
        self._app = create_app(self._catalog)

    def open_files(self, files: str) -> str:
        """Open ``[{"path", "label", "source"?}]``; ``[{"index"} or {"error"}]`` in that order.

        One bad file never keeps another from opening.
        """
        return json.dumps([self._open(**file) for file in json.loads(files)])

    def _open(self, path: str, label: str, source: int | None = None) -> dict[str, object]:
        try:
            storage = open_storage(path, label=label)
        except StorageError as error:
            return {"error": {"kind": error.kind, "message": error.message}}
        except Exception as error:  # a file may be broken in ways nobody has thought of
            message = f"“{label}” could not be read: {type(error).__name__}: {error}"
            return {"error": {"kind": "unexpected", "message": message}}
        return {"index": self._catalog.add(storage, source)}

    def close(self, source: int) -> None:
        """Forget an open file; KeyError if it is not open."""
        self._catalog.remove(source)

    def request(
        self, method: str, target: str, headers: str, body: bytes | None = None
    ) -> tuple[int, str, bytes]:
        """Answer one request; headers go in as a JSON object and out as JSON pairs."""
        environ = make_environ(method, target, json.loads(headers), bytes(body or b""))
        answer: list[Any] = []

        def start_response(status: str, pairs: list[tuple[str, str]], exc_info: Any = None) -> Any:
            answer[:] = [int(status[:3]), pairs]

        chunks: Iterable[bytes] = self._app(environ, start_response)
        try:
            content = b"".join(chunks)
        finally:
            if close := getattr(chunks, "close", None):
                close()
        status, pairs = answer
        return status, json.dumps(pairs), content


def make_environ(
    method: str, target: str, headers: dict[str, str], body: bytes
) -> dict[str, object]:
    """What a WSGI server would make of this request."""
    path, _, query = target.partition("?")
    environ: dict[str, object] = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in headers.items():
        key = name.upper().replace("-", "_")
        environ["CONTENT_TYPE" if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    return environ


host = Host()

"""Host 1: the core and the built page behind a small threaded HTTP server on this machine."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from socket import AF_INET6
from socketserver import ThreadingMixIn
from threading import Lock
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import falcon
from falcon import uri

from optuna_dashboard.access.base_path import BasePath
from optuna_dashboard.access.guard import Guard
from optuna_dashboard.access.login import Login
from optuna_dashboard.access.token import Token
from optuna_dashboard.api.answers import LatestAnswers
from optuna_dashboard.api.app import create_app
from optuna_dashboard.api.body import longest_body
from optuna_dashboard.api.catalog import Catalog

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

PUBLIC = Path(__file__).with_name("public")

_FILES = ("/static/", "/dashboard")
_LONGEST_BODY = 2**27

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Access:
    """Who may come, by which address, and whether to change something."""

    token: Token | None = None  # asked of everybody
    base_path: str = ""  # where the dashboard begins, as "/optuna" behind a proxy
    read_only: bool = False


_EVERYBODY = Access()


class Page:
    """The built page, the same at every address that it has for a view.

    It is built with addresses relative to itself; here they become those of ``/static``.
    """

    def __init__(self, public: Path) -> None:
        self._index = public / "index.html"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        files = f'="{escape(uri.encode(req.root_path))}/static/'
        try:
            resp.data = self._index.read_bytes().replace(b'="./', files.encode())
        except FileNotFoundError:
            reason = "The page is not built; the API is at /api/studies"
            raise falcon.HTTPNotFound(description=reason) from None
        resp.content_type = "text/html; charset=utf-8"

    def on_head(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        self.on_get(req, resp)


class Start:
    """The bare address leads to the page."""

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        raise falcon.HTTPFound(f"{req.root_path}/dashboard")

    def on_head(self, req: falcon.Request, resp: falcon.Response) -> None:
        self.on_get(req, resp)


class OneAtATime:
    """The core is not made for several threads: one request waits for the other.

    Files of the page wait for nobody, and neither does what is left to be sent when the core
    is done with a request.
    """

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app
        self._lock = Lock()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        if environ.get("PATH_INFO", "").startswith(_FILES):
            return self._app(environ, start_response)
        # Before the others have to wait: who sends slowly keeps nobody.
        environ["wsgi.input"] = BytesIO(_body_of(environ))
        with self._lock:
            return self._app(environ, start_response)


def _body_of(environ: "WSGIEnvironment") -> bytes:
    """The body of a request; what is longer than any of ours is left for the core to refuse."""
    try:
        length = int(environ.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return b""
    most = max(_LONGEST_BODY, longest_body())
    body: bytes = environ["wsgi.input"].read(length) if 0 < length <= most else b""
    return body


class Server(ThreadingMixIn, WSGIServer):
    """Browsers open connections ahead of need; without threads those would block it."""

    daemon_threads = True


class Server6(Server):
    """The same at an address of IPv6."""

    address_family = AF_INET6


class Handler(WSGIRequestHandler):
    timeout = 60  # seconds without a byte from a client

    def log_message(self, format: str, *args: Any) -> None:
        _LOG.info(format, *args)


def create_server_app(
    catalog: Catalog,
    host: str | None = "localhost",
    public: Path = PUBLIC,
    access: Access = _EVERYBODY,
) -> "WSGIApplication":
    """The core with the page, for whom ``host`` is a name of this machine; None knows none
    and answers to all."""
    # A page elsewhere that had its own name lead here has no cookie of ours.
    guard = Guard(None if access.token else host)
    catalog.is_read_only = catalog.is_read_only or access.read_only
    catalog.has_login = access.token is not None
    app = create_app(catalog)
    app.add_middleware(guard)
    app.add_middleware(LatestAnswers())
    page = Page(public)
    app.add_route("/", Start())
    app.add_route("/dashboard", page)
    app.add_route("/dashboard/{view:path}", page)
    if public.is_dir():
        app.add_static_route("/static", public.absolute())
    served: WSGIApplication = OneAtATime(app)
    if access.token:
        served = Login(served, access.token, guard)
    return BasePath(served, access.base_path) if access.base_path else served


def make_dashboard_server(
    catalog: Catalog, host: str, port: int, access: Access = _EVERYBODY
) -> WSGIServer:
    """A server that listens on ``host`` and ``port``; a port of 0 takes a free one."""
    kind = Server6 if ":" in host else Server
    app = create_server_app(catalog, host, access=access)
    return make_server(host, port, app, kind, Handler)

"""Host 1: the core and the built page behind a small threaded HTTP server on this machine."""

import logging
from collections.abc import Iterable
from io import BytesIO
from ipaddress import ip_address
from pathlib import Path
from socket import AF_INET6, getfqdn, gethostname
from socketserver import ThreadingMixIn
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import falcon

from optuna_dashboard.api.app import create_app
from optuna_dashboard.api.catalog import Catalog

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

PUBLIC = Path(__file__).with_name("public")

_ALL_ADDRESSES = ("0.0.0.0", "::", "")

_FILES = ("/static/", "/dashboard")
_LONGEST_BODY = 2**27

_LOG = logging.getLogger(__name__)
_CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data: blob:",
        # Emotion and Plotly insert style elements.
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)


class Guard:
    """Falcon middleware: answers only to names of this machine, and tells browsers what
    the page may do.

    A foreign name in the Host header is a page elsewhere that had its own name resolve to
    this machine, in order to read the answers (DNS rebinding). That takes a name: who
    came by an address of this machine is welcome. Without ``host`` every name is.
    """

    def __init__(self, host: str | None) -> None:
        self._is_open = host is None
        self._names = {"localhost", (host or "").lower()}
        if host in _ALL_ADDRESSES:
            self._names |= {gethostname().lower(), getfqdn().lower()}

    def process_request(self, req: falcon.Request, resp: falcon.Response) -> None:
        header = req.get_header("Host")
        if header is not None and not self._is_open and not self._is_ours(header):
            raise falcon.HTTPForbidden(description=f"This dashboard is not {header}")

    def _is_ours(self, header: str) -> bool:
        try:
            name = urlsplit(f"//{header}").hostname or ""
            return name in self._names or bool(ip_address(name))
        except ValueError:
            return False

    def process_response(
        self, req: falcon.Request, resp: falcon.Response, resource: object, req_succeeded: bool
    ) -> None:
        resp.set_header("Content-Security-Policy", _CONTENT_SECURITY_POLICY)
        resp.set_header("X-Content-Type-Options", "nosniff")
        resp.set_header("Referrer-Policy", "no-referrer")
        resp.set_header("Cross-Origin-Opener-Policy", "same-origin")
        resp.set_header("Cross-Origin-Resource-Policy", "same-origin")


class Page:
    """The built page, the same at every address that it has for a view."""

    def __init__(self, public: Path) -> None:
        self._index = public / "index.html"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        try:
            resp.data = self._index.read_bytes()
        except FileNotFoundError:
            reason = "The page is not built; the API is at /api/studies"
            raise falcon.HTTPNotFound(description=reason) from None
        resp.content_type = "text/html; charset=utf-8"

    def on_head(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        self.on_get(req, resp)


class Start:
    """The bare address leads to the page."""

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        raise falcon.HTTPFound("/dashboard")

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
    body: bytes = environ["wsgi.input"].read(length) if 0 < length <= _LONGEST_BODY else b""
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
    catalog: Catalog, host: str | None = "localhost", public: Path = PUBLIC
) -> "WSGIApplication":
    """The core with the page, for whom ``host`` is a name of this machine; None knows none
    and answers to all."""
    app = create_app(catalog)
    app.add_middleware(Guard(host))
    page = Page(public)
    app.add_route("/", Start())
    app.add_route("/dashboard", page)
    app.add_route("/dashboard/{view:path}", page)
    if public.is_dir():
        app.add_static_route("/static", public.absolute())
    return OneAtATime(app)


def make_dashboard_server(catalog: Catalog, host: str, port: int) -> WSGIServer:
    """A server that listens on ``host`` and ``port``; a port of 0 takes a free one."""
    kind = Server6 if ":" in host else Server
    return make_server(host, port, create_server_app(catalog, host), kind, Handler)

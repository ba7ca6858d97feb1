"""The HTTP servers that can carry the dashboard: that of Python itself, and installed ones."""

import logging
import os
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from ipaddress import ip_address
from socket import AF_INET, AF_INET6, SO_REUSEADDR, SOL_SOCKET, socket
from typing import TYPE_CHECKING, Any, Literal, TextIO, get_args

from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.server import Access, create_server_app, make_dashboard_server

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

ServerName = Literal["auto", "wsgiref", "gunicorn", "waitress"]
SERVER_NAMES: tuple[ServerName, ...] = get_args(ServerName)

OpenCatalog = Callable[[], Catalog]

# The core answers one request at a time; further threads send and receive.
_THREADS = 4
# In Gunicorn each connection that a browser opens ahead of need keeps a thread for seconds.
_GUNICORN_THREADS = 32
_GRACE = 5  # seconds that Gunicorn waits for a worker
_WORKER_GRACE = 3  # seconds that a worker waits for its connections
_WARNING = (
    "Warning: without a token everybody who reaches {host} may see the studies. "
    "Give --auth-token-file, or auth_token from Python."
)


class MissingServerError(Exception):
    """The server that was asked for is not installed; the message says how to get it."""


def serve(
    open_catalog: OpenCatalog,
    host: str,
    port: int,
    server: ServerName = "auto",
    *,
    access: Access | None = None,
    quiet: bool = False,
) -> None:
    """Serve until interrupted, after the address was printed.

    Args:
        open_catalog: opens the storages; each process that reads them calls it.
        host: the address to listen on.
        port: 0 takes a free one.
        server: which server; ``auto`` takes the best one that is installed.
        access: who may come; everybody who reaches the address if left out.
        quiet: print nothing but what is wrong.

    Raises:
        MissingServerError: if the server is not installed.
        StorageError: if a storage cannot be opened.
        OSError: if the address cannot be listened on.
        OverflowError: if there is no such port.
    """
    access = access or Access()
    run = _RUN[_best() if server == "auto" else server]
    if not _is_installed(server):
        message = f"{server} is not installed. Install it: pip install {server}"
        raise MissingServerError(message)

    if not access.token and not _is_this_machine(host):
        _say(_WARNING.format(host=host), sys.stderr)

    def ready(port: int) -> None:
        if not quiet:
            _say(f"Listening on http://{_address(host, port)}{access.base_path}/")

    try:
        run(open_catalog, host, port, access, ready)
    except KeyboardInterrupt:
        if not quiet:
            _say("")


def _say(text: str, file: TextIO | None = None) -> None:
    """Print, as long as somebody reads it: a server goes on without."""
    file = file or sys.stdout
    try:
        print(text, file=file, flush=True)
    except BrokenPipeError:
        # What was not written is tried again when Python ends, which would fail then.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, file.fileno())
        os.close(nowhere)


def _is_this_machine(host: str) -> bool:
    """Whether only programs of this machine reach an address."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _address(host: str, port: int) -> str:
    """Host and port as an address has them; one of IPv6 is full of colons itself."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _best() -> ServerName:
    # Gunicorn runs on nothing else.
    if os.name == "posix" and _is_installed("gunicorn"):
        return "gunicorn"
    return "waitress" if _is_installed("waitress") else "wsgiref"


def _is_installed(server: ServerName) -> bool:
    return server in ("auto", "wsgiref") or find_spec(server) is not None


def _wsgiref(
    open_catalog: OpenCatalog, host: str, port: int, access: Access, ready: Callable[[int], None]
) -> None:
    with make_dashboard_server(open_catalog(), host, port, access) as server:
        ready(server.server_port)
        server.serve_forever()


def _waitress(
    open_catalog: OpenCatalog, host: str, port: int, access: Access, ready: Callable[[int], None]
) -> None:
    app = create_server_app(open_catalog(), host, access=access)
    waitress = import_module("waitress")
    # That requests wait for each other is no news here.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = waitress.create_server(app, host=host, port=port, threads=_THREADS)
    ready(server.effective_port)
    server.run()


def _gunicorn(
    open_catalog: OpenCatalog, host: str, port: int, access: Access, ready: Callable[[int], None]
) -> None:
    # Gunicorn would try again and again where a storage or an address cannot be had.
    for source in open_catalog().sources():
        source.storage.close()
    with socket(AF_INET6 if ":" in host else AF_INET) as probe:
        probe.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        probe.bind((host, port))
    base: Any = import_module("gunicorn.app.base").BaseApplication

    class Application(base):  # type: ignore[misc]
        catalog: Catalog | None = None

        def load_config(self) -> None:
            self.cfg.set("bind", _address(host, port))
            self.cfg.set("worker_class", "gthread")
            self.cfg.set("threads", _GUNICORN_THREADS)
            self.cfg.set("loglevel", "warning")
            self.cfg.set("graceful_timeout", _GRACE)
            self.cfg.set("when_ready", lambda arbiter: ready(_port_of(arbiter)))
            self.cfg.set("post_worker_init", self.hurry)
            self.cfg.set("worker_exit", self.leave)

        def load(self) -> "WSGIApplication":
            self.catalog = open_catalog()
            return create_server_app(self.catalog, host, access=access)

        def hurry(self, worker: Any) -> None:
            # It is to have ended before it is killed, which Gunicorn would call an error.
            worker.cfg.set("graceful_timeout", _WORKER_GRACE)

        def leave(self, arbiter: Any, worker: Any) -> None:
            if self.catalog is None:
                return  # it could not begin, which its exit code tells Gunicorn
            for source in self.catalog.sources():
                source.storage.close()
            # Python would wait for every thread, and they for connections that stay silent.
            os._exit(0)

    Application().run()


def _port_of(arbiter: Any) -> int:
    port: int = arbiter.LISTENERS[0].sock.getsockname()[1]
    return port


_RUN = {"wsgiref": _wsgiref, "waitress": _waitress, "gunicorn": _gunicorn}

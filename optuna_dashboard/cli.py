"""The command line: ``optuna-dashboard sqlite:///example.db``, or ``report`` before it."""

import argparse
import logging
import sys
from collections.abc import Sequence

from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.cli_report import ReportError, write_report
from optuna_dashboard.server import PUBLIC, make_dashboard_server
from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.version import VERSION


def main(argv: Sequence[str] | None = None) -> int:
    """Serve the studies of one or more storages until interrupted, or report on one study."""
    argv = sys.argv[1:] if argv is None else argv
    if argv and argv[0] == "report":
        return _report(argv[1:])
    arguments = _parse(argv)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    catalog = Catalog()
    try:
        for source in arguments.storage:
            catalog.add(open_storage(source))
        server = make_dashboard_server(catalog, arguments.host, arguments.port)
    except StorageError as error:
        return _fail(error.message)
    except (OSError, OverflowError) as error:
        return _fail(f"Cannot listen on {arguments.host}:{arguments.port}: {error}")
    with server:
        name = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
        print(f"Listening on http://{name}:{server.server_port}/", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


def _report(argv: Sequence[str]) -> int:
    try:
        print(write_report(argv, PUBLIC))
    except ReportError as error:
        return _fail(str(error))
    return 0


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="optuna-dashboard",
        description="See Optuna studies.",
        epilog="'optuna-dashboard report --help' tells how to write a study into one HTML file. "
        "A storage file of the name report opens as ./report.",
    )
    parser.add_argument("storage", nargs="+", help="a file, or a URL such as sqlite:///example.db")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8080, help="0 takes a free one")
    parser.add_argument("--version", action="version", version=VERSION)
    return parser.parse_args(argv)


def _fail(message: str) -> int:
    print(f"optuna-dashboard: {message}", file=sys.stderr)
    return 1

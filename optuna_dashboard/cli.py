"""The command line: ``optuna-dashboard sqlite:///example.db``, or ``report``, ``migrate`` or
``upgrade`` before it."""

import argparse
import logging
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.artifact_stores import (
    ArtifactPlace,
    ArtifactStoreError,
    open_artifact_store,
)
from optuna_dashboard.cli_access import (
    AccessError,
    access_of,
    add_access_options,
    without_other_token,
)
from optuna_dashboard.cli_config import ConfigError, read_config
from optuna_dashboard.cli_migrate import migrate_file
from optuna_dashboard.cli_report import ReportError, write_report
from optuna_dashboard.cli_upgrade import upgrade_file
from optuna_dashboard.migrate.rows import MigrateError
from optuna_dashboard.server import PUBLIC
from optuna_dashboard.servers import SERVER_NAMES, MissingServerError, serve
from optuna_dashboard.storage.artifact_files import artifact_files
from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.open import STORAGE_CLASSES, open_storage
from optuna_dashboard.version import VERSION

_ALLOW_UNSAFE = "--allow-unsafe changes nothing: HTML in notes is never run here."

Command = Callable[[Sequence[str]], str]

# What may stand in the place of a storage; each returns what is to be said.
_COMMANDS: dict[str, Command] = {
    "migrate": migrate_file,
    "report": lambda argv: write_report(argv, PUBLIC),
    "upgrade": upgrade_file,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Serve the studies of one or more storages until interrupted, report on one study, or
    migrate or upgrade a file."""
    argv = sys.argv[1:] if argv is None else argv
    # As Ctrl-C: what is open is closed, and the first process of a container would not end at all.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if argv and argv[0] in _COMMANDS:
        return _run(_COMMANDS[argv[0]], argv[1:])
    try:
        arguments = _parse(argv)
        access = access_of(arguments)
        place = _artifact_place(arguments)
        artifacts = artifact_files(open_artifact_store(place)) if place else None
    except (ConfigError, AccessError, ArtifactStoreError) as error:
        return _fail(str(error))

    def open_catalog() -> Catalog:
        catalog = Catalog(artifacts=artifacts)
        for source in arguments.storage:
            catalog.add(open_storage(source, storage_class=arguments.storage_class))
        return catalog

    if arguments.allow_unsafe and not arguments.quiet:
        print(_ALLOW_UNSAFE, file=sys.stderr)
    host, port, server = arguments.host, arguments.port, arguments.server
    try:
        with _logging(logging.CRITICAL if arguments.quiet else logging.WARNING):
            serve(open_catalog, host, port, server, access=access, quiet=arguments.quiet)
    except StorageError as error:
        return _fail(error.message)
    except MissingServerError as error:
        return _fail(str(error))
    except (OSError, OverflowError) as error:
        return _fail(f"Cannot listen on {host}:{port}: {error}")
    return 0


@contextmanager
def _logging(level: int) -> Iterator[None]:
    """Log what has this level at least, and nothing else, whoever says it."""
    logging.basicConfig(level=level, format="%(levelname)s %(message)s")
    # Optuna gives its own loggers a level and a handler when it is imported, to write.
    logging.disable(level - 1)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def _run(command: Command, argv: Sequence[str]) -> int:
    try:
        print(command(argv))
    except (MigrateError, ReportError) as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return _fail("interrupted")
    return 0


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    """The options of the command line, and of the file that it names.

    Raises:
        ConfigError: if that file cannot be used.
    """
    parser = argparse.ArgumentParser(
        prog="optuna-dashboard",
        description="See Optuna studies.",
        epilog="'optuna-dashboard report --help' tells how to write a study into one HTML file, "
        "'optuna-dashboard migrate --help' how to make a file of today's Optuna of an older one, "
        "'optuna-dashboard upgrade --help' how to make it in its place. "
        "A storage file of the name report opens as ./report.",
    )
    parser.add_argument(
        "storage",
        nargs="*",
        help="a file, or a URL such as sqlite:///example.db, mysql+pymysql://..., redis://...",
    )
    parser.add_argument(
        "--storage-class",
        choices=STORAGE_CLASSES,
        help="the class of Optuna that the storage is for; told by itself if left out",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8080, help="0 takes a free one")
    parser.add_argument(
        "--server",
        choices=SERVER_NAMES,
        default="auto",
        help="auto takes gunicorn or waitress if it is installed, else wsgiref",
    )
    parser.add_argument(
        "--artifact-dir", metavar="FOLDER", help="the folder that holds the artifacts"
    )
    add_access_options(parser)
    parser.add_argument(
        "--allow-unsafe",
        action="store_true",
        help="taken for the sake of old scripts: HTML in notes is never run",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print errors only")
    parser.add_argument(
        "--from-config",
        type=Path,
        metavar="FILE",
        help="a TOML file with these options; those given here come first",
    )
    parser.add_argument("-v", "--version", action="version", version=VERSION)
    parser.set_defaults(artifact_place=None)
    arguments = parser.parse_args(argv)
    if arguments.from_config:
        options = read_config(arguments.from_config)
        without_other_token(arguments, options)
        parser.set_defaults(**options)
        arguments = parser.parse_args(argv)
    if not arguments.storage:
        parser.error("which storage? Give a file or a URL.")
    return arguments


def _artifact_place(arguments: argparse.Namespace) -> ArtifactPlace | None:
    if arguments.artifact_dir:
        return ArtifactPlace("filesystem", {"base_path": arguments.artifact_dir})
    place: ArtifactPlace | None = arguments.artifact_place
    return place


def _fail(message: str) -> int:
    print(f"optuna-dashboard: {message}", file=sys.stderr)
    return 1

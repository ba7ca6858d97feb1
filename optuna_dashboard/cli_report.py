"""The command line: ``optuna-dashboard report sqlite:///example.db -o study.html``."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from optuna_dashboard.artifact_stores import (
    ArtifactPlace,
    ArtifactStoreError,
    open_artifact_store,
)
from optuna_dashboard.report.artifacts import Look
from optuna_dashboard.report.document import report
from optuna_dashboard.report.script import complete
from optuna_dashboard.storage.artifact_files import artifact_files
from optuna_dashboard.storage.base import Storage, StorageError
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.study.study import Study

_MOST_NAMES = 10
_START_OF_HTML = b"<!doctype html>"


class ReportError(Exception):
    """No report can be written; the text is a sentence for the user."""


def write_report(argv: Sequence[str], public: Path) -> str:
    """Write a study into one HTML file; returns a sentence on what was written.

    ``public`` is the folder of the built pages.

    Raises:
        ReportError: if that is not possible.
    """
    arguments = _parse(argv)
    output = Path(arguments.output)
    try:
        parts = (public / "report.html").read_bytes()
    except OSError:
        raise ReportError("The pages are not built; a report needs a part of them") from None
    _check(output)
    look = _look(arguments.artifact_dir)
    try:
        storage = open_storage(arguments.storage)
        study = _study(storage, arguments.study)
        html = complete(report(study, storage.label, storage.warnings, look), parts)
    except StorageError as error:
        raise ReportError(error.message) from error
    _write(output, html)
    return f"{output}: {_size_text(len(html))}, study {study.name!r}"


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="optuna-dashboard report",
        description="Write a study into one HTML file that opens anywhere.",
    )
    parser.add_argument("storage", help="a file, or a URL such as sqlite:///example.db")
    parser.add_argument("-o", "--output", required=True, help="the HTML file to write")
    parser.add_argument("--study", help="its name; not needed if there is only one")
    parser.add_argument(
        "--artifact-dir",
        metavar="FOLDER",
        help="the folder that holds the artifacts; small pictures in it become part of the file",
    )
    return parser.parse_args(argv)


def _look(folder: str | None) -> Look | None:
    """What reads the artifacts in this folder."""
    if folder is None:
        return None
    try:
        place = ArtifactPlace("filesystem", {"base_path": folder})
        return artifact_files(open_artifact_store(place)).look
    except ArtifactStoreError as error:
        raise ReportError(str(error)) from None


def _study(storage: Storage, name: str | None) -> Study:
    """The study of this name, or the only one."""
    headers = [summary.header for summary in storage.summaries()]
    wanted = [header for header in headers if name in (None, header.name)]
    # What only helps another study is nobody's subject unless it is asked for.
    wanted = [header for header in wanted if name or not header.helper_of]
    if len(wanted) == 1:
        return storage.study(wanted[0].id)
    if not headers:
        raise ReportError(f"There is no study in {storage.label}")
    names = ", ".join(repr(header.name) for header in headers[:_MOST_NAMES])
    more = ", ..." if len(headers) > _MOST_NAMES else ""
    reason = "There are several studies" if name is None else f"There is no study {name!r}"
    raise ReportError(f"{reason} in {storage.label}; --study can be {names}{more}")


def _check(output: Path) -> None:
    """Look at what is in the place of the output, before anything is computed."""
    if output.is_dir():
        raise ReportError(f"{output} is a folder")
    if not output.parent.is_dir():
        raise ReportError(f"There is no folder {output.parent}")
    try:
        with output.open("rb") as file:
            start = file.read(len(_START_OF_HTML))
    except FileNotFoundError:
        return
    except OSError as error:
        raise _not_writable(output, error) from error
    # A slip of the hand must not cost anybody a study.
    if start and start.lower() != _START_OF_HTML:
        raise ReportError(f"{output} exists and is no HTML; it is left as it is")


def _write(output: Path, html: bytes) -> None:
    """Put the file in its place when it is whole, so that there is never half of one."""
    unfinished = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(html)
        os.replace(unfinished, output)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise _not_writable(output, error) from error


def _not_writable(output: Path, error: OSError) -> ReportError:
    return ReportError(f"{output} cannot be written: {error.strerror}")


def _size_text(size: int) -> str:
    return f"{size / 1e6:.1f} MB"

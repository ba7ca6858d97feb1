"""Copies of a database that a program may have open."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from itertools import chain, count
from os.path import lexists
from pathlib import Path

from optuna_dashboard.storage.revision import sibling


def free_place(path: Path) -> Path:
    """Where a copy of the file is to be kept: beside it, by a name that nothing has."""
    # Beside the file itself, where a link leads to it.
    return next(place for place in _places(path.resolve()) if not _is_taken(place))


def keep_copy(source: sqlite3.Connection, path: Path, place: Path) -> None:
    """Copy the database of ``path`` to ``place``, for the same people to read.

    Raises:
        FileExistsError: if something is there.
        sqlite3.Error, OSError: if it cannot be copied; then nothing is left behind.
    """
    place.touch(exist_ok=False)
    try:
        shutil.copymode(path, place)
        _copy_owner(path, place)
        copy_database(source, place)
    except BaseException:
        place.unlink()
        raise


def copy_database(source: sqlite3.Connection, target: Path) -> None:
    """Copy all that is committed, also what is still in a ``-wal``, into one file.

    Raises:
        sqlite3.Error: if that is not possible, also because a page of it is damaged.
    """
    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy, progress=_stop_if_locked)
        # In WAL mode it would seem to lack its -wal.
        copy.execute("PRAGMA journal_mode = DELETE")
        [(finding,)] = copy.execute("PRAGMA integrity_check(1)")
        if finding != "ok":
            raise sqlite3.DatabaseError(f"it is damaged: {finding}")


def _copy_owner(path: Path, place: Path) -> None:
    """Give the copy to whose the file is, where this user may do that."""
    with suppress(OSError, AttributeError):  # Windows has no such function
        owner = path.stat()
        os.chown(place, owner.st_uid, owner.st_gid)


def _stop_if_locked(status: int, remaining: int, total: int) -> None:
    # Python itself would try again for good.
    if status not in (sqlite3.SQLITE_OK, sqlite3.SQLITE_DONE):
        raise sqlite3.OperationalError("database is locked")


def _places(path: Path) -> Iterator[Path]:
    stem = f"{path.stem}.before-upgrade-{date.today().isoformat()}"
    for end in chain([""], (f"-{n}" for n in count(2))):
        yield path.with_name(f"{stem}{end}{path.suffix}")


def _is_taken(place: Path) -> bool:
    # SQLite would take a -wal or -journal that an earlier file left for one of the copy.
    own = [place, sibling(place, "-wal"), sibling(place, "-journal")]
    return any(lexists(path) for path in own)

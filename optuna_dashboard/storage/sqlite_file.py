"""A SQLite file opened without ever changing it."""

import shutil
import sqlite3
import tempfile
import threading
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.cells import warn
from optuna_dashboard.storage.revision import sibling, size_of

_BUSY_SECONDS = 1.0
# Small enough that the rows of one chunk do not set off the garbage collector.
_CHUNK = 256

Row = tuple[Any, ...]


class SqliteFile:
    """A connection that reads ``path`` together with its ``-wal`` or ``-journal``.

    It is opened with ``mode=ro``, never ``immutable=1``, which silently loses what is in
    a ``-wal``. Where SQLite must write to be able to read (it has to roll back a crashed
    transaction, or to make a ``-shm`` in a folder that is read-only), a private copy is
    read instead.
    """

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        self.is_damaged = False
        self._lock = threading.RLock()
        self._copy: str | None = None  # folder of the private copy
        self._connection = self._open()
        self.close = weakref.finalize(self, _close, self._connection, self._copy)

    @property
    def is_wal(self) -> bool:
        """Whether the database is in WAL mode."""
        # Asked of SQLite: to open and close the file ourselves would drop the locks that
        # other connections of this process, perhaps a running study's, have on it.
        return list(self.rows("PRAGMA journal_mode")) == [("wal",)]

    @property
    def has_wal(self) -> bool:
        """Whether something is in a ``-wal`` beside the database."""
        return size_of(sibling(self.path, "-wal")) > 0

    def rows(self, sql: str, args: Mapping[str, Any] | None = None) -> Iterator[Row]:
        """Stream the rows of a query.

        Raises:
            sqlite3.DatabaseError: also midway, where a page is damaged.
            StorageError: when another program keeps the file locked.
        """
        for chunk in self.chunks(sql, args):
            yield from chunk

    def chunks(
        self, sql: str, args: Mapping[str, Any] | None = None, start: int = 0
    ) -> Iterator[list[Row]]:
        """As ``rows``, some hundred rows at a time, from row ``start`` on."""
        with self._lock:
            try:
                cursor = self._connection.execute(sql, args or {})
                next(islice(cursor, start, start), None)
                while chunk := cursor.fetchmany(_CHUNK):
                    yield chunk
                    start += len(chunk)
            except sqlite3.OperationalError as error:
                if "Could not decode" in str(error):
                    # Takes half as long again, so only where a text is not UTF-8.
                    self._connection.text_factory = _with_replacements
                    yield from self.chunks(sql, args, start)
                elif is_locked(error):
                    raise self.error(error) from error
                else:
                    raise

    @contextmanager
    def exclusive(self) -> Iterator[sqlite3.Connection]:
        """The connection, kept from other threads; texts are decoded as far as they go."""
        with self._lock:
            self._connection.text_factory = _with_replacements
            yield self._connection

    def tell_damage(self, what: str, warnings: list[str]) -> None:
        """Tell of a table that cannot be read to its end."""
        self.is_damaged = True
        warn(warnings, f"{self.name} is damaged: some {what} cannot be read and are left out.")

    def error(self, error: sqlite3.Error | OSError) -> StorageError:
        """What an error means for the user."""
        if is_locked(error):
            message = (
                f"{self.name} is locked by another program that is writing to it. "
                "Wait until it has finished, or close it, then open the file again."
            )
            return StorageError("locked", message)
        if not self.path.exists():
            return StorageError("not-found", f"{self.name} is not there any more.")
        return StorageError("damaged", self._damage(error))

    def _damage(self, error: sqlite3.Error | OSError) -> str:
        told, found = _size_in_header(self.path), size_of(self.path)
        if told > found:
            return (
                f"{self.name} is cut off: it should have {told:,} bytes and has {found:,}. "
                "Copy or download it again."
            )
        return (
            f"{self.name} is damaged ({error}). Copy it again from where it was written, or "
            "try the `.recover` command of the sqlite3 shell."
        )

    def _open(self) -> sqlite3.Connection:
        connection = None
        try:
            connection = _connect(self.path, "ro")
            _try(connection)
        except sqlite3.DatabaseError as error:
            _close(connection, None)
            if not _needs_writing(error) or not self.path.exists():
                raise self.error(error) from error
            return self._open_copy()
        return connection

    def _open_copy(self) -> sqlite3.Connection:
        self._copy = tempfile.mkdtemp(prefix="optuna-dashboard-")
        copy = Path(self._copy, "copy.db")
        connection = None
        try:
            shutil.copyfile(self.path, copy)
            for suffix in ("-wal", "-journal"):
                if size_of(sibling(self.path, suffix)) > 0:
                    shutil.copyfile(sibling(self.path, suffix), sibling(copy, suffix))
            connection = _connect(copy, "rw")
            _try(connection)
        except (sqlite3.DatabaseError, OSError) as error:
            _close(connection, self._copy)
            raise self.error(error) from error
        return connection


def is_locked(error: Exception) -> bool:
    """Whether another connection keeps this one from reading."""
    return "locked" in str(error) or "busy" in str(error)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    # One connection for all threads: SqliteFile lets one of them read at a time.
    return sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def _with_replacements(text: bytes) -> str:
    return text.decode(errors="replace")


def _needs_writing(error: sqlite3.Error) -> bool:
    return "readonly database" in str(error) or "unable to open" in str(error)


def _try(connection: sqlite3.Connection) -> None:
    """Make SQLite look at the file, which it puts off until then."""
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
    except UnicodeDecodeError as error:
        # SQLite says what it cannot parse, and that is no text.
        raise sqlite3.DatabaseError("malformed database schema") from error


def _close(connection: sqlite3.Connection | None, folder: str | None) -> None:
    if connection is not None:
        connection.close()
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def _size_in_header(path: Path) -> int:
    """How large the file says it is."""
    with path.open("rb") as file:
        header = file.read(100)
    page_size = int.from_bytes(header[16:18], "big")
    return int.from_bytes(header[28:32], "big") * (65536 if page_size == 1 else page_size)

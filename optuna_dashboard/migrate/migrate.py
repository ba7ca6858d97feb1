"""From a file of any release of Optuna to a new one that today's Optuna opens."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from optuna_dashboard.migrate.journal_rows import JournalRows
from optuna_dashboard.migrate.native import make_native
from optuna_dashboard.migrate.rows import MigrateError, Rows
from optuna_dashboard.migrate.sqlite_rows import SqliteRows
from optuna_dashboard.migrate.write import write_rows
from optuna_dashboard.storage.sniff import sniff
from optuna_dashboard.storage.sqlite_file import SqliteFile


@dataclass(frozen=True, slots=True)
class Migration:
    """What was written, and sentences on what the user should know of it."""

    n_studies: int
    n_trials: int
    made_native: list[str]  # names of the legacy multi-objective studies
    warnings: list[str]


def migrate(source: Path, name: str, target: Path) -> Migration:
    """Write everything in ``source``, a SQLite file or a journal, into a new SQLite file.

    Args:
        source: the file to read; it is not changed.
        name: what to call it in messages.
        target: where nothing is yet. After an error there may be a part of the file.

    Raises:
        MigrateError: if the file holds something that Optuna could not read.
        StorageError: if it is not a file of Optuna, or is damaged.
    """
    with rows_of(source, name) as rows:
        try:
            return _write(rows, target)
        except sqlite3.Error as error:
            raise MigrateError(f"The new file cannot be written: {error}.") from error


@contextmanager
def rows_of(source: Path, name: str) -> Iterator[Rows]:
    """The rows of a file.

    Raises:
        MigrateError, StorageError: as ``migrate``, also while they are read.
    """
    if sniff(source, name) == "journal":
        yield JournalRows(source, name)
        return
    file = SqliteFile(source, name)
    try:
        yield SqliteRows(file)
    finally:
        file.close()


def _write(rows: Rows, target: Path) -> Migration:
    with closing(sqlite3.connect(target)) as connection:
        # Nobody wants a half-written file: there is nothing to roll back to.
        connection.execute("PRAGMA journal_mode = OFF")
        with connection:
            write_rows(rows, connection)
            names = make_native(connection)
        return Migration(
            n_studies=_count(connection, "studies"),
            n_trials=_count(connection, "trials"),
            made_native=names,
            warnings=rows.warnings,
        )


def _count(connection: sqlite3.Connection, table: str) -> int:
    [(count,)] = connection.execute(f"SELECT COUNT(*) FROM {table}")
    return int(count)

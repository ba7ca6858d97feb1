"""A SQLite file with the schema of an older Optuna, brought up to date in its place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from math import copysign, inf, isclose, isnan
from pathlib import Path
from tempfile import TemporaryDirectory

from optuna_dashboard.migrate.backup import copy_database, free_place, keep_copy
from optuna_dashboard.migrate.optuna_upgrade import upgrade_with_optuna
from optuna_dashboard.migrate.replace import data_version, replace_tables
from optuna_dashboard.migrate.rows import MigrateError
from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.sniff import sniff
from optuna_dashboard.storage.sqlite import SqliteStorage
from optuna_dashboard.storage.sqlite_file import is_locked
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.study import Study

# What an upgrade keeps: id, name and directions of a study; states, values and parameters of its
# trials.
_Study = tuple[int, str, tuple[Direction, ...], bytes, list[list[float | None]], dict[str, bytes]]

# The largest number of 32 bits, which Optuna takes for infinity, and what is close to it.
_LARGEST, _CLOSE = 3.4028234663852886e38, 1.1e-5

_BUSY_SECONDS = 5.0


def upgrade(path: Path, name: str) -> Path:
    """Upgrade the schema of a file with Optuna; returns where a copy of the old file is kept.

    Optuna works on another copy, as its upgrade takes many transactions. If that holds the
    same studies as the file, its tables take the place of the old ones in one transaction.
    Whatever happens, the file is the old one or the new one, and who has it open keeps it.

    Args:
        path: a SQLite file.
        name: what to call it in messages.

    Raises:
        MigrateError: if Optuna cannot upgrade it, or if it needs no upgrade.
        StorageError: if it is not a file of Optuna, or another program writes to it.
    """
    if sniff(path, name) != "sqlite":
        raise MigrateError(f"{name} is a journal; only SQLite files are upgraded")
    with (
        _told_errors(name),
        TemporaryDirectory(prefix="optuna-dashboard-", ignore_cleanup_errors=True) as folder,
        # It is closed first: some systems delete nothing that is open.
        _opened(path) as connection,
    ):
        version = data_version(connection)
        upgraded = Path(folder, "upgraded.db")
        copy_database(connection, upgraded)
        before = _old_studies(upgraded, name)
        upgrade_with_optuna(upgraded, name)
        _number_trials(upgraded, name)
        if _studies(upgraded, name) != before:
            raise MigrateError(f"{name} is left as it was: upgraded, it has not the same trials.")
        place = free_place(path)
        keep_copy(connection, path, place)
        with _removed_if_locked(place):
            replace_tables(connection, upgraded, version)
    return place


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    address = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(address, _BUSY_SECONDS, uri=True, isolation_level=None)
    with closing(connection):
        yield connection


@contextmanager
def _told_errors(name: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if is_locked(error):
            message = (
                f"{name} is left as it was, for another program is writing to it. End that "
                "program first: it could not go on with the upgraded file."
            )
            raise StorageError("locked", message) from error
        raise MigrateError(f"{name} is left as it was: {error}.") from error
    except OSError as error:
        raise MigrateError(f"{name} is left as it was: {error.strerror}.") from error


@contextmanager
def _removed_if_locked(place: Path) -> Iterator[None]:
    """Keep no copy of a file that was not touched; after any other error it stays."""
    try:
        yield
    except sqlite3.Error as error:
        if is_locked(error):
            with suppress(OSError):
                place.unlink()
        raise


def _old_studies(path: Path, name: str) -> list[_Study]:
    """The studies of a file, which must have a schema that is known to be old."""
    storage = SqliteStorage(path, name)
    try:
        if not storage.has_old_schema:
            raise MigrateError(f"{name} needs no upgrade: its schema is not an old one.")
        if not storage.can_be_upgraded:
            raise MigrateError(f"{name} does not say which Optuna wrote it, and is not changed.")
    finally:
        storage.close()
    return _studies(path, name)


def _studies(path: Path, name: str) -> list[_Study]:
    storage = SqliteStorage(path, name)
    try:
        return [_kept(storage.study(one.header.id)) for one in storage.summaries()]
    finally:
        storage.close()


def _kept(study: Study) -> _Study:
    values = [[_value(number) for number in column] for column in study.values]
    params = {column.name: column.internal.tobytes() for column in study.all_params()}
    return study.id, study.name, study.directions, bytes(study.index.states), values, params


def _value(number: float) -> float | None:
    """The same, with infinity in the place of its stand-in, and None, which equals itself, in
    that of NaN."""
    if isnan(number):
        return None
    return copysign(inf, number) if isclose(abs(number), _LARGEST, rel_tol=_CLOSE) else number


def _number_trials(path: Path, name: str) -> None:
    """Number the trials that have no number, by their order: Optuna 0.8 wrote none, and later
    releases take all such trials of a study for one."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(
            "UPDATE trials SET number = ? WHERE trial_id = ? AND number IS NULL",
            list(_missing_numbers(connection, path, name)),
        )


def _missing_numbers(
    connection: sqlite3.Connection, path: Path, name: str
) -> Iterator[tuple[int, int]]:
    """Number and id of the trials of every study that has one without a number."""
    sql = (
        "SELECT DISTINCT study_id FROM trials WHERE number IS NULL"
        " AND study_id IN (SELECT study_id FROM studies)"
    )
    storage = SqliteStorage(path, name)
    for (study_id,) in connection.execute(sql).fetchall():
        index = storage.study(study_id).index
        yield from zip(index.numbers, index.ids)
    storage.close()

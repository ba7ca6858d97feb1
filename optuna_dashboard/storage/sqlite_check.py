"""Whether a SQLite file is Optuna's, and what the user is to know about it."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass

from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.cells import warn
from optuna_dashboard.storage.sqlite_file import SqliteFile
from optuna_dashboard.storage.sqlite_layout import (
    NEWEST_REVISION,
    OLD_REVISIONS,
    REQUIRED,
    Layout,
    Tables,
    find_layout,
    missing_columns,
)

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Origin:
    """What a database says of where it comes from: the release of Optuna that made it, and
    the revision of its schema."""

    release: str | None
    revision: str | None


def check_layout(file: SqliteFile, warnings: list[str]) -> tuple[Layout, Origin]:
    """The layout of an Optuna database, and where it comes from.

    Raises:
        StorageError: if the database is not Optuna's, or cannot be read.
    """
    try:
        tables, indexes = _schema(file)
        release = _first(file, tables, "version_info", "library_version")
        revision = _first(file, tables, "alembic_version", "version_num")
    except sqlite3.DatabaseError as error:
        raise file.error(error) from error
    missing = missing_columns(tables)
    is_newer = revision is not None and revision not in (*OLD_REVISIONS, NEWEST_REVISION)
    if missing:
        raise _refusal(file, tables, missing, release if is_newer else None)
    if is_newer:
        version = f"{release}, schema {revision}" if release else f"schema {revision}"
        warn(
            warnings,
            f"{file.name} was written by a newer Optuna ({version}); "
            "it is shown as far as it can be read.",
        )
    if file.is_wal and not file.has_wal:
        warn(
            warnings,
            f"{file.name} is in WAL mode and has no -wal file beside it. If Optuna was running "
            "when it was copied, the newest trials are in that file: open both together.",
        )
    layout = find_layout(tables, indexes, revision)
    for source in layout.sources:
        if not _has_readable_ends(file, source.table):
            file.tell_damage(source.what, warnings)
    return layout, Origin(release, revision)


def _has_readable_ends(file: SqliteFile, table: str) -> bool:
    """Whether the first and last row can be read: a quick look, so as to warn early."""
    try:
        for order in ("ASC", "DESC"):
            list(file.rows(f"SELECT * FROM {table} ORDER BY rowid {order} LIMIT 1"))
    except sqlite3.DatabaseError:
        return False
    return True


def _schema(file: SqliteFile) -> tuple[Tables, frozenset[str]]:
    tables: dict[str, set[str]] = defaultdict(set)
    sql = (
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c "
        "WHERE m.type = 'table'"
    )
    for table, column in file.rows(sql):
        tables[table].add(column)
    indexes = file.rows("SELECT name FROM sqlite_master WHERE type = 'index'")
    return (
        {table: frozenset(columns) for table, columns in tables.items()},
        frozenset(name for (name,) in indexes),
    )


def _first(file: SqliteFile, tables: Tables, table: str, column: str) -> str | None:
    if column not in tables.get(table, ()):
        return None
    for (value,) in file.rows(f"SELECT {column} FROM {table} LIMIT 1"):
        return str(value)
    return None


def _refusal(
    file: SqliteFile, tables: Tables, missing: list[str], newer: str | None
) -> StorageError:
    name = file.name
    if newer is not None and "studies" in tables:
        message = (
            f"{name} was written by Optuna {newer}, whose tables this version cannot read "
            f"(it lacks {', '.join(missing)}). Update Optuna Dashboard."
        )
        return StorageError("too-new", message)
    if not tables and file.is_wal and not file.has_wal:
        message = (
            f"{name} holds no table yet: it is in WAL mode, and all of its content is in the "
            f"-wal file that is missing. Open {name} and {name}-wal together."
        )
        return StorageError("wal-missing", message)
    if not tables:
        message = f"{name} is a SQLite database without any table; Optuna wrote nothing to it."
        return StorageError("not-optuna", message)
    message = f"{name} is a SQLite database, but not one of Optuna: {_contents(tables, missing)}"
    return StorageError("not-optuna", message)


def _contents(tables: Tables, missing: list[str]) -> str:
    names = sorted(tables)
    listed = ", ".join(names[:_MOST_NAMED]) + (", ..." if len(names) > _MOST_NAMED else "")
    found = f"it has the table{'s' if len(names) > 1 else ''} {listed}"
    if "experiments" in tables and "alembic_version" in tables:
        return f"{found}, like a database of MLflow."
    if tables.keys().isdisjoint(REQUIRED):
        return f"{found}."
    return f"{found}, but lacks {', '.join(missing)}."

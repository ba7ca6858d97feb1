"""Other tables in the place of those of a database, in one transaction."""

import sqlite3
from pathlib import Path

_OWN = r"name LIKE 'sqlite\_%' ESCAPE '\'"  # what SQLite keeps for itself
_KINDS = ("table", "index", "view", "trigger")


def replace_tables(connection: sqlite3.Connection, source: Path, version: int) -> None:
    """Put everything that is in ``source`` in the place of everything in the database.

    Others who have the file open see the old tables until it is done, then the new ones.

    Args:
        connection: of the database, in no transaction; opened by an address, without
            transactions of Python's own.
        source: the file that holds the new tables.
        version: what ``data_version`` was when these were made.

    Raises:
        sqlite3.Error: if that is not possible, as ``database is locked`` also if another
            program has written meanwhile. The database is as it was then.
    """
    connection.execute("ATTACH ? AS new", [f"{source.as_uri()}?mode=ro"])
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if data_version(connection) != version:
            raise sqlite3.OperationalError("database is locked")
        _drop_all(connection)
        _copy_all(connection)
        connection.execute("COMMIT")
    except BaseException:
        # Some errors have SQLite itself do it.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def data_version(connection: sqlite3.Connection) -> int:
    """A number that is another one when others have written to the database."""
    [(version,)] = connection.execute("PRAGMA main.data_version")
    return int(version)


def _drop_all(connection: sqlite3.Connection) -> None:
    sql = (
        f"SELECT type, name FROM main.sqlite_master WHERE type IN ('view', 'table') AND NOT {_OWN}"
    )
    # Views first: they name tables.
    for kind, name in sorted(connection.execute(sql).fetchall(), reverse=True):
        connection.execute(f"DROP {kind} main.{_quoted(name)}")


def _copy_all(connection: sqlite3.Connection) -> None:
    sql = f"SELECT type, name, sql FROM new.sqlite_master WHERE sql IS NOT NULL AND NOT {_OWN}"
    made = connection.execute(sql).fetchall()
    for kind, name, statement in sorted(made, key=lambda row: _KINDS.index(row[0])):
        connection.execute(statement)
        if kind == "table":
            table = _quoted(name)
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM new.{table}")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'

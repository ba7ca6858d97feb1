"""What can still be read of the tables of a damaged SQLite file.

The readable rows of a damaged table are copied into a temporary table of the same name.
SQLite looks a name up there first (https://www.sqlite.org/lang_naming.html), so that every
query that failed goes through when it is asked again.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

from optuna_dashboard.storage.sqlite_file import Row, SqliteFile, is_locked

# Columns that rows are looked up by.
_KEYS = ("study_id", "trial_id")
_BATCH = 10_000
_LAST_ROW = 2**63 - 1

T = TypeVar("T")


class SalvageableTables:
    """The tables of a file that may be salvaged, and what each holds, for the user."""

    def __init__(self, file: SqliteFile, what: Mapping[str, str], warnings: list[str]) -> None:
        self.file = file
        self._what = what
        self.warnings = warnings
        self._salvaged: set[str] = set()

    def read(self, ask: Callable[[], T]) -> T:
        """What ``ask`` finds; where that fails, what it finds in the readable rows.

        Raises:
            StorageError: if even then nothing can be read.
        """
        before = len(self._salvaged)
        try:
            return ask()
        except sqlite3.DatabaseError as error:
            self._salvage(error, before)
        try:
            return ask()
        except sqlite3.DatabaseError as error:
            raise self.file.error(error) from error

    def _salvage(self, error: sqlite3.DatabaseError, before: int) -> None:
        """Put the readable rows of each damaged table in its place.

        Raises:
            StorageError: if no table is damaged, nor was one since there were ``before``
                salvaged ones, which another thread may have seen to; or if no study can be
                read.
        """
        lossy = []
        with self.file.exclusive() as connection:
            try:
                found = [table for table in self._what if not _is_sound(connection, table)]
                for table in found:
                    lossy += [table] if _replace(connection, table) else []
                    self._salvaged.add(table)
                has_studies = connection.execute("SELECT 1 FROM studies").fetchone()
            except sqlite3.DatabaseError as failure:
                raise self.file.error(failure) from failure
        if len(self._salvaged) == before or not has_studies:
            raise self.file.error(error) from error
        for table in lossy:
            self.file.tell_damage(self._what[table], self.warnings)


def _is_sound(connection: sqlite3.Connection, table: str) -> bool:
    """Whether all pages of a table and of its indexes can be read; true once salvaged."""
    if _exists(connection, "sqlite_temp_master", table):
        return True
    if not _exists(connection, "sqlite_master", table):
        return True
    try:
        return list(connection.execute(f"PRAGMA main.integrity_check('{table}')")) == [("ok",)]
    except sqlite3.DatabaseError as error:
        if is_locked(error):
            raise
        return False


def _exists(connection: sqlite3.Connection, schema: str, table: str) -> bool:
    sql = f"SELECT 1 FROM {schema} WHERE type = 'table' AND name = ?"
    return connection.execute(sql, [table]).fetchone() is not None


def _replace(connection: sqlite3.Connection, table: str) -> bool:
    """Put a copy of the readable rows in the place of a table; whether any row was lost."""
    try:
        return _copy(connection, table)
    except BaseException:
        # Half a copy must not pass for what can be read.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
        raise


def _copy(connection: sqlite3.Connection, table: str) -> bool:
    info = list(connection.execute(f"PRAGMA main.table_info('{table}')"))
    columns = [name for _, name, *_ in info]
    kinds = [
        f'"{name}" INTEGER PRIMARY KEY' if is_key and kind == "INTEGER" else f'"{name}" {kind}'
        for _, name, kind, _, _, is_key in info
    ]
    connection.execute(f"CREATE TEMP TABLE {table} ({', '.join(kinds)})")
    insert = f"INSERT OR IGNORE INTO temp.{table} VALUES ({', '.join('?' * len(columns))})"
    found = _Rows(connection, table)
    rows = (row[1:] for row in _readable_rows(found))
    # Nothing is read within the transactions: they could not go on behind a damaged page.
    while batch := list(islice(rows, _BATCH)):
        connection.execute("BEGIN")
        connection.executemany(insert, batch)
        connection.execute("COMMIT")
    for key in _KEYS:
        if key in columns:
            connection.execute(f"CREATE INDEX temp.{table}_{key} ON {table} ({key})")
    # Of a table whose index alone is damaged every row is there.
    return found.met_damage


def _readable_rows(rows: "_Rows") -> Iterator[Row]:
    """Rowid and columns of the rows outside the damaged pages, in order of rowid.

    Where several pages are damaged, a page between two of them can be leapt over.
    """
    last = -_LAST_ROW - 1
    while True:
        for row in rows.after(last):
            last = row[0]
            yield row
        if rows.at_end:
            return
        found = rows.first_behind(last)
        # The leap went over rows that can be read from the other side.
        yield from reversed(list(rows.between(last, found[0] if found else _LAST_ROW)))
        if found is None:
            return
        last = found[0]
        yield found


class _Rows:
    """The rows of a table with damaged pages, read as far as it goes."""

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        self._connection = connection
        self._rows = f"SELECT rowid, * FROM main.{table} NOT INDEXED WHERE"
        # Whether the last reading came to its end without meeting damage, and any one did not.
        self.at_end = False
        self.met_damage = False

    def after(self, rowid: int) -> Iterator[Row]:
        """Rows behind a row, up to the next damaged page."""
        for row in self._until_damage("rowid > ? ORDER BY rowid", rowid):
            if row[0] <= rowid:
                # A page that stands in a wrong place is damaged as well.
                self.at_end, self.met_damage = False, True
                break
            rowid = row[0]
            yield row
        if not self.at_end:
            # sqlite3 holds a row back until the next one is there: ask for it alone.
            for row in self._until_damage("rowid > ? ORDER BY rowid LIMIT 1", rowid):
                if row[0] > rowid:
                    yield row
            self.at_end = False

    def between(self, first: int, last: int) -> Iterator[Row]:
        """Rows between two rows, from the last one back to the nearest damaged page."""
        order = "rowid < ? AND rowid > ? ORDER BY rowid DESC"
        for row in self._until_damage(order, last, first):
            if not first < row[0] < last:
                self.at_end, self.met_damage = False, True
                break
            last = row[0]
            yield row
        if not self.at_end:
            for row in self._until_damage(f"{order} LIMIT 1", last, first):
                if first < row[0] < last:
                    yield row

    def first_behind(self, rowid: int) -> Row | None:
        """A readable row behind leaps that grow by a quarter, None if there is none."""
        start, leap = max(rowid, 0), 1
        while start + leap < _LAST_ROW:
            row = next(self._until_damage("rowid >= ? ORDER BY rowid LIMIT 1", start + leap), None)
            if row is not None and row[0] >= start + leap:
                return row
            if row is None and self.at_end:
                return None
            leap += 1 + leap // 4
        return None

    def _until_damage(self, what: str, *args: int) -> Iterator[Row]:
        self.at_end = False
        try:
            yield from self._connection.execute(f"{self._rows} {what}", args)
            self.at_end = True
        except sqlite3.DatabaseError as error:
            if is_locked(error):
                raise
            self.met_damage = True

"""Columns of one study, streamed out of MySQL, MariaDB or PostgreSQL."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from math import inf
from typing import Any

from optuna_dashboard.storage.database_scope import DatabaseScope
from optuna_dashboard.storage.sqlite_file import Row
from optuna_dashboard.storage.sqlite_layout import Source
from optuna_dashboard.storage.sqlite_reader import SqliteReader
from optuna_dashboard.storage.sqlite_scope import scope_of

# So many names are looked for one after the other, and so many rows at a time.
_MOST_NAMES, _BATCH = 200, 100
_INFINITIES = {"INF_POS": inf, "INF_NEG": -inf}


class DatabaseReader(SqliteReader):
    """Reads the trials of one study, or ``only`` some of them, as those of a file are read."""

    def has_intermediate_values(self) -> bool:
        source = self.layout.intermediate_values
        return source is not None and any(self.stream(self._scope.one(source)))

    def _distinct(self, source: Source | None, column: str) -> list[str]:
        """Names, of which there are few: each time some rows with others are looked for, from
        where the last were found. For DISTINCT, MySQL puts all rows into a table of its own.
        """
        if source is None or self._only is not None or self.layout.has_quick_distinct:
            return super()._distinct(source, column)
        start, known = self._scope.first, set[str]()
        while len(known) < _MOST_NAMES:
            sql = self._scope.other(source, column, len(known), _BATCH)
            names = {f"name{i}": name for i, name in enumerate(known)}
            found = list(self.file.rows(sql, {**self._scope.args, **names, "start": start}))
            new = {str(name) for _, name in found} - known
            if not found:
                return sorted(known)
            if not new:
                break  # the database writes them in another way than they are asked for
            start, known = found[-1][0], known | new
        return super()._distinct(source, column)

    def stream_of(self, source: Source, sql: str, args: dict[str, Any]) -> Iterator[Row]:
        found = self.stream(sql, args)
        has_type = source in (self.layout.values, self.layout.intermediate_values)
        return _with_infinities(found) if has_type else found

    @cached_property
    def _scope(self) -> DatabaseScope:
        study, layout = self._study_id, self.layout
        if self._only is not None:
            return scope_of(DatabaseScope, self._only.ids, study, layout)
        sql = "SELECT COUNT(*), MIN(trial_id), MAX(trial_id) FROM trials WHERE study_id = :study"
        [(count, first, last)] = self.file.rows(sql, {"study": study})
        return DatabaseScope(study, first or 0, last or -1, count, last or 0, layout)


def _with_infinities(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows with a value and its type, with infinities in the place of both."""
    for trial_id, key, value, kind in rows:
        yield trial_id, key, _INFINITIES.get(kind) if value is None else value

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

_INFINITIES = {"INF_POS": inf, "INF_NEG": -inf}


class DatabaseReader(SqliteReader):
    """Reads the trials of one study, or ``only`` some of them, as those of a file are read."""

    def has_intermediate_values(self) -> bool:
        source = self.layout.intermediate_values
        return source is not None and any(self.stream(self._scope.one(source)))

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

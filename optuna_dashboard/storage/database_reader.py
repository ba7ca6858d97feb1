"""Columns of one study, streamed out of MySQL, MariaDB or PostgreSQL."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from math import inf
from typing import Any

from optuna_dashboard.storage.database_scope import DatabaseScope
from optuna_dashboard.storage.sqlite_file import Row
from optuna_dashboard.storage.sqlite_layout import Layout, Source
from optuna_dashboard.storage.sqlite_reader import SqliteReader
from optuna_dashboard.storage.tables import Tables
from optuna_dashboard.study.columns import TrialIndex

_INFINITIES = {"INF_POS": inf, "INF_NEG": -inf}


class DatabaseReader(SqliteReader):
    """Reads the trials of one study, or ``only`` some of them, as those of a file are read."""

    def __init__(
        self,
        layout: Layout,
        tables: Tables,
        study_id: int,
        n_objectives: int,
        only: TrialIndex | None = None,
    ) -> None:
        super().__init__(layout, tables, study_id, n_objectives)
        self._only = only

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
            ids = self._only.ids
            first, last = min(ids, default=0), max(ids, default=-1)
            return DatabaseScope(study, first, last, len(ids), last, layout, only=tuple(ids))
        sql = "SELECT COUNT(*), MIN(trial_id), MAX(trial_id) FROM trials WHERE study_id = :study"
        [(count, first, last)] = self.file.rows(sql, {"study": study})
        return DatabaseScope(study, first or 0, last or -1, count, last or 0, layout)

    @cached_property
    def _index(self) -> TrialIndex:
        return super()._index if self._only is None else self._only


def _with_infinities(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows with a value and its type, with infinities in the place of both."""
    for trial_id, key, value, kind in rows:
        yield trial_id, key, _INFINITIES.get(kind) if value is None else value

"""Which rows of a table of a database server belong to a study."""

from dataclasses import dataclass
from typing import Any

from optuna_dashboard.storage.sqlite_layout import Source
from optuna_dashboard.storage.sqlite_scope import Scope

# As a number that orders, because the value of an infinity is NULL.
_RANK = "CASE x.value_type WHEN 'INF_NEG' THEN -1 WHEN 'INF_POS' THEN 1 ELSE 0 END"


@dataclass(frozen=True, slots=True)
class DatabaseScope(Scope):
    """The trials of one study among those of a database, whose planner finds its own way."""

    @property
    def args(self) -> dict[str, Any]:
        return {"study": self.study, "first": self.first, "last": self.last}

    @property
    def trials(self) -> str:
        return f"FROM trials t WHERE t.study_id = :study AND {self._is_meant('t')}"

    def select(self, source: Source, where: str = "TRUE", order: str = "") -> str:
        return (
            f"SELECT x.trial_id, {source.columns} {self._rows(source, self._is_dense)} AND {where}"
        )

    def distinct(self, source: Source, column: str) -> str:
        name = f"x.{column}"
        exact = self.layout.exact.format(name)
        return f"SELECT DISTINCT {name}, {exact} {self._rows(source, self.is_contiguous)}"

    def other(self, source: Source, column: str, n_known: int, limit: int) -> str:
        """Select trial id and name of some rows, from the trial ``:start`` on and in order, whose
        name is none of ``:name0``, ``:name1``, ...

        An index of trial ids and names answers it, row by row.
        """
        exact = self.layout.exact
        known = ", ".join(exact.format(f":name{i}") for i in range(n_known))
        is_other = f"AND {exact.format(f'x.{column}')} NOT IN ({known})" if known else ""
        return (
            f"SELECT x.trial_id, x.{column} {self._rows(source, self.is_contiguous)} "
            f"AND x.trial_id >= :start {is_other} ORDER BY x.trial_id LIMIT {limit}"
        )

    def one(self, source: Source) -> str:
        """Select one row of a source, if there is any."""
        return f"SELECT 1 {self._rows(source, self.is_contiguous)} LIMIT 1"

    def best(self, order: str) -> str | None:
        """As that of files; the value is NULL where it is infinite."""
        source = self.layout.values
        if source is None:
            return None
        return (
            f"SELECT {source.value}, t.number {self._joined(source)} "
            f"AND {source.key} = 0 AND t.state = 'COMPLETE' "
            f"ORDER BY {_RANK} {order}, {source.value} {order}, t.number LIMIT 1"
        )

    def _keys(self, source: Source) -> str:
        return self._rows(source, self._is_dense)

    def _rows(self, source: Source, is_by_id: bool) -> str:
        """FROM and WHERE for rows of a source; found by the ids of trials alone, some may be of
        other studies."""
        if is_by_id or self.only is not None:
            return f"FROM {source.table} x WHERE {self._is_meant('x')} AND {source.where}"
        return self._joined(source)

    def _joined(self, source: Source) -> str:
        return (
            f"FROM trials t JOIN {source.table} x ON x.trial_id = t.trial_id "
            f"WHERE t.study_id = :study AND {self._is_meant('t')} AND {source.where}"
        )

    def _is_meant(self, alias: str) -> str:
        if self.only is None:
            return f"{alias}.trial_id BETWEEN :first AND :last"
        return f"{alias}.trial_id IN ({', '.join(map(str, self.only)) or 'NULL'})"

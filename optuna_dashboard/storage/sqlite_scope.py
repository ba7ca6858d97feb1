"""Which rows of a table belong to a study, and the quickest way to them."""

import json
from array import array
from dataclasses import dataclass
from typing import Any, TypeVar

from optuna_dashboard.storage.sqlite_layout import Layout, Source

# Scanning a whole table beats looking its rows up through an index from this share on.
_SHARE_TO_SCAN = 0.25

S = TypeVar("S", bound="Scope")


@dataclass(frozen=True, slots=True)
class Scope:
    """The trials of one study among those of the file.

    Attributes:
        first, last: lowest and highest trial id of the study.
        count: how many trials it has.
        last_of_all: highest trial id of the file, about the number of its trials.
        only: ids of the trials that are meant, None for all of the study.
    """

    study: int
    first: int
    last: int
    count: int
    last_of_all: int
    layout: Layout
    only: tuple[int, ...] | None = None

    @property
    def args(self) -> dict[str, Any]:
        args = {"study": self.study, "first": self.first, "last": self.last}
        return args if self.only is None else {**args, "ids": json.dumps(self.only)}

    @property
    def is_contiguous(self) -> bool:
        """Whether every trial between the first and the last is meant."""
        return self.count == self.last - self.first + 1

    @property
    def trials(self) -> str:
        """FROM and WHERE for the trials of the study, as ``t``.

        A trial that was added since the scope was taken is not among them.
        """
        if self.only is not None:
            return (
                "FROM json_each(:ids) i CROSS JOIN trials t ON t.trial_id = i.value "
                "WHERE t.study_id = :study"
            )
        hint = "NOT INDEXED" if self._is_dense else ""
        return (
            f"FROM trials t {hint} WHERE t.study_id = :study "
            "AND t.trial_id BETWEEN :first AND :last"
        )

    def select(self, source: Source, where: str = "TRUE", order: str = "") -> str:
        """Select trial id and columns of a source.

        Rows of other studies may be among them: each row's trial is to be looked up.
        """
        if self._is_dense:
            hint = "NOT INDEXED" if self._fills_file and not order else ""
            return (
                f"SELECT x.trial_id, {source.columns} FROM {source.table} x {hint} "
                f"WHERE x.trial_id BETWEEN :first AND :last "
                f"AND {source.where} AND {where} {order}"
            )
        return f"SELECT x.trial_id, {source.columns} {self._joined(source)} AND {where} {order}"

    def distinct(self, source: Source, column: str) -> str:
        """Select what occurs in a column for trials of the study."""
        if self.is_contiguous:
            return (
                f"SELECT DISTINCT x.{column} FROM {source.table} x "
                "WHERE x.trial_id BETWEEN :first AND :last"
            )
        return f"SELECT DISTINCT x.{column} {self._joined(source)}"

    def ends(self, source: Source) -> str:
        """Select trial id, how many rows of a source are the trial's, and the value of the one
        with the highest key; NULL where that is no value.

        Of the other rows no value is looked at: an index holds all that is asked of them.
        """
        return (
            f"SELECT e.trial_id, e.n, {source.value}{source.more} FROM (SELECT x.trial_id, "
            f"COUNT(*) n, MAX({source.key}) highest {self._keys(source)} GROUP BY x.trial_id) e "
            f"LEFT JOIN {source.table} x ON x.trial_id = e.trial_id "
            f"AND {source.key} = e.highest AND {source.where}"
        )

    def best(self, order: str) -> str | None:
        """Select value and number of the best complete trial of a single-objective study."""
        source = self.layout.values
        if source is None:
            return None
        return (
            f"SELECT {source.value} AS best, t.number {self._joined(source)} "
            f"AND {source.key} = 0 AND t.state = 'COMPLETE' "
            f"AND typeof({source.value}) IN ('real', 'integer') "
            f"ORDER BY best {order}, t.number LIMIT 1"
        )

    @property
    def _is_dense(self) -> bool:
        return self.only is None and self.count > (self.last - self.first + 1) * _SHARE_TO_SCAN

    @property
    def _fills_file(self) -> bool:
        return self.count > self.last_of_all * _SHARE_TO_SCAN

    def _keys(self, source: Source) -> str:
        """FROM and WHERE for rows of a source, whatever their values are."""
        if self._is_dense:
            return f"FROM {source.table} x WHERE x.trial_id BETWEEN :first AND :last"
        return self._joined(source)

    def _joined(self, source: Source) -> str:
        trials, _, where = self.trials.partition(" WHERE ")
        return (
            f"{trials} CROSS JOIN {source.table} x ON x.trial_id = t.trial_id "
            f"WHERE {where} AND {source.where}"
        )


def scope_of(kind: type[S], ids: "array[int]", study: int, layout: Layout) -> S:
    """The scope of some trials of a study."""
    first, last = min(ids, default=0), max(ids, default=-1)
    return kind(study, first, last, len(ids), last, layout, tuple(ids))

"""Columns of one study, streamed out of a SQLite file."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property, wraps
from itertools import chain, islice
from math import nan
from operator import lt
from typing import Any, Concatenate, ParamSpec, TypeVar

from optuna_dashboard.storage.cells import (
    CONSTRAINT_LISTS,
    CONSTRAINT_PREFIX,
    JSONCells,
    TimeParser,
    constraints_of,
)
from optuna_dashboard.storage.constraint_columns import constraint_columns
from optuna_dashboard.storage.intermediate_builder import IntermediateBuilder
from optuna_dashboard.storage.param_builder import DistributionCache, ParamBuilder
from optuna_dashboard.storage.row_lookup import OTHER, RowLookup
from optuna_dashboard.storage.sqlite_file import Row
from optuna_dashboard.storage.sqlite_layout import Layout, Source
from optuna_dashboard.storage.sqlite_rows import read_attrs, read_trials
from optuna_dashboard.storage.sqlite_scope import Scope, scope_of
from optuna_dashboard.storage.tables import Tables
from optuna_dashboard.study.columns import (
    ConstraintColumns,
    IntermediateColumns,
    ParamColumn,
    ReportEnds,
    TimeColumns,
    Trial,
    TrialAttrs,
    TrialIndex,
)
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState

IS_CONSTRAINT = (
    f"(x.key IN {CONSTRAINT_LISTS} "
    f"OR SUBSTR(x.key, 1, {len(CONSTRAINT_PREFIX)}) = '{CONSTRAINT_PREFIX}')"
)


class _StateCodes(dict[object, int]):
    def __missing__(self, name: object) -> int:
        return int(TrialState.UNKNOWN)


_STATE_CODES = _StateCodes({state.name: int(state) for state in TrialState})


P = ParamSpec("P")
T = TypeVar("T")


def _salvaging(
    read: "Callable[Concatenate[SqliteReader, P], T]",
) -> "Callable[Concatenate[SqliteReader, P], T]":
    """Has a damaged file read as far as it can be read."""

    @wraps(read)
    def read_what_can_be_read(self: "SqliteReader", /, *args: P.args, **kwargs: P.kwargs) -> T:
        return self.tables.read(lambda: read(self, *args, **kwargs))

    return read_what_can_be_read


class SqliteReader:
    """Reads the trials of one study, or ``only`` some; see ``TrialReader``."""

    def __init__(
        self,
        layout: Layout,
        tables: Tables,
        study_id: int,
        n_objectives: int,
        only: TrialIndex | None = None,
    ) -> None:
        self.file = tables.file
        self.layout = layout
        self.tables = tables
        self.warnings = tables.warnings
        self.json = JSONCells(self.warnings)
        self.distributions = DistributionCache(self.warnings)
        self._study_id = study_id
        self.n_objectives = n_objectives
        self._only = only

    @_salvaging
    def count(self) -> int:
        return self._scope.count

    @_salvaging
    def first_trials(self, n: int) -> list[Trial] | None:
        sql = f"SELECT t.trial_id, {self.layout.number} {self._scope.trials}"
        args = {**self._scope.args, "n": n}
        found = list(self.stream(f"{sql} ORDER BY t.trial_id LIMIT :n", args))
        # No two trials have the same number, so these are the first if they count from 0.
        if [number for _, number in found] != list(range(len(found))):
            return None
        return read_trials(self, found)

    @_salvaging
    def index(self) -> TrialIndex:
        return self._index

    @_salvaging
    def times(self) -> TimeColumns:
        n, parse = len(self._index), TimeParser()
        times = TimeColumns(array("d", [nan]) * n, array("d", [nan]) * n)
        rows, first = self._lookup.rows, self._lookup.first
        sql = f"SELECT t.trial_id, {self.layout.times} {self._scope.trials}"
        for trial_id, start, complete in self.stream(sql):
            row = rows[trial_id - first]
            if row != OTHER:
                times.start[row] = parse(start)
                times.complete[row] = parse(complete)
        return times

    @_salvaging
    def values(self) -> "list[array[float]]":
        columns = [array("d", [nan]) * len(self._index) for _ in range(self.n_objectives)]
        rows, first = self._lookup.rows, self._lookup.first
        for trial_id, objective, value in self._of(self.layout.values):
            row = rows[trial_id - first]
            if row != OTHER and value is not None:
                try:
                    columns[objective][row] = value
                except (IndexError, TypeError):
                    self._warn_of("objective values")
        if len(columns) > 1:
            _clear_incomplete(columns)
        return columns

    @_salvaging
    def param_names(self) -> list[str]:
        return self._distinct(self.layout.params, "param_name")

    @_salvaging
    def params(self, names: Sequence[str]) -> list[ParamColumn]:
        by_name = {column.name: column for column in self._read_params(names)}
        return [by_name[name] for name in names if name in by_name]

    @_salvaging
    def all_params(self) -> list[ParamColumn]:
        return self._read_params(None)

    @_salvaging
    def user_attr_names(self) -> list[str]:
        return self._distinct(self.layout.user_attrs, "key")

    @_salvaging
    def user_attr(self, name: str) -> list[JSON]:
        column: list[JSON] = [None] * len(self._index)
        rows, first = self._lookup.rows, self._lookup.first
        found = self._of(self.layout.user_attrs, where="x.key = :key", args={"key": name})
        for trial_id, key, text in found:
            row = rows[trial_id - first]
            # A database may take other names for equal.
            if row != OTHER and key == name:
                column[row] = self.json.parse(text)
        return column

    @_salvaging
    def constraints(self) -> ConstraintColumns:
        rows, first = self._lookup.rows, self._lookup.first
        attrs: dict[int, dict[str, JSON]] = {}
        for trial_id, key, text in self._of(self.layout.system_attrs, where=IS_CONSTRAINT):
            row = rows[trial_id - first]
            if row != OTHER:
                attrs.setdefault(row, {})[key] = self.json.parse(text)
        return constraint_columns(
            len(self._index), ((row, constraints_of(attrs[row])) for row in attrs)
        )

    @_salvaging
    def intermediate_values(self, rows: Sequence[int] | None = None) -> IntermediateColumns:
        builder = IntermediateBuilder(len(self._index))
        source = self.layout.intermediate_values
        if rows is None:
            builder.fill(self._of(source, order="ORDER BY x.trial_id, x.step"), self._lookup)
        elif source is not None:
            ids = array("q", map(self._index.ids.__getitem__, rows))
            scope = scope_of(type(self._scope), ids, self._study_id, self.layout)
            found = self.stream_of(source, scope.select(source), scope.args)
            builder.fill(found, self._lookup)
        return builder.columns()

    @_salvaging
    def report_ends(self) -> ReportEnds:
        ends = ReportEnds.of_none(len(self._index))
        source, scope, lookup = self.layout.intermediate_values, self._scope, self._lookup
        if source is None:
            return ends
        for trial_id, count, last in self.stream_of(source, scope.ends(source), scope.args):
            row = lookup.rows[trial_id - lookup.first]
            if row != OTHER:
                ends.counts[row] = count
                ends.last[row] = nan if last is None else last
        return ends

    @_salvaging
    def has_intermediate_values(self) -> bool:
        source, lookup = self.layout.intermediate_values, self._lookup
        found = self._of(source)
        return any(lookup.rows[trial_id - lookup.first] != OTHER for trial_id, *_ in found)

    @_salvaging
    def all_user_attrs(self) -> dict[int, dict[str, JSON]]:
        return self._attrs_by_row(self.layout.user_attrs)

    @_salvaging
    def all_system_attrs(self) -> dict[int, dict[str, JSON]]:
        return self._attrs_by_row(self.layout.system_attrs)

    @_salvaging
    def attrs_of(self, rows: Sequence[int]) -> TrialAttrs:
        row_of = {self._index.ids[row]: row for row in rows}
        user, system = (
            {row_of[trial_id]: attrs for trial_id, attrs in found.items()}
            for found in read_attrs(self, list(row_of))
        )
        return TrialAttrs(user, system)

    @_salvaging
    def trials(self, rows: Sequence[int]) -> list[Trial]:
        index = self._index
        return read_trials(self, [(index.ids[row], index.numbers[row]) for row in rows])

    def stream(self, sql: str, args: dict[str, Any] | None = None) -> Iterator[Row]:
        """Rows of a query about the trials of the study."""
        return chain.from_iterable(self.file.chunks(sql, args or self._scope.args))

    def stream_of(self, source: Source, sql: str, args: dict[str, Any]) -> Iterator[Row]:
        """Rows of a query for trial id and columns of a source."""
        return self.stream(sql, args)

    @cached_property
    def _scope(self) -> Scope:
        if self._only is not None:
            return scope_of(Scope, self._only.ids, self._study_id, self.layout)
        sql = (
            "SELECT COUNT(*), COUNT(id), MIN(id), MAX(id) FROM (SELECT CASE typeof(trial_id) "
            "WHEN 'integer' THEN trial_id END AS id FROM trials WHERE study_id = :study)"
        )
        [(count, n_known, first, last)] = self.file.rows(sql, {"study": self._study_id})
        if n_known < count:
            self._warn_of("trials")
        [(last_of_all,)] = self.file.rows("SELECT MAX(trial_id) FROM trials")
        if not isinstance(last_of_all, int):
            last_of_all = last or 0
        return Scope(self._study_id, first or 0, last or -1, n_known, last_of_all, self.layout)

    @cached_property
    def _index(self) -> TrialIndex:
        if self._only is not None:
            return self._only
        ids, numbers, states = array("q"), array("q"), bytearray()
        sql = f"SELECT t.trial_id, {self.layout.number}, t.state {self._scope.trials}"
        for chunk in self.file.chunks(sql, self._scope.args):
            chunk_ids, chunk_numbers, names = zip(*chunk)
            ids.extend(chunk_ids)
            states.extend(map(_STATE_CODES.__getitem__, names))
            if len(numbers) + len(chunk) == len(ids) and None not in chunk_numbers:
                with suppress(TypeError):  # SQLite lets a text stand in a column of integers
                    numbers.extend(chunk_numbers)
        if len(numbers) < len(ids):
            numbers = self._numbers_of(ids)
        return _sorted(TrialIndex(ids, numbers, states))

    def _numbers_of(self, ids: "array[int]") -> "array[int]":
        """Numbers of trials where the column has none: an attribute, else the rank.

        Optuna 0.9 to 1.2 wrote the attribute, earlier releases wrote no number at all.
        """
        known: dict[int, JSON] = {}
        source = self.layout.system_attrs
        if source is not None:
            sql = self._scope.select(source, where="x.key = '_number'")
            found = self.stream(sql)
            known = {trial_id: self.json.parse(text) for trial_id, _, text in found}
        numbers = [known.get(trial_id) for trial_id in ids]
        if all(isinstance(number, int) for number in numbers):
            return array("q", numbers)  # type: ignore[arg-type]
        rank = {trial_id: number for number, trial_id in enumerate(sorted(ids))}
        return array("q", (rank[trial_id] for trial_id in ids))

    @cached_property
    def _lookup(self) -> RowLookup:
        return RowLookup(self._index.ids, self._scope.first, self._scope.last)

    def _of(
        self,
        source: Source | None,
        *,
        where: str = "TRUE",
        order: str = "",
        args: dict[str, Any] | None = None,
    ) -> Iterator[Row]:
        if source is None:
            return iter(())
        sql = self._scope.select(source, where, order)
        return self.stream_of(source, sql, {**self._scope.args, **(args or {})})

    def _attrs_by_row(self, source: Source | None) -> dict[int, dict[str, JSON]]:
        rows, first, parse = self._lookup.rows, self._lookup.first, self.json.parse
        found: dict[int, dict[str, JSON]] = {}
        for trial_id, key, text in self._of(source):
            row = rows[trial_id - first]
            if row != OTHER:
                found.setdefault(row, {})[key] = parse(text)
        return found

    def _read_params(self, names: Sequence[str] | None) -> list[ParamColumn]:
        builder = ParamBuilder(len(self._index), self.distributions)
        source = self.layout.params
        if source is not None:
            args = self._scope.args
            where = "TRUE"
            if names is not None:
                args |= {f"name{i}": name for i, name in enumerate(names)}
                where = f"x.param_name IN ({', '.join(f':name{i}' for i in range(len(names)))})"
            sql = self._scope.select(source, where)
            builder.fill(self.stream(sql, args), self._lookup)
        return builder.columns()

    def _distinct(self, source: Source | None, column: str) -> list[str]:
        if source is None:
            return []
        found = self.stream(self._scope.distinct(source, column))
        return sorted(name for name, *_ in found if isinstance(name, str))

    def _warn_of(self, what: str) -> None:
        self.file.tell_damage(what, self.warnings)


def _sorted(index: TrialIndex) -> TrialIndex:
    """The same trials in order of number."""
    numbers = index.numbers
    if all(map(lt, numbers, islice(numbers, 1, None))):
        return index
    order = sorted(range(len(numbers)), key=numbers.__getitem__)
    return TrialIndex(
        ids=array("q", (index.ids[i] for i in order)),
        numbers=array("q", (numbers[i] for i in order)),
        states=bytearray(index.states[i] for i in order),
    )


def _clear_incomplete(columns: "list[array[float]]") -> None:
    """A trial that lacks one objective has no values at all."""
    for row, values in enumerate(zip(*columns)):
        if any(value != value for value in values):  # noqa: PLR0124 - NaN
            for column in columns:
                column[row] = nan

"""Single trials in full, read out of a SQLite file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import nan
from typing import TYPE_CHECKING, Any

from optuna_dashboard.storage.cells import constraints_of, parse_time
from optuna_dashboard.study.columns import Trial
from optuna_dashboard.study.distributions import Distribution
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState

if TYPE_CHECKING:
    from optuna_dashboard.storage.sqlite_layout import Source
    from optuna_dashboard.storage.sqlite_reader import SqliteReader

# SQLite takes 32,766 variables at most; few long queries are no quicker than this.
_BATCH = 500


def read_trials(reader: SqliteReader, trials: Sequence[tuple[int, int]]) -> list[Trial]:
    """Trials in full, given by id and number, in the given order."""
    found: list[Trial] = []
    for start in range(0, len(trials), _BATCH):
        found.extend(_Batch(reader, trials[start : start + _BATCH]).trials())
    return found


def read_attrs(
    reader: SqliteReader, ids: Sequence[int]
) -> tuple[dict[int, dict[str, JSON]], dict[int, dict[str, JSON]]]:
    """User and system attributes of trials that have some, by id."""
    user: dict[int, dict[str, JSON]] = {}
    system: dict[int, dict[str, JSON]] = {}
    for start in range(0, len(ids), _BATCH):
        batch = _Batch(reader, [(trial_id, 0) for trial_id in ids[start : start + _BATCH]])
        user |= batch.attrs(reader.layout.user_attrs)
        system |= batch.attrs(reader.layout.system_attrs)
    return user, system


class _Batch:
    """Some trials, each of whose tables is read once."""

    def __init__(self, reader: SqliteReader, trials: Sequence[tuple[int, int]]) -> None:
        self._reader = reader
        self._ids = [trial_id for trial_id, _ in trials]
        self._numbers = dict(trials)

    def trials(self) -> list[Trial]:
        params = self._params()
        user_attrs = self.attrs(self._reader.layout.user_attrs)
        system_attrs = self.attrs(self._reader.layout.system_attrs)
        intermediate = self._intermediate_values()
        values = self._values()
        by_id = {}
        for trial_id, state, start, complete in self._heads():
            by_id[trial_id] = Trial(
                id=trial_id,
                number=self._numbers[trial_id],
                state=TrialState.parse(state),
                values=values.get(trial_id),
                start=parse_time(start),
                complete=parse_time(complete),
                params=params[trial_id],
                user_attrs=user_attrs[trial_id],
                system_attrs=system_attrs[trial_id],
                intermediate_values=intermediate[trial_id],
                intermediate_vectors={},
                constraints=constraints_of(system_attrs[trial_id]),
            )
        return [by_id[trial_id] for trial_id in self._ids if trial_id in by_id]

    def _heads(self) -> Iterator[Any]:
        layout = self._reader.layout
        sql = (
            f"SELECT t.trial_id, t.state, {layout.times} "
            f"FROM trials t WHERE t.trial_id IN ({self._marks})"
        )
        return self._reader.stream(sql, self._args)

    def _values(self) -> dict[int, list[float]]:
        found: dict[int, dict[int, float | None]] = defaultdict(dict)
        for trial_id, objective, value in self._of(self._reader.layout.values):
            found[trial_id][objective] = value
        n = self._reader.n_objectives
        complete = {}
        for trial_id, by_objective in found.items():
            values = [by_objective.get(i) for i in range(n)]
            numbers = [float(value) for value in values if isinstance(value, (int, float))]
            if len(numbers) == n:
                complete[trial_id] = numbers
        return complete

    def _params(self) -> dict[int, dict[str, tuple[float, Distribution]]]:
        found: dict[int, dict[str, tuple[float, Distribution]]] = defaultdict(dict)
        for trial_id, name, value, text in self._of(self._reader.layout.params):
            distribution = self._reader.distributions[text]
            if isinstance(name, str) and distribution and isinstance(value, (int, float)):
                found[trial_id][name] = value, distribution
        return found

    def attrs(self, source: Source | None) -> dict[int, dict[str, JSON]]:
        found: dict[int, dict[str, JSON]] = defaultdict(dict)
        for trial_id, key, text in self._of(source):
            found[trial_id][key] = self._reader.json.parse(text)
        return found

    def _intermediate_values(self) -> dict[int, dict[int, float | None]]:
        found: dict[int, dict[int, float | None]] = defaultdict(dict)
        layout = self._reader.layout
        nothing = nan if layout.has_nan else None
        reports = self._of(layout.intermediate_values, "ORDER BY x.trial_id, x.step")
        for trial_id, step, value in reports:
            found[trial_id][step] = nothing if value is None else value
        return found

    def _of(self, source: Source | None, order: str = "") -> Iterator[Any]:
        if source is None:
            return iter(())
        sql = (
            f"SELECT x.trial_id, {source.columns} FROM {source.table} x "
            f"WHERE x.trial_id IN ({self._marks}) AND {source.where} {order}"
        )
        return self._reader.stream_of(source, sql, self._args)

    @property
    def _marks(self) -> str:
        return ", ".join(f":id{i}" for i in range(len(self._ids)))

    @property
    def _args(self) -> dict[str, Any]:
        return {f"id{i}": trial_id for i, trial_id in enumerate(self._ids)}

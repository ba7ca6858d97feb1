"""Summaries of all studies of a database, without reading their trials."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from optuna_dashboard.storage.base import StudySummary, summary_of
from optuna_dashboard.storage.cells import parse_time, seconds
from optuna_dashboard.storage.sqlite_layout import Layout
from optuna_dashboard.storage.sqlite_reader import IS_CONSTRAINT
from optuna_dashboard.storage.sqlite_scope import Scope
from optuna_dashboard.storage.tables import Rows
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study, StudyHeader

# In the order of TrialState, whose last member is UNKNOWN.
_KNOWN_STATES = list(TrialState)[:-1]


@dataclass(slots=True)
class _Activity:
    """What one pass over the trials table tells of a study."""

    scope: Scope
    counts: dict[TrialState, int]
    last: float | None
    has_numbers: bool


def summarize(
    file: Rows,
    layout: Layout,
    headers: Sequence[StudyHeader],
    study: Callable[[int], Study],
    scope: type[Scope] = Scope,
) -> list[StudySummary]:
    """Summaries in order of id; ``study`` gives those that must be read as columns."""
    activities = _activities(file, layout, scope)
    constrained = _constrained(file, layout)
    return [
        _summary(file, header, activities.get(header.id), header.id in constrained, study)
        for header in headers
    ]


def _activities(file: Rows, layout: Layout, scope: type[Scope]) -> dict[int, _Activity]:
    counts = ", ".join(
        f"COUNT(CASE WHEN t.state = '{state.name}' THEN 1 END)" for state in _KNOWN_STATES
    )
    last = ", ".join(
        layout.time_text.format(f"MAX({time})") for time in (layout.start, layout.complete)
    )
    sql = (
        "SELECT t.study_id, MIN(t.trial_id), MAX(t.trial_id), COUNT(*), "
        f"{last}, COUNT({layout.number}), {counts} "
        f"FROM trials t WHERE t.study_id IS NOT NULL AND {layout.is_trial} "
        "GROUP BY t.study_id"
    )
    rows = list(file.rows(sql))
    last_of_all = max((row[2] for row in rows), default=0)
    found = {}
    for study_id, first, last, count, start, complete, n_numbers, *by_state in rows:
        found[study_id] = _Activity(
            scope=scope(study_id, first, last, count, last_of_all, layout),
            counts=_counts(count, by_state),
            last=_latest(start, complete),
            has_numbers=n_numbers == count,
        )
    return found


def _counts(total: int, by_state: Sequence[int]) -> dict[TrialState, int]:
    numbers = [*by_state, total - sum(by_state)]
    return {state: n for state, n in zip(TrialState, numbers) if n}


def _latest(*texts: Any) -> float | None:
    times = [time for text in texts if (time := parse_time(text))]
    return seconds(max(times)) if times else None


def _constrained(file: Rows, layout: Layout) -> set[int]:
    """Studies with a trial that has constraints."""
    source = layout.system_attrs
    if source is None:
        return set()
    sql = (
        "SELECT DISTINCT t.study_id FROM trials t WHERE t.trial_id IN "
        f"(SELECT x.trial_id FROM {source.table} x WHERE {IS_CONSTRAINT})"
    )
    return {study_id for (study_id,) in file.rows(sql)}


def _summary(
    file: Rows,
    header: StudyHeader,
    activity: _Activity | None,
    is_constrained: bool,
    study: Callable[[int], Study],
) -> StudySummary:
    if activity is None:
        return _empty(header)
    is_in_tables = len(header.directions) == 1 and not (
        header.is_preferential or header.is_legacy_multi_objective or is_constrained
    )
    if not activity.has_numbers or not is_in_tables:
        return summary_of(study(header.id), activity.last)
    value, number = _best_of_table(file, header.directions[0], activity.scope)
    if value is None and number is not None:
        return summary_of(study(header.id), activity.last)
    return StudySummary(header, activity.counts, value, number, None, None, activity.last)


def _empty(header: StudyHeader) -> StudySummary:
    """Of a study without trials, of which a file may have thousands."""
    is_front = len(header.directions) > 1 and not header.is_preferential
    return StudySummary(
        header=header,
        state_counts={},
        best_value=None,
        best_number=None,
        pareto_size=0 if is_front else None,
        n_preferred=0 if header.is_preferential else None,
        last_activity=None,
    )


def _best_of_table(
    file: Rows, direction: Direction, scope: Scope
) -> tuple[float | None, int | None]:
    """Value and number of the best trial; no value where SQL cannot say which it is."""
    order = "DESC" if direction is Direction.MAXIMIZE else "ASC"
    sql = scope.best(order)
    if sql is not None:
        for value, number in file.rows(sql, scope.args):
            return None if value is None else float(value), number
    return None, None

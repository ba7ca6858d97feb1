"""Rows into the tables of today's Optuna."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from math import inf, isnan
from typing import Any

from optuna_dashboard.migrate.rows import MigrateError, Rows
from optuna_dashboard.migrate.schema import create_tables
from optuna_dashboard.storage.param_builder import DistributionCache
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    FloatDistribution,
)
from optuna_dashboard.study.states import TrialState

_STATES = {state.name for state in TrialState} - {TrialState.UNKNOWN.name}
_INFINITIES = {inf: "INF_POS", -inf: "INF_NEG"}


def write_rows(rows: Rows, connection: sqlite3.Connection) -> None:
    """Make the tables and fill them, studies as they are stored.

    Raises:
        MigrateError: if there is something that Optuna could not read.
    """
    create_tables(connection, rows.release, rows.index)
    into = _Writer(connection).insert
    into("studies (study_id, study_name)", rows.studies())
    into("study_directions (study_id, objective, direction)", rows.directions())
    for kind in ("user", "system"):
        columns = f'study_{kind}_attributes (study_id, "key", value_json)'
        into(columns, _with_json(rows.study_attrs(kind)))
    columns = "trials (trial_id, number, study_id, state, datetime_start, datetime_complete)"
    into(columns, _with_state(rows.trials()))
    for kind in ("user", "system"):
        columns = f'trial_{kind}_attributes (trial_id, "key", value_json)'
        into(columns, _with_json(rows.trial_attrs(kind)))
    columns = "trial_params (trial_id, param_name, param_value, distribution_json)"
    into(columns, _with_distribution(rows.params()))
    columns = "trial_values (trial_id, objective, value, value_type)"
    into(columns, _with_type(_without_nan(rows.values())))
    columns = "intermediate_value, intermediate_value_type"
    into(
        f"trial_intermediate_values (trial_id, step, {columns})",
        _with_type(rows.intermediate_values()),
    )
    into("trial_heartbeats (trial_id, heartbeat)", rows.heartbeats())


class _Writer:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def insert(self, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Insert rows into ``table (column, ...)``."""
        marks = ", ".join("?" * (columns.count(",") + 1))
        try:
            self._connection.executemany(f"INSERT INTO {columns} VALUES ({marks})", rows)
        except sqlite3.IntegrityError as error:
            raise MigrateError(f"The file contradicts itself: {error}.") from error
        except UnicodeEncodeError as error:  # a journal holds such a half as an escape
            text = ascii(error.object)
            raise MigrateError(f"{text} is half of a character, which SQLite refuses.") from None


def _with_json(rows: Iterable[tuple[int, str, str]]) -> Iterator[tuple[int, str, str]]:
    for owner, key, text in rows:
        try:
            json.loads(text)
        except (ValueError, TypeError, RecursionError):
            raise MigrateError(f"The attribute {key!r} of id {owner} is not valid JSON.") from None
        yield owner, key, text


def _with_state(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        _, number, _, state, *_ = row
        if state not in _STATES:
            raise MigrateError(f"Trial {number} is in the state {state!r}, unknown to Optuna.")
        yield row


def _without_nan(rows: Iterable[tuple[int, int, Any]]) -> Iterator[tuple[int, int, Any]]:
    for trial_id, objective, value in rows:
        _check_number(trial_id, value)
        if isnan(value):  # as only a program that goes around Optuna's checks writes it
            raise MigrateError(f"A value of the trial with id {trial_id} is NaN.")
        yield trial_id, objective, value


def _check_number(trial_id: int, value: object) -> None:
    """SQLite lets a text stand in a column of numbers, and a journal holds any JSON."""
    if not isinstance(value, (int, float)):
        raise MigrateError(f"A value of the trial with id {trial_id} is no number: {value!r}.")


def _with_type(rows: Iterable[tuple[int, int, Any]]) -> Iterator[tuple[Any, ...]]:
    """Infinities and NaN, which not every database holds, as names beside no number."""
    for trial_id, key, value in rows:
        if value is not None:
            _check_number(trial_id, value)
        if value is None or isnan(value):
            yield trial_id, key, None, "NAN"
        elif value in _INFINITIES:
            yield trial_id, key, None, _INFINITIES[value]
        else:
            yield trial_id, key, value, "FINITE"


def _with_distribution(
    rows: Iterable[tuple[int, str, float, str]],
) -> Iterator[tuple[int, str, float, str]]:
    distributions = DistributionCache([])
    texts: dict[str, str] = {}
    for trial_id, name, value, text in rows:
        if text not in texts:
            distribution = distributions[text]
            if distribution is None:
                raise MigrateError(f"The search space of the parameter {name!r} is damaged.")
            texts[text] = _current_text(text, distribution)
        yield trial_id, name, value, texts[text]


def _current_text(text: str, distribution: Distribution) -> str:
    """The JSON text of a distribution by the names that Optuna uses since 3.0."""
    if isinstance(distribution, CategoricalDistribution):
        return text
    number = float if isinstance(distribution, FloatDistribution) else int
    step = distribution.step
    attributes = {
        "log": distribution.log,
        "step": None if step is None else number(step),
        "low": number(distribution.low),
        "high": number(distribution.high),
    }
    return json.dumps({"name": type(distribution).__name__, "attributes": attributes})

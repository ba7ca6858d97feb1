"""What older releases stored in a way of their own, turned into today's, in today's tables."""

import json
import sqlite3

from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.legacy import (
    DIRECTIONS_KEY,
    LAYOUT_KEY,
    NATIVE_LAYOUT,
    legacy_directions,
)

# A trial that was complete to the old API and lacks a value: to Optuna it has failed.
STATE_KEY = "optuna_dashboard:multi_objective:state"

_OF_STUDY = "trial_id IN (SELECT trial_id FROM trials WHERE study_id = :study)"
_IS_VALUE = f"step < :n AND {_OF_STUDY}"
_WHOLE = """
    SELECT trial_id FROM trial_intermediate_values JOIN trials USING (trial_id)
    WHERE study_id = :study AND state = 'COMPLETE' AND step < :n
    AND intermediate_value_type <> 'NAN' GROUP BY trial_id HAVING COUNT(*) = :n"""


def make_native(connection: sqlite3.Connection) -> list[str]:
    """Turn legacy multi-objective studies into studies of several directions, and constraints
    of Optuna 2 into those of 3; returns the names of these studies.

    Values leave the intermediate values for the table of values. What a trial reported before
    it was pruned or failed stays where it is.
    """
    connection.execute(
        "INSERT INTO trial_system_attributes (trial_id, key, value_json) "
        "SELECT trial_id, 'constraints', value_json FROM trial_system_attributes a "
        "WHERE key = 'nsga2:constraints' AND value_json LIKE '[%' AND NOT EXISTS "
        "(SELECT 1 FROM trial_system_attributes b "
        "WHERE b.trial_id = a.trial_id AND b.key = 'constraints')"
    )
    names = []
    for study_id, name, directions in _legacy_studies(connection):
        _make_native(connection, study_id, directions)
        names.append(name)
    return names


def _legacy_studies(
    connection: sqlite3.Connection,
) -> list[tuple[int, str, tuple[Direction, ...]]]:
    sql = (
        "SELECT study_id, study_name, key, value_json FROM study_system_attributes "
        "JOIN studies USING (study_id) WHERE key IN (?, ?) AND "
        "(SELECT COUNT(*) FROM study_directions d WHERE d.study_id = studies.study_id) = 1"
    )
    attrs: dict[tuple[int, str], dict[str, object]] = {}
    for study_id, name, key, text in connection.execute(sql, [DIRECTIONS_KEY, LAYOUT_KEY]):
        attrs.setdefault((study_id, name), {})[key] = json.loads(text)
    return [
        (*study, directions)
        for study, found in sorted(attrs.items())
        if (directions := legacy_directions(found))  # type: ignore[arg-type]
    ]


def _make_native(
    connection: sqlite3.Connection, study_id: int, directions: tuple[Direction, ...]
) -> None:
    args = {"study": study_id, "n": len(directions), "failed": STATE_KEY}

    def run(sql: str) -> None:
        connection.execute(sql, args)

    run("DELETE FROM study_directions WHERE study_id = :study")
    connection.executemany(
        "INSERT INTO study_directions (study_id, objective, direction) VALUES (?, ?, ?)",
        [(study_id, i, direction.name) for i, direction in enumerate(directions)],
    )
    run(f"DELETE FROM trial_values WHERE {_OF_STUDY}")
    run(
        "INSERT INTO trial_values (trial_id, objective, value, value_type) "
        "SELECT trial_id, step, intermediate_value, intermediate_value_type "
        f"FROM trial_intermediate_values WHERE {_IS_VALUE} AND trial_id IN ({_WHOLE}) "
        "ORDER BY trial_id, step"
    )
    lacks_values = f"study_id = :study AND state = 'COMPLETE' AND trial_id NOT IN ({_WHOLE})"
    run(
        "INSERT INTO trial_system_attributes (trial_id, key, value_json) "
        f"""SELECT trial_id, :failed, '"COMPLETE"' FROM trials WHERE {lacks_values}"""
    )
    run(f"UPDATE trials SET state = 'FAIL' WHERE {lacks_values}")
    run(f"DELETE FROM trial_intermediate_values WHERE {_IS_VALUE} AND trial_id IN ({_WHOLE})")
    connection.execute(
        "INSERT INTO study_system_attributes (study_id, key, value_json) VALUES (?, ?, ?)",
        [study_id, LAYOUT_KEY, json.dumps(NATIVE_LAYOUT)],
    )

"""Writes databases with the schema of Optuna 5, row by row, as no sampler would."""

import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from tests.storage.conftest import FIXTURES

SPACE = '{"name": "FloatDistribution", "attributes": {"low": 0, "high": 1e9, "log": false}}'


class Database:
    """A copy of an Optuna 5 database without a study."""

    def __init__(self, path: Path) -> None:
        shutil.copyfile(FIXTURES / "special" / "small.db", path)
        self.path = path
        self._connection = sqlite3.connect(path)
        for table in ("studies", "study_directions", "trials", "trial_values", "trial_params"):
            self.execute(f"DELETE FROM {table}")

    def execute(self, sql: str, *args: object) -> None:
        self._connection.execute(sql, args)

    def save(self) -> None:
        self._connection.commit()

    def close(self) -> None:
        self._connection.close()

    def add_study(self, study_id: int, *directions: str) -> None:
        self.execute("INSERT INTO studies VALUES (?, ?)", study_id, f"study {study_id}")
        for objective, direction in enumerate(directions):
            self.execute(
                "INSERT INTO study_directions (direction, study_id, objective) VALUES (?, ?, ?)",
                direction,
                study_id,
                objective,
            )

    def add_trials(self, study_id: int, trials: Iterable[tuple[int, int]]) -> None:
        """Add complete trials given as (id, number), each with a value and two parameters."""
        for trial_id, number in trials:
            time = f"2026-01-01 00:{number // 60 % 60:02}:{number % 60:02}.000001"
            self.execute(
                "INSERT INTO trials (trial_id, number, study_id, state, datetime_start) "
                "VALUES (?, ?, ?, 'COMPLETE', ?)",
                trial_id,
                number,
                study_id,
                time,
            )
            self.add_value(trial_id, 0, float(trial_id))
            for name in ("a", f"b{study_id}"):
                self.add_param(trial_id, name, float(number))

    def add_value(
        self, trial_id: int, objective: int, value: object, kind: str = "FINITE"
    ) -> None:
        self.execute(
            "INSERT INTO trial_values (trial_id, objective, value, value_type) "
            "VALUES (?, ?, ?, ?)",
            trial_id,
            objective,
            value,
            kind,
        )

    def add_param(self, trial_id: int, name: str, value: object, space: str = SPACE) -> None:
        self.execute(
            "INSERT INTO trial_params (trial_id, param_name, param_value, distribution_json) "
            "VALUES (?, ?, ?, ?)",
            trial_id,
            name,
            value,
            space,
        )

    def add_attr(self, table: str, trial_id: int, key: str, text: str) -> None:
        self.execute(
            f"INSERT INTO {table} (trial_id, key, value_json) VALUES (?, ?, ?)",
            trial_id,
            key,
            text,
        )

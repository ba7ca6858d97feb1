"""The rows of a SQLite file of any schema."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from optuna_dashboard.migrate.rows import MigrateError
from optuna_dashboard.storage.sqlite_check import check_layout
from optuna_dashboard.storage.sqlite_file import Row, SqliteFile
from optuna_dashboard.storage.sqlite_layout import (
    FRESH_INDEX,
    NEWEST_REVISION,
    OLD_REVISIONS,
    UPGRADED_INDEX,
    Source,
)
from optuna_dashboard.storage.sqlite_reader import SqliteReader
from optuna_dashboard.storage.sqlite_salvage import SalvageableTables

_UNKNOWN_RELEASE = "unknown"


class SqliteRows:
    """Reads everything in one state of the file; see ``Rows``.

    Raises:
        MigrateError: if the file was written by a newer Optuna.
        StorageError: if it is not one of Optuna's, or is damaged.
    """

    def __init__(self, file: SqliteFile) -> None:
        self.warnings: list[str] = []
        self._file = file
        # What is written meanwhile is not seen.
        list(file.rows("BEGIN"))
        self._layout, origin = check_layout(file, self.warnings)
        if self._layout.revision not in (None, *OLD_REVISIONS, NEWEST_REVISION):
            raise MigrateError(
                f"{file.name} was written by a newer Optuna ({origin.release}) and needs no"
                " migration."
            )
        self._check_pages()
        self.release = origin.release or _UNKNOWN_RELEASE
        self.index = UPGRADED_INDEX if self._layout.is_upgraded else FRESH_INDEX
        self._studies: set[int] = set()
        self._trials: set[int] = set()

    def studies(self) -> Iterator[tuple[int, str]]:
        for study_id, name in self._rows("SELECT study_id, study_name FROM studies"):
            self._studies.add(study_id)
            yield study_id, name

    def directions(self) -> Iterator[tuple[int, int, str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for study_id, direction in self._rows(self._layout.directions):
            found[study_id].append(direction)
        for study_id in sorted(self._studies):
            for objective, direction in enumerate(found[study_id] or ["NOT_SET"]):
                yield study_id, objective, direction

    def study_attrs(self, kind: str) -> Iterator[tuple[int, str, str]]:
        layout = self._layout
        sql = layout.study_user_attrs if kind == "user" else layout.study_system_attrs
        for study_id, key, text in self._rows(sql):
            if study_id in self._studies:
                yield study_id, key, text

    def trials(self) -> Iterator[tuple[int, int, int, str, str | None, str | None]]:
        layout, numbers = self._layout, self._numbers()
        sql = f"SELECT t.trial_id, t.study_id, t.state, {layout.start}, {layout.complete}"
        lost = 0
        for trial_id, study_id, *rest in self._rows(f"{sql} FROM trials t ORDER BY t.trial_id"):
            if study_id in self._studies:
                self._trials.add(trial_id)
                yield trial_id, numbers[trial_id], study_id, *rest
            else:
                lost += 1
        if lost:
            self.warnings.append(f"Left out, as they belong to no study: trials ({lost}).")

    def trial_attrs(self, kind: str) -> Iterator[tuple[int, str, str]]:
        layout = self._layout
        return self._of_trials(layout.user_attrs if kind == "user" else layout.system_attrs)

    def params(self) -> Iterator[tuple[int, str, float, str]]:
        return self._of_trials(self._layout.params)

    def values(self) -> Iterator[tuple[int, int, float]]:
        whole = self._whole()
        for trial_id, objective, value in self._of_trials(self._layout.values):
            if trial_id in whole:
                yield trial_id, objective, value

    def intermediate_values(self) -> Iterator[tuple[int, int, float | None]]:
        return self._of_trials(self._layout.intermediate_values)

    def heartbeats(self) -> Iterator[tuple[int, Any]]:
        sql = "SELECT 1 FROM sqlite_master WHERE name = 'trial_heartbeats'"
        if list(self._rows(sql)):
            for trial_id, time in self._rows("SELECT trial_id, heartbeat FROM trial_heartbeats"):
                if trial_id in self._trials:
                    yield trial_id, time

    def _check_pages(self) -> None:
        """Refuse a file of which a page is not what it should be, such as one copied while it
        was written: SQLite reads over that, and whole tables seem to hold something else."""
        for (finding,) in self._rows("PRAGMA quick_check(1)"):
            if finding != "ok":
                raise self._file.error(sqlite3.DatabaseError(finding.splitlines()[-1]))

    def _numbers(self) -> dict[int, int]:
        """The number of each trial, also where the file does not hold it."""
        tables = SalvageableTables(self._file, self._layout.tables, self.warnings)
        numbers: dict[int, int] = {}
        for study_id in self._studies:
            index = SqliteReader(self._layout, tables, study_id, 1).index()
            numbers.update(zip(index.ids, index.numbers))
        return numbers

    def _whole(self) -> set[int]:
        """Trials that have a value of every objective.

        Optuna 2.4 wrote rows without a value for trials that have none.
        """
        objectives = Counter(study_id for study_id, *_ in self.directions())
        values = Counter(
            trial_id
            for trial_id, _, value in self._of_trials(self._layout.values)
            if value is not None
        )
        studies = self._rows("SELECT trial_id, study_id FROM trials")
        return {trial_id for trial_id, study in studies if values[trial_id] == objectives[study]}

    def _of_trials(self, source: Source | None) -> Iterator[Any]:
        if source is None:
            return
        lost = 0
        sql = f"SELECT x.trial_id, {source.columns} FROM {source.table} x WHERE {source.where}"
        for row in self._rows(f"{sql} ORDER BY x.rowid"):
            if row[0] in self._trials:
                yield row
            else:
                lost += 1
        if lost:
            self._warn(f"Left out, as they belong to no trial: {source.what} ({lost}).")

    def _warn(self, sentence: str) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def _rows(self, sql: str | None) -> Iterator[Row]:
        try:
            yield from self._file.rows(sql) if sql is not None else ()
        except sqlite3.DatabaseError as error:
            raise self._file.error(error) from error

"""Any SQLite file that Optuna 0.8 or later wrote, read with nothing but sqlite3."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from optuna_dashboard.storage.base import StudySummary
from optuna_dashboard.storage.cells import JSONCells, warn
from optuna_dashboard.storage.sqlite_check import check_layout
from optuna_dashboard.storage.sqlite_file import Row, SqliteFile, revision_of
from optuna_dashboard.storage.sqlite_reader import SqliteReader
from optuna_dashboard.storage.sqlite_summaries import summarize
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.legacy import legacy_headers, study_of
from optuna_dashboard.study.study import Study, StudyHeader


class SqliteStorage:
    """A SQLite file; see ``Storage``."""

    def __init__(self, path: Path, label: str) -> None:
        self.label = label
        self.warnings: list[str] = []
        self._path = path
        self._studies: dict[int, Study] = {}
        self._headers: dict[int, StudyHeader] = {}
        self._summaries: list[StudySummary] | None = None
        self._open()

    @property
    def kind(self) -> Literal["sqlite"]:
        return "sqlite"

    def revision(self) -> str:
        return revision_of(self._path)

    def close(self) -> None:
        self._file.close()

    def summaries(self) -> list[StudySummary]:
        self._refresh()
        if self._summaries is None:
            headers = list(self._headers.values())
            self._summaries = summarize(self._file, self._layout, headers, self.study)
        return self._summaries

    def study(self, study_id: int) -> Study:
        self._refresh()
        if study_id not in self._studies:
            self._studies[study_id] = self._study(self._headers[study_id])
        return self._studies[study_id]

    def _refresh(self) -> None:
        """Read anew when the file has changed; what was read of it before stays usable."""
        if self.revision() != self._revision:
            self._open()

    def _open(self) -> None:
        warnings: list[str] = []
        self._revision = self.revision()
        self._file = SqliteFile(self._path, self.label)
        self._layout, release = check_layout(self._file, warnings)
        self._is_utc = _is_utc(release) and not self._layout.is_upgraded
        self._studies = {}
        self._summaries = None
        self.warnings = warnings
        try:
            self._headers = {header.id: header for header in self._read_headers()}
        except sqlite3.DatabaseError as error:
            raise self._file.error(error) from error

    def _study(self, header: StudyHeader) -> Study:
        return study_of(
            header,
            lambda n_objectives: SqliteReader(
                self._file, self._layout, header.id, n_objectives, self.warnings
            ),
        )

    def _read_headers(self) -> list[StudyHeader]:
        directions = defaultdict(list)
        for study_id, name in self._optional(self._layout.directions, "directions"):
            directions[study_id].append(Direction.parse(name))
        user_attrs = self._attrs(self._layout.study_user_attrs)
        system_attrs = self._attrs(self._layout.study_system_attrs)
        return legacy_headers(
            StudyHeader(
                id=study_id,
                name=name,
                directions=tuple(directions[study_id]) or (Direction.NOT_SET,),
                user_attrs=user_attrs[study_id],
                system_attrs=system_attrs[study_id],
                clock="utc" if self._is_utc else "as-written",
            )
            for study_id, name in self._file.rows(
                "SELECT study_id, study_name FROM studies ORDER BY study_id"
            )
        )

    def _attrs(self, sql: str | None) -> dict[int, dict[str, JSON]]:
        found: dict[int, dict[str, JSON]] = defaultdict(dict)
        cells = JSONCells(self.warnings)
        for study_id, key, text in self._optional(sql, "attributes"):
            found[study_id][key] = cells.parse(text)
        return found

    def _optional(self, sql: str | None, what: str) -> Iterator[Row]:
        """Rows of a table that may be missing or damaged."""
        if sql is None:
            return
        try:
            yield from self._file.rows(sql)
        except sqlite3.DatabaseError:
            sentence = f"{self.label} is damaged: {what} of some studies are left out."
            warn(self.warnings, sentence)


def _is_utc(release: str | None) -> bool:
    """Whether the release that made a file wrote times in UTC, as Optuna does from 5.0 on."""
    major = (release or "").partition(".")[0]
    return major.isdecimal() and int(major) >= 5

"""Any SQLite file that Optuna 0.8 or later wrote, read with nothing but sqlite3."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from optuna_dashboard.storage.base import StorageError, StudySummary
from optuna_dashboard.storage.cells import warn
from optuna_dashboard.storage.clock import clock_of
from optuna_dashboard.storage.revision import revision_of
from optuna_dashboard.storage.sqlite_check import check_layout
from optuna_dashboard.storage.sqlite_file import SqliteFile
from optuna_dashboard.storage.sqlite_headers import read_headers
from optuna_dashboard.storage.sqlite_reader import SqliteReader
from optuna_dashboard.storage.sqlite_salvage import SalvageableTables
from optuna_dashboard.storage.sqlite_summaries import summarize
from optuna_dashboard.storage.sqlite_writing import can_be_upgraded, why_read_only
from optuna_dashboard.storage.writer import Writer
from optuna_dashboard.study.columns import TrialIndex
from optuna_dashboard.study.followed import Former, followed, formers
from optuna_dashboard.study.study import Study


class SqliteStorage:
    """A SQLite file; see ``Storage``. When the file has changed it is read anew."""

    longest_attr = None

    def __init__(self, path: Path, label: str) -> None:
        self.label = label
        self.path = path
        self._unseen = 0
        self._writer: Writer | None = None
        self._now = _Revision(path, label, self.revision())

    @property
    def kind(self) -> Literal["sqlite"]:
        return "sqlite"

    @property
    def has_old_schema(self) -> bool:
        return self._newest().has_old_schema

    @property
    def can_be_upgraded(self) -> bool:
        """Whether Optuna could bring the schema up to date, as far as is known."""
        now = self._newest()
        return can_be_upgraded(now.file, now.origin)

    @property
    def warnings(self) -> list[str]:
        # Those of a revision that was not read yet are not known.
        return self._now.warnings if self._now.token == self.revision() else []

    def revision(self) -> str:
        seen = revision_of(self.path)
        return f"{seen}+{self._unseen}" if self._unseen else seen

    def summaries(self) -> list[StudySummary]:
        return self._newest().summaries()

    def study(self, study_id: int) -> Study:
        return self._newest().study(study_id)

    def why_read_only(self) -> str | None:
        now = self._newest()
        return why_read_only(now.file, now.origin)

    @contextmanager
    def write(self) -> Iterator[Writer]:
        reason = self.why_read_only()
        if reason is not None:
            raise StorageError("read-only", reason)
        # Only now: reading a file takes no Optuna.
        from optuna_dashboard.storage.optuna_writing import sqlite_writer, told_errors

        with told_errors(self.label):
            self._writer = self._writer or sqlite_writer(self.path, self.label)
            try:
                yield self._writer
            finally:
                # Two writes may come within one tick of the clock of files.
                self._unseen += self._now.token == self.revision()

    def close(self) -> None:
        self._now.file.close()

    def _newest(self) -> "_Revision":
        if self._now.token != self.revision():
            # Studies of the old revision stay usable as long as somebody holds them.
            self._now = _Revision(self.path, self.label, self.revision(), former=self._now)
        return self._now


class _Revision:
    """What was read of the file since it changed last."""

    def __init__(
        self, path: Path, name: str, token: str, former: "_Revision | None" = None
    ) -> None:
        self.warnings: list[str] = []
        self.token = token
        self.file = SqliteFile(path, name)
        self._layout, self.origin = check_layout(self.file, self.warnings)
        self.has_old_schema = self._layout.is_outdated
        clock = clock_of(self.origin.release, is_upgraded=self._layout.is_upgraded)
        self._tables = SalvageableTables(self.file, self._layout.tables, self.warnings)
        headers = self._tables.read(
            lambda: read_headers(self.file, self._layout, clock, self.warnings)
        )
        self._headers = {header.id: header for header in headers}
        self._studies: dict[int, Study] = {}
        self._former = former.known_to(self) if former else {}
        self._former_warnings = former.warnings if former else []
        self._summaries: list[StudySummary] | None = None

    def known_to(self, later: "_Revision") -> dict[int, Former]:
        """Studies of which the next revision need not read everything."""
        # A warning may be of a study that is gone.
        is_whole = self._headers.keys() <= later._headers.keys()
        if later._layout != self._layout or self.file.is_damaged or not is_whole:
            return {}
        return formers(self._studies, self._former, later._headers)

    def summaries(self) -> list[StudySummary]:
        if self._summaries is None:
            headers = list(self._headers.values())
            self._summaries = self._tables.read(
                lambda: summarize(self.file, self._layout, headers, self.study)
            )
        return self._summaries

    def study(self, study_id: int) -> Study:
        if study_id not in self._studies:
            self._studies[study_id] = self._study(study_id)
        return self._studies[study_id]

    def _study(self, study_id: int) -> Study:
        header = self._headers[study_id]

        def stored(n_objectives: int, only: TrialIndex | None) -> SqliteReader:
            if only is not None:
                # What is not read again is not warned of again.
                for sentence in self._former_warnings:
                    warn(self.warnings, sentence)
            return SqliteReader(self._layout, self._tables, study_id, n_objectives, only)

        study = followed(header, stored, self._former.get(study_id))
        self._former.pop(study_id, None)
        # Of a damaged file as much is shown as when it is opened anew.
        return followed(header, stored, None) if self.file.is_damaged else study

"""A database server, MySQL, MariaDB or PostgreSQL, read by the SQL that files are read by."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from optuna_dashboard.storage.base import UNREADABLE, StorageError, StudySummary
from optuna_dashboard.storage.cells import warn
from optuna_dashboard.storage.clock import clock_of
from optuna_dashboard.storage.database_layout import database_layout
from optuna_dashboard.storage.database_reader import DatabaseReader
from optuna_dashboard.storage.database_revision import DatabaseRevision
from optuna_dashboard.storage.database_rows import DatabaseRows, DatabaseTables
from optuna_dashboard.storage.database_scope import DatabaseScope
from optuna_dashboard.storage.optuna_writing import told_errors
from optuna_dashboard.storage.sqlite_headers import read_headers
from optuna_dashboard.storage.sqlite_layout import UPGRADED_INDEX, Layout
from optuna_dashboard.storage.sqlite_summaries import summarize
from optuna_dashboard.storage.writer import Writer
from optuna_dashboard.study.columns import TrialIndex
from optuna_dashboard.study.followed import Former, followed, formers
from optuna_dashboard.study.study import Clock, Study

if TYPE_CHECKING:
    from sqlalchemy import Engine

# Bytes in a column of the type TEXT, which Optuna's attributes are.
_MYSQL_TEXT = 2**16 - 1


class DatabaseStorage:
    """A database of Optuna's ``RDBStorage``; see ``Storage``. It is read through ``engine``, and
    Optuna writes.

    ``hide`` takes passwords out of a message. ``release`` lets go of the connections of a storage
    that is ours.
    """

    path = None
    has_old_schema = False

    def __init__(
        self,
        writer: Writer,
        engine: "Engine",
        label: str,
        *,
        hide: Callable[[str], str] = str,
        release: Callable[[], object] = lambda: None,
    ) -> None:
        self.label = label
        self._writer = writer
        self._rows = DatabaseRows(engine, label, hide)
        self._revision = DatabaseRevision(self._rows, self._rows.dialect)
        self._now: _Revision | None = None
        self._hide = hide
        self._release = release

    @property
    def kind(self) -> Literal["database"]:
        return "database"

    @property
    def longest_attr(self) -> int | None:
        return None if self._rows.dialect == "postgresql" else _MYSQL_TEXT

    @property
    def warnings(self) -> list[str]:
        return self._now.warnings if self._now else []

    def revision(self) -> str:
        try:
            return self._revision.token()
        except StorageError:
            return UNREADABLE

    def summaries(self) -> list[StudySummary]:
        return self._newest().summaries()

    def study(self, study_id: int) -> Study:
        return self._newest().study(study_id)

    def why_read_only(self) -> str | None:
        """None: only trying tells."""
        return None

    @contextmanager
    def write(self) -> Iterator[Writer]:
        with told_errors(self.label, self._hide):
            yield self._writer

    def close(self) -> None:
        """A storage that a program gave belongs to the program, and stays open."""
        self._release()

    def _newest(self) -> "_Revision":
        token, now = self._revision.token(), self._now
        if now is None or now.token != token:
            # Studies of the old revision stay usable as long as somebody holds them.
            now = self._now = _Revision(self._rows, self._layout, self._clock, token, now)
        return now

    @cached_property
    def _layout(self) -> Layout:
        is_upgraded = UPGRADED_INDEX in self._rows.indexes("trials")
        return database_layout(self._rows.dialect, is_upgraded=is_upgraded)

    @cached_property
    def _clock(self) -> Clock:
        [(release,)] = self._rows.rows("SELECT library_version FROM version_info")
        return clock_of(release, is_upgraded=self._layout.is_upgraded)


class _Revision:
    """What was read of the database since it changed last."""

    def __init__(
        self,
        rows: DatabaseRows,
        layout: Layout,
        clock: Clock,
        token: str,
        former: "_Revision | None",
    ) -> None:
        self.token = token
        self._layout = layout
        self._of_headers: list[str] = []
        self._tables = DatabaseTables(rows, [])
        headers = read_headers(rows, layout, clock, self._of_headers)
        self._headers = {header.id: header for header in headers}
        self._studies: dict[int, Study] = {}
        self._former = former.known_to(self) if former else {}
        self._former_warnings = former._tables.warnings if former else []
        self._summaries: list[StudySummary] | None = None

    @property
    def warnings(self) -> list[str]:
        """What is to be told of this reading, each sentence once."""
        return list(dict.fromkeys([*self._of_headers, *self._tables.warnings]))

    def summaries(self) -> list[StudySummary]:
        if self._summaries is None:
            headers = list(self._headers.values())
            self._summaries = summarize(
                self._tables.file, self._layout, headers, self.study, DatabaseScope
            )
        return self._summaries

    def known_to(self, later: "_Revision") -> dict[int, Former]:
        """Studies of which the next revision need not read everything."""
        # A warning may be of a study that is gone.
        if self._tables.warnings and not self._headers.keys() <= later._headers.keys():
            return {}
        return formers(self._studies, self._former, later._headers)

    def study(self, study_id: int) -> Study:
        if study_id not in self._studies:
            self._studies[study_id] = self._study(study_id)
            self._former.pop(study_id, None)
        return self._studies[study_id]

    def _study(self, study_id: int) -> Study:
        def stored(n_objectives: int, only: TrialIndex | None) -> DatabaseReader:
            if only is not None:
                # What is not read again is not warned of again.
                for sentence in self._former_warnings:
                    warn(self._tables.warnings, sentence)
            return DatabaseReader(self._layout, self._tables, study_id, n_objectives, only)

        return followed(self._headers[study_id], stored, self._former.get(study_id))

"""Journal logs of Optuna 3.1 and later, replayed without Optuna."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from optuna_dashboard.storage.base import StorageError, StudySummary
from optuna_dashboard.storage.cells import warn
from optuna_dashboard.storage.journal_log import StudyLog
from optuna_dashboard.storage.journal_reader import JournalReader
from optuna_dashboard.storage.journal_replay import Replay
from optuna_dashboard.storage.journal_writing import why_read_only
from optuna_dashboard.storage.log_summary import log_summary
from optuna_dashboard.storage.param_builder import DistributionCache
from optuna_dashboard.storage.revision import revision_of
from optuna_dashboard.storage.writer import Writer
from optuna_dashboard.study.followed import Former, followed, formers
from optuna_dashboard.study.legacy import legacy_headers
from optuna_dashboard.study.study import Study, StudyHeader

# How much of the beginning and of the last line read tells that a file only grew.
_MARK = 256
# How often, and how many seconds apart, a line that is being written is looked at again.
_LOOKS, _PAUSE = 5, 0.05


class JournalStorage:
    """A journal log; see ``Storage``. What was added to it is read on, not anew."""

    has_old_schema = False
    longest_attr = None

    def __init__(self, path: Path, label: str) -> None:
        self.label = label
        self.warnings: list[str] = []
        self.path = path
        self._replay = Replay()
        self._marks: tuple[bytes, bytes] = b"", b""
        self._revision = ""
        self._headers: dict[int, StudyHeader] = {}
        self._distributions = DistributionCache(self.warnings)
        self._studies: dict[int, Study] = {}
        self._former: dict[int, Former] = {}
        self._summaries: list[StudySummary] | None = None
        self._writer: Writer | None = None
        self._refresh()

    @property
    def kind(self) -> Literal["journal"]:
        return "journal"

    def revision(self) -> str:
        return revision_of(self.path)

    def why_read_only(self) -> str | None:
        self._refresh()
        return why_read_only(self.path, self.label, self._replay)

    @contextmanager
    def write(self) -> Iterator[Writer]:
        self._check_writable()
        # Only now: reading a file takes no Optuna.
        from optuna_dashboard.storage.optuna_writing import journal_writer, told_errors

        with told_errors(self.label):
            self._writer = self._writer or journal_writer(self.path)
            yield self._writer

    def close(self) -> None:
        """Nothing to do: the file is open only while it is read."""

    def _check_writable(self) -> None:
        """Make sure that the log can be written to; a line that is being written is waited for.

        Raises:
            StorageError: if it cannot.
        """
        for _ in range(_LOOKS):
            reason = self.why_read_only()
            if reason is None:
                return
            time.sleep(_PAUSE)
        raise StorageError("read-only", str(reason))

    def summaries(self) -> list[StudySummary]:
        self._refresh()
        if self._summaries is None:
            self._summaries = [
                log_summary(self.study(study_id), self._replay.studies[study_id])
                for study_id in self._headers
            ]
        return self._summaries

    def study(self, study_id: int) -> Study:
        self._refresh()
        if study_id not in self._studies:
            log = self._replay.studies[study_id]
            self._studies[study_id] = followed(
                self._headers[study_id],
                lambda n_objectives, only: JournalReader(
                    log, n_objectives, self._distributions, only
                ),
                self._former.pop(study_id, None),
            )
        return self._studies[study_id]

    def _refresh(self) -> None:
        revision = self.revision()
        if revision == self._revision:
            return
        try:
            if self._read_marks() != self._marks:
                self._replay = Replay()
                self._distributions = DistributionCache(self.warnings)
                self._former, self._studies = {}, {}
                # It knows the lines of the file that was there before.
                self._writer = None
            self._replay.feed(self.path)
            self._marks = self._read_marks()
        except OSError as error:
            message = f"{self.label} cannot be read: {error.strerror}."
            raise StorageError("not-found", message) from error
        self.warnings = self._replay.warnings(self.label)
        self._distributions.tell(self.warnings)
        headers = legacy_headers(self._header(log) for log in self._replay.studies.values())
        self._headers = {header.id: header for header in headers}
        self._former = formers(self._studies, self._former, self._headers)
        self._studies = {}
        self._summaries = None
        self._revision = revision

    def _read_marks(self) -> tuple[bytes, bytes]:
        """The file's first bytes and those before where reading ended."""
        end = self._replay.offset
        with self.path.open("rb") as file:
            head = file.read(min(_MARK, end))
            file.seek(max(0, end - _MARK))
            return head, file.read(min(_MARK, end))

    def _header(self, log: StudyLog) -> StudyHeader:
        if log.has_utc_times and log.has_local_times:
            warn(
                self.warnings,
                f"{self.label}: the study {log.name!r} was written by Optuna 5, in UTC, and by "
                "an earlier one, in local time; its times are shown as they were written.",
            )
        is_utc = log.has_utc_times and not log.has_local_times
        return StudyHeader(
            id=log.id,
            name=log.name,
            directions=log.directions,
            user_attrs=dict(log.user_attrs),
            system_attrs=dict(log.system_attrs),
            clock="utc" if is_utc else "as-written",
        )

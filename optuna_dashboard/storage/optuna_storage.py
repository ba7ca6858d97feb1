"""Any storage that Optuna can read, through Optuna's own storage classes."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from time import monotonic
from typing import TYPE_CHECKING, Literal

from optuna_dashboard.storage.base import UNREADABLE, StorageError, StudySummary
from optuna_dashboard.storage.journal_log import StudyLog
from optuna_dashboard.storage.journal_reader import JournalReader
from optuna_dashboard.storage.log_summary import log_summary
from optuna_dashboard.storage.optuna_errors import reason_of
from optuna_dashboard.storage.optuna_log import OptunaLog
from optuna_dashboard.storage.optuna_values import plain_attrs
from optuna_dashboard.storage.optuna_writing import told_errors
from optuna_dashboard.storage.param_builder import DistributionCache
from optuna_dashboard.storage.writer import Writer
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.followed import Former, followed, formers
from optuna_dashboard.study.legacy import legacy_headers
from optuna_dashboard.study.study import Study, StudyHeader

if TYPE_CHECKING:
    from optuna.storages import BaseStorage
    from optuna.study._frozen import FrozenStudy

_QUICK = 0.02
_LONGEST_REST = 10.0


class OptunaStorage:
    """A storage of Optuna's; see ``Storage``. Finished trials are read once.

    Where looking for changes takes long it is done less often: after a look comes a rest of
    ``rest`` times as long, in which the storage is as it was. ``hide`` takes passwords out
    of a message. ``release`` lets go of the connections of a storage that is ours.
    """

    path = None
    has_old_schema = False
    longest_attr = None

    def __init__(
        self,
        storage: "BaseStorage",
        label: str,
        *,
        hide: Callable[[str], str] = str,
        rest: float = 9,
        release: Callable[[], object] = lambda: None,
    ) -> None:
        import optuna

        self.label = label
        self.warnings: list[str] = []
        # Keeps finished trials of a database, as Optuna itself does.
        self._storage = optuna.storages.get_storage(storage)
        # Optuna gives local times; from 5.0 on they come of UTC in the storage.
        self._is_utc = int(optuna.__version__.partition(".")[0]) >= 5
        self._logs: dict[int, OptunaLog] = {}
        self._headers: dict[int, StudyHeader] = {}
        self._distributions = DistributionCache(self.warnings)
        self._studies: dict[int, Study] = {}
        self._former: dict[int, Former] = {}
        self._summaries: list[StudySummary] | None = None
        self._revision = ""
        self._error: StorageError | None = None
        self._hide = hide
        self._rest = rest
        self._release = release
        self._next_look = 0.0

    @property
    def kind(self) -> Literal["optuna"]:
        return "optuna"

    def revision(self) -> str:
        self._look()
        return self._revision

    def summaries(self) -> list[StudySummary]:
        self._refresh()
        if self._summaries is None:
            self._summaries = [
                log_summary(self._study(study_id), self._logs[study_id].log)
                for study_id in self._headers
            ]
        return self._summaries

    def study(self, study_id: int) -> Study:
        self._refresh()
        return self._study(study_id)

    def why_read_only(self) -> str | None:
        """None: only trying tells."""
        return None

    @contextmanager
    def write(self) -> Iterator[Writer]:
        with told_errors(self.label, self._hide):
            try:
                yield self._storage
            finally:
                self._next_look = 0.0

    def close(self) -> None:
        """A storage that a program gave belongs to the program, and stays open."""
        self._release()

    def _study(self, study_id: int) -> Study:
        if study_id not in self._studies:
            log = self._logs[study_id].log
            self._studies[study_id] = followed(
                self._headers[study_id],
                lambda n_objectives, only: JournalReader(
                    log, n_objectives, self._distributions, only
                ),
                self._former.pop(study_id, None),
            )
        return self._studies[study_id]

    def _refresh(self) -> None:
        self._look()
        if self._error is not None:
            raise self._error

    def _look(self) -> None:
        """Bring everything up to date, unless that was done just now."""
        start = monotonic()
        if start < self._next_look:
            return
        try:
            self._read()
            self._error = None
        except Exception as error:  # each database has errors of its own
            message = f"{self.label} cannot be read: {self._hide(reason_of(error))}"
            self._error = StorageError("unreachable", message)
            self._revision = UNREADABLE
        end = monotonic()
        took = end - start
        self._next_look = end + (min(self._rest * took, _LONGEST_REST) if took > _QUICK else 0)

    def _read(self) -> None:
        frozen = sorted(self._storage.get_all_studies(), key=lambda study: study._study_id)
        self._logs = {study._study_id: log for study in frozen if (log := self._log(study))}
        headers = [self._header(study) for study in frozen if study._study_id in self._logs]
        revision = _token([*map(repr, headers), *(log.mark for log in self._logs.values())])
        if revision != self._revision:
            if self.warnings and not self._headers.keys() <= self._logs.keys():
                self._read_anew()
            self._headers = {header.id: header for header in legacy_headers(headers)}
            self._former = formers(self._studies, self._former, self._headers)
            self._studies = {}
            self._summaries = None
            self._revision = revision

    def _read_anew(self) -> None:
        """Forget what was read: a warning may be of a study that is gone."""
        self._studies, self._former = {}, {}
        self.warnings = []
        self._distributions = DistributionCache(self.warnings)

    def _log(self, study: "FrozenStudy") -> OptunaLog | None:
        """The log of a study with all its trials, None if it was deleted meanwhile."""
        try:
            trials = self._storage.get_all_trials(study._study_id, deepcopy=False)
        except KeyError:
            return None
        log = self._logs.get(study._study_id)
        if log is None or not log.continues_with(trials):
            empty = StudyLog(study._study_id, study.study_name, _directions(study))
            log = OptunaLog(empty, is_utc=self._is_utc)
        log.update(trials)
        return log

    def _header(self, study: "FrozenStudy") -> StudyHeader:
        return StudyHeader(
            id=study._study_id,
            name=study.study_name,
            directions=_directions(study),
            user_attrs=plain_attrs(study.user_attrs),
            system_attrs=plain_attrs(study.system_attrs),
            clock="utc" if self._is_utc else "as-written",
        )


def _directions(study: "FrozenStudy") -> tuple[Direction, ...]:
    return tuple(Direction.parse(direction.name) for direction in study.directions)


def _token(texts: Iterable[str]) -> str:
    return sha256("\n".join(texts).encode(errors="surrogatepass")).hexdigest()[:32]

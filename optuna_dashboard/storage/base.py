"""What every storage answers, and how it says that it cannot."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from optuna_dashboard.storage.writer import Writer
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study, StudyHeader

ErrorKind = Literal[
    "empty-file",
    "not-sqlite",
    "gzip",
    "not-optuna",
    "damaged",
    "too-new",
    "wal-missing",
    "locked",
    "not-found",
    "not-a-journal",
    "no-driver",
    "unreachable",
    # Of writes.
    "read-only",
    "gone",
    "not-read",
    "exists",
    "finished",
    "not-failed",
    "other-values",
    "busy",
    "not-written",
]
# How a storage is read: as a file of one kind, by SQL from a server, or through Optuna.
StorageKind = Literal["sqlite", "journal", "database", "optuna"]

# The revision of a storage that cannot be reached now.
UNREADABLE = "unreadable"


class StorageError(Exception):
    """A storage cannot be opened, read or written to.

    Attributes:
        kind: what is wrong, for programs.
        message: what the thing is and what to do about it, for people.
    """

    def __init__(self, kind: ErrorKind, message: str) -> None:
        super().__init__(message)
        self.kind: ErrorKind = kind
        self.message = message


@dataclass(frozen=True, slots=True)
class StudySummary:
    """What a list of studies shows of one study, found without reading its trials.

    ``best_value`` and ``best_number`` are those of the best feasible complete trial of a
    single-objective study; ``pareto_size`` is the number of trials on the front of a
    multi-objective one. A preferential study has neither: ``n_preferred`` is how many of its
    trials were preferred to others, and none to them. ``last_activity`` is the latest start or
    completion, in seconds since 1970-01-01 of the written clock (``StudyHeader.clock``).
    """

    header: StudyHeader
    state_counts: dict[TrialState, int]
    best_value: float | None
    best_number: int | None
    pareto_size: int | None
    n_preferred: int | None
    last_activity: float | None


def summary_of(study: Study, last_activity: float | None) -> StudySummary:
    """What a list says of a study whose columns are read anyway."""
    n_best, is_preferential = len(study.best_rows), study.header.is_preferential
    several = len(study.directions) > 1
    value, number = (None if several else study.best) or (None, None)
    return StudySummary(
        header=study.header,
        state_counts=study.state_counts,
        best_value=value,
        best_number=number,
        pareto_size=n_best if several and not is_preferential else None,
        n_preferred=n_best if is_preferential else None,
        last_activity=last_activity,
    )


class Storage(Protocol):
    """A place that holds studies."""

    @property
    def label(self) -> str:
        """File name, or URL without its password."""
        ...

    @property
    def kind(self) -> StorageKind: ...

    @property
    def path(self) -> Path | None:
        """The file that is read, None if it is none."""
        ...

    @property
    def has_old_schema(self) -> bool:
        """Whether today's Optuna refuses the file until it is migrated."""
        ...

    @property
    def longest_attr(self) -> int | None:
        """How many bytes of JSON an attribute may have, None if nothing is known against more."""
        ...

    @property
    def warnings(self) -> list[str]:
        """Sentences for the user, of what was read last; reading may add to them."""
        ...

    def revision(self) -> str:
        """A cheap token that changes whenever the data may have changed."""
        ...

    def summaries(self) -> list[StudySummary]:
        """Every study, in order of id."""
        ...

    def study(self, study_id: int) -> Study:
        """The study with this id, kept until the revision changes.

        Raises:
            KeyError: if there is no such study.
        """
        ...

    def why_read_only(self) -> str | None:
        """Why nothing can be written, as far as that is known beforehand; for the user."""
        ...

    def write(self) -> AbstractContextManager[Writer]:
        """What writes to this storage; what is read afterwards holds what was written.

        What Optuna raises while it is in use, of whatever kind, comes as a ``StorageError``.

        Raises:
            StorageError: of the kind ``read-only`` if nothing can be written here; ``gone``
                if there is no such study or trial; ``finished`` if the trial does not change
                any more; ``exists`` if a study of the name is there; ``other-values`` if they
                are not for the objectives of the study; ``locked`` or ``not-written`` if it
                does not work out.
        """
        ...

    def close(self) -> None:
        """Let go of the file; nothing may be read afterwards."""
        ...

"""The storages that are open, and the ids by which the outside knows their studies."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from optuna_dashboard.storage.artifact_files import ArtifactFiles
from optuna_dashboard.storage.base import Storage, StorageError, StudySummary
from optuna_dashboard.study.study import Study

# Public id = index of the source * SPAN + id in its storage, so that with one storage
# open every study keeps the id that Optuna gave it.
SPAN = 10**9

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Contents:
    """The studies of a storage, and what the user should know of it.

    Attributes:
        is_whole: whether they could be listed; another time they may be.
    """

    summaries: list[StudySummary]
    warnings: list[str]
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """An open storage and its place in the catalog."""

    index: int
    storage: Storage

    def contents(self) -> Contents:
        """All studies. A storage that broke after it was opened shows as empty, with the
        reason, so that the others stay in reach."""
        try:
            summaries = self.storage.summaries()
        except StorageError as error:
            return Contents([], [*self.storage.warnings, error.message], is_whole=False)
        except Exception as error:  # a file may be broken in ways nobody has thought of
            _LOG.exception("%s could not be listed", self.storage.label)
            reason = f"{self.storage.label} could not be read: {type(error).__name__}: {error}"
            return Contents([], [*self.storage.warnings, reason], is_whole=False)
        return Contents(summaries, list(self.storage.warnings))

    def public_id(self, own_id: int) -> int:
        """The id by which the outside knows a study, or a trial."""
        return self.index * SPAN + own_id

    def own_trial_id(self, trial_id: int) -> int:
        """The id of a trial in the storage; links that programs make have that one.

        Raises:
            KeyError: if the trial is one of another storage.
        """
        index, own_id = divmod(trial_id, SPAN)
        if index not in (0, self.index):
            raise KeyError(trial_id)
        return own_id


class Catalog:
    """Open storages. An index is never given twice, so an old address cannot come to
    mean another file.

    Args:
        is_read_only: refuse every write, whatever the storages would let through.
        artifacts: where files of studies and trials are.

    Attributes:
        has_login: whether the host has people log in.
    """

    def __init__(
        self, *, is_read_only: bool = False, artifacts: ArtifactFiles | None = None
    ) -> None:
        self.is_read_only = is_read_only
        self.has_login = False
        self.artifacts = artifacts
        self._sources: dict[int, Source] = {}
        self._next = 0

    def add(self, storage: Storage, index: int | None = None) -> int:
        """Take a storage in; returns its index.

        A host that was started again gives the ``index`` that the storage had before, and
        one whose file has changed that of the storage which this one replaces.
        """
        index = self._next if index is None else index
        self._next = max(self._next, index + 1)
        replaced = self._sources.get(index)
        self._sources[index] = Source(index, storage)
        if replaced:
            replaced.storage.close()
        return index

    def remove(self, index: int) -> None:
        """Close a storage and forget it.

        Raises:
            KeyError: if there is none with this index.
        """
        self._sources.pop(index).storage.close()

    def sources(self) -> list[Source]:
        return [self._sources[index] for index in sorted(self._sources)]

    def source(self, index: int) -> Source:
        """The storage with this index.

        Raises:
            KeyError: if there is none.
        """
        return self._sources[index]

    def find_trial(self, public_id: int) -> tuple[Source, int]:
        """The storage that a trial is in, and its id there; nobody looks whether it is.

        Raises:
            KeyError: if there is no such storage.
        """
        index, own_id = divmod(public_id, SPAN)
        return self._sources[index], own_id

    def find(self, public_id: int) -> tuple[Source, Study]:
        """The study with this public id, and where it is.

        Raises:
            KeyError: if there is none.
        """
        source = self._sources[public_id // SPAN]
        return source, source.storage.study(public_id % SPAN)

    def revision(self, public_ids: Iterable[int] | None = None) -> str:
        """A token that changes whenever an answer about these studies may change.

        Without ids: about anything in the catalog.
        """
        indices = None if public_ids is None else {public_id // SPAN for public_id in public_ids}
        host = f"{self.is_read_only} {self.has_login} {self.artifacts is not None}"
        return host + "".join(
            # Reading may add a warning although the file stays the same.
            f"\n{source.index} {source.storage.revision()} {len(source.storage.warnings)}"
            for source in self.sources()
            if indices is None or source.index in indices
        )

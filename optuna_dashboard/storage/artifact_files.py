"""The bytes of artifacts, in a store of Optuna's."""

import re
from contextlib import closing
from io import SEEK_END
from typing import Any, BinaryIO, Protocol, cast

from optuna_dashboard.storage.base import StorageError

# Optuna's are UUIDs. What is no such id could be a path out of the store.
_ID = re.compile(r"[0-9a-fA-F-]{1,64}")


class ArtifactStore(Protocol):
    """Any of ``optuna.artifacts``."""

    def open_reader(self, artifact_id: str) -> BinaryIO: ...

    def write(self, artifact_id: str, content_body: BinaryIO) -> None: ...

    def remove(self, artifact_id: str) -> None: ...


class ArtifactFiles:
    """A store, with its errors told as a ``StorageError``."""

    def __init__(self, store: ArtifactStore) -> None:
        self._store = store

    def open(self, artifact_id: str) -> BinaryIO:
        """What reads a file.

        Raises:
            StorageError: of the kind ``gone`` if it is not there; ``not-read`` else.
        """
        try:
            return self._store.open_reader(_checked(artifact_id))
        except Exception as error:  # each store has errors of its own
            if _is_missing(error):
                raise StorageError("gone", "The file is not in the artifact store.") from error
            raise StorageError("not-read", f"The file cannot be read: {error}") from error

    def look(self, artifact_id: str, most: int) -> tuple[int | None, bytes | None]:
        """The size of a file, and its content unless that is more than ``most`` bytes.

        None for what is not known: a file may be gone, or a store not tell how large one is. A
        file of which nothing is to be read is not fetched from far away to learn its size.
        """
        if most == 0 and type(self._store).__name__ != "FileSystemArtifactStore":
            return None, None
        try:
            with closing(self._store.open_reader(_checked(artifact_id))) as file:
                size = file.seek(0, SEEK_END) if file.seekable() else None
                if size is not None and size > most:
                    return size, None
                if size is not None:
                    file.seek(0)
                content = file.read(most + 1)
        except Exception:  # each store has errors of its own
            return None, None
        return (len(content), content) if len(content) <= most else (None, None)

    def write(self, artifact_id: str, content: BinaryIO) -> None:
        """Keep a file.

        Raises:
            StorageError: if that does not work out.
        """
        try:
            self._store.write(_checked(artifact_id), content)
        except Exception as error:  # each store has errors of its own
            message = f"The file cannot be kept in the artifact store: {error}"
            raise StorageError("not-written", message) from error

    def remove(self, artifact_id: str) -> None:
        """Delete a file, if it is there.

        Raises:
            StorageError: if it stays.
        """
        try:
            self._store.remove(_checked(artifact_id))
        except Exception as error:  # each store has errors of its own
            if not _is_missing(error):
                message = f"A file is still in the artifact store: {error}"
                raise StorageError("not-written", message) from error


def artifact_files(store: object) -> ArtifactFiles:
    """The files of a store of Optuna's, or of a backend of earlier dashboards.

    Raises:
        TypeError: if it is neither.
    """
    if not hasattr(store, "open_reader") and hasattr(store, "open"):
        return ArtifactFiles(_Backend(store))
    if not all(hasattr(store, name) for name in ("open_reader", "write", "remove")):
        raise TypeError(f"{store!r} is not an artifact store of Optuna.")
    return ArtifactFiles(cast(ArtifactStore, store))


class _Backend:
    """A backend of earlier dashboards, whose reader is called ``open``, as a store."""

    def __init__(self, backend: Any) -> None:
        self.open_reader = backend.open
        self.write = backend.write
        self.remove = backend.remove


def _checked(artifact_id: str) -> str:
    """The id of an artifact.

    Raises:
        FileNotFoundError: if it could mean something outside the store.
    """
    if not _ID.fullmatch(artifact_id):
        raise FileNotFoundError(artifact_id)
    return artifact_id


def _is_missing(error: Exception) -> bool:
    """Whether an error says that there is no such file."""
    return isinstance(error, FileNotFoundError) or type(error).__name__ == "ArtifactNotFound"

"""A folder of files, under the name that it had before it became a part of Optuna."""

import warnings

from optuna.artifacts import FileSystemArtifactStore


class FileSystemBackend(FileSystemArtifactStore):
    """Deprecated: use ``optuna.artifacts.FileSystemArtifactStore``."""

    def __init__(self, base_path: str) -> None:
        warnings.warn(
            "FileSystemBackend is deprecated. Use FileSystemArtifactStore instead.",
            FutureWarning,
            stacklevel=2,
        )
        super().__init__(base_path)

    # What reads files was called so.
    open = FileSystemArtifactStore.open_reader

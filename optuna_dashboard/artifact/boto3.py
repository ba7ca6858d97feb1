"""A bucket of files, under the name that it had before it became a part of Optuna."""

import warnings
from typing import Any

from optuna.artifacts import Boto3ArtifactStore


class Boto3Backend(Boto3ArtifactStore):
    """Deprecated: use ``optuna.artifacts.Boto3ArtifactStore``."""

    def __init__(self, bucket_name: str, client: Any = None) -> None:
        warnings.warn(
            "Boto3Backend is deprecated. Use Boto3ArtifactStore instead.",
            FutureWarning,
            stacklevel=2,
        )
        super().__init__(bucket_name, client)

    # What reads files was called so.
    open = Boto3ArtifactStore.open_reader

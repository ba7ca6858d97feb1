"""Where artifacts lie, from options of the command line to a store of Optuna."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from optuna.artifacts._protocol import ArtifactStore

# Name in a file of options -> class of ``optuna.artifacts``.
_CLASSES = {
    "filesystem": "FileSystemArtifactStore",
    "boto3": "Boto3ArtifactStore",
    "gcs": "GCSArtifactStore",
}
_PACKAGES = {"boto3": "boto3", "gcs": "google-cloud-storage"}
ARTIFACT_STORES = tuple(_CLASSES)


class ArtifactStoreError(Exception):
    """There is no such store of artifacts; the message says why."""


@dataclass(frozen=True, slots=True)
class ArtifactPlace:
    """A kind of store, and the arguments of its class."""

    kind: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


def open_artifact_store(place: ArtifactPlace) -> "ArtifactStore":
    """The store at a place.

    Raises:
        ArtifactStoreError: if it cannot be opened; the message names what to install where a
            package is missing.
    """
    from optuna import artifacts

    if place.kind == "filesystem":
        folder = Path(str(place.arguments.get("base_path", "")))
        if not folder.is_dir():
            raise ArtifactStoreError(f"{folder} is no folder. Artifacts lie in one.")
    try:
        with warnings.catch_warnings():
            # That Optuna may change a class of its own is nothing to this user.
            warnings.simplefilter("ignore")
            store: ArtifactStore = getattr(artifacts, _CLASSES[place.kind])(**place.arguments)
    except ImportError:
        package = _PACKAGES[place.kind]
        message = f"{package} is not installed. Install it: pip install {package}"
        raise ArtifactStoreError(message) from None
    except Exception as error:  # each package has errors of its own
        message = f"artifact_store.{place.kind} cannot be opened: {error}"
        raise ArtifactStoreError(message) from None
    return store

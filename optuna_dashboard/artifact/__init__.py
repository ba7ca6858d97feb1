"""Files of studies and trials, for programs."""

import warnings
from typing import TYPE_CHECKING

from optuna import Study, Trial

from optuna_dashboard.python_api.study_attrs import StudyAttrs

if TYPE_CHECKING:
    from optuna.artifacts._protocol import ArtifactStore


def get_artifact_path(study_or_trial: Study | Trial, artifact_id: str) -> str:
    """The path, on the dashboard, of a file of a study or a trial; for links in notes.

    Args:
        study_or_trial: what the file belongs to.
        artifact_id: as ``optuna.artifacts.upload_artifact`` returns it.
    """
    attrs = StudyAttrs(study_or_trial)
    trial = "" if attrs.trial_id is None else f"/{attrs.trial_id}"
    return f"/artifacts/{attrs.study_id}{trial}/{artifact_id}"


def upload_artifact(
    backend: "ArtifactStore",
    trial: Trial,
    file_path: str,
    *,
    mimetype: str | None = None,
    encoding: str | None = None,
) -> str:
    """Deprecated: use ``optuna.artifacts.upload_artifact``, which takes the same in another
    order; returns the id of the file."""
    from optuna import artifacts

    warnings.warn(
        "`upload_artifact()` is deprecated. Use `optuna.artifacts.upload_artifact()` instead.",
        FutureWarning,
        stacklevel=2,
    )
    return artifacts.upload_artifact(
        artifact_store=backend,
        file_path=file_path,
        study_or_trial=trial,
        mimetype=mimetype,
        encoding=encoding,
    )

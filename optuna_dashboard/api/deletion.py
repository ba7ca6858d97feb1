"""The end of a study, and of the files that only it has."""

from optuna_dashboard.api.artifact_use import artifact_ids
from optuna_dashboard.api.catalog import Source
from optuna_dashboard.storage.artifact_files import ArtifactFiles
from optuna_dashboard.study.study import Study


def delete_study(source: Source, study: Study, files: ArtifactFiles | None) -> None:
    """Delete a study; with ``files``, also its files, unless another study has them too.

    Raises:
        StorageError: if the study, or in the end a file, is still there.
    """
    ids = set() if files is None else artifact_ids(study)
    with source.storage.write() as writer:
        writer.delete_study(study.id)
    # A study that was copied has the same files.
    for summary in source.storage.summaries() if ids else ():
        ids -= artifact_ids(source.storage.study(summary.header.id))
    for artifact_id in ids:
        if files is not None:
            files.remove(artifact_id)

"""POST and DELETE /api/artifacts/...: files of studies and trials come and go."""

import re
from typing import Any
from uuid import uuid4

import falcon

from optuna_dashboard.api.artifact_use import artifact_ids
from optuna_dashboard.api.catalog import Catalog, Source
from optuna_dashboard.api.request_schema import ArtifactRequest
from optuna_dashboard.api.resource import (
    Endpoint,
    Query,
    Write,
    bad_request,
    not_found,
    own_trial_id,
    send_created,
)
from optuna_dashboard.api.schema import UploadedArtifact
from optuna_dashboard.api.stored import artifacts_json
from optuna_dashboard.api.upload import Upload, read_upload
from optuna_dashboard.storage.artifact_files import ArtifactFiles
from optuna_dashboard.storage.optuna_writes import trial_of
from optuna_dashboard.storage.writer import Writer
from optuna_dashboard.study.attrs.artifacts import (
    Artifact,
    artifact_setting,
    deletion_setting,
    read_artifacts,
    trial_deletion_setting,
)

_DIGITS = re.compile(r"[0-9]{1,18}")
_FILENAME = (Query("filename", {"type": "string"}, "name of a file that is sent as it is"),)


def _upload(name: str, summary: str) -> Write:
    return Write(
        "POST",
        name,
        f"{summary}, as a data URI or as it is",
        ArtifactRequest,
        UploadedArtifact,
        _FILENAME,
        takes_bytes=True,
    )


class StudyArtifactsResource(Endpoint):
    path = "/api/artifacts/{study_id:id}"
    writes = (_upload("UploadStudyArtifact", "Add a file to a study"),)

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        send_created(resp, _add(source, study.id, None, files_of(self.catalog), req))


class ArtifactItemResource(Endpoint):
    """Trials and artifacts of the study are at the same place of a path."""

    path = "/api/artifacts/{study_id:id}/{item}"
    writes = (
        _upload("UploadTrialArtifact", "Add a file to a trial that is not finished"),
        Write("DELETE", "DeleteStudyArtifact", "Delete a file of a study"),
    )

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        trial_id = own_trial_id(source, trial_id_in(params["item"]))
        with source.storage.write() as writer:
            is_finished = trial_of(writer, study.id, trial_id).state.is_finished()
        if is_finished:
            raise bad_request("The trial is already finished.")
        send_created(resp, _add(source, study.id, trial_id, files_of(self.catalog), req))

    def on_delete(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        _delete(source, study.id, None, params["item"], files_of(self.catalog))
        resp.status = falcon.HTTP_204


class TrialArtifactResource(Endpoint):
    path = "/api/artifacts/{study_id:id}/{item}/{artifact_id}"
    writes = (Write("DELETE", "DeleteTrialArtifact", "Delete a file of a trial"),)

    def on_delete(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        trial_id = own_trial_id(source, trial_id_in(params["item"]))
        _delete(source, study.id, trial_id, params["artifact_id"], files_of(self.catalog))
        resp.status = falcon.HTTP_204


def files_of(catalog: Catalog) -> ArtifactFiles:
    """The files that there are, or an answer of 400."""
    if catalog.artifacts is None:
        raise bad_request("Cannot access to the artifacts.")
    return catalog.artifacts


def trial_id_in(item: str) -> int:
    """The id of a trial, or an answer of 404."""
    if not _DIGITS.fullmatch(item):
        raise not_found(f"trial_id={item} is not found")
    return int(item)


def artifacts_of(writer: Writer, study_id: int, trial_id: int | None) -> list[Artifact]:
    """The files of a trial, or of a study."""
    artifacts = read_artifacts(writer.get_study_system_attrs(study_id))
    if trial_id is None:
        return artifacts.study
    return artifacts.of(trial_id, writer.get_trial(trial_id).system_attrs)


def _add(
    source: Source,
    study_id: int,
    trial_id: int | None,
    files: ArtifactFiles,
    req: falcon.Request,
) -> UploadedArtifact:
    upload, artifact_id = read_upload(req), str(uuid4())
    files.write(artifact_id, upload.content)
    try:
        found = _tell_of(source, study_id, trial_id, upload, artifact_id)
    except BaseException:
        files.remove(artifact_id)
        raise
    return {"artifact_id": artifact_id, "artifacts": artifacts_json(found)}


def _tell_of(
    source: Source, study_id: int, trial_id: int | None, upload: Upload, artifact_id: str
) -> list[Artifact]:
    """Write down that there is a file; all that there are then."""
    key, value = artifact_setting(upload.artifact(artifact_id))
    with source.storage.write() as writer:
        if trial_id is None:
            writer.set_study_system_attr(study_id, key, value)
        else:
            writer.set_trial_system_attr(trial_id, key, value)
        return artifacts_of(writer, study_id, trial_id)


def _delete(
    source: Source, study_id: int, trial_id: int | None, artifact_id: str, files: ArtifactFiles
) -> None:
    with source.storage.write() as writer:
        if trial_id is not None:
            trial_of(writer, study_id, trial_id)
        found = artifacts_of(writer, study_id, trial_id)
        is_known = any(artifact.id == artifact_id for artifact in found)
        if is_known:
            _forget(writer, study_id, trial_id, artifact_id)
    if not is_known:
        raise not_found("Artifact is not found.")
    # A trial that is tried again has the files of the one that failed.
    if artifact_id not in artifact_ids(source.storage.study(study_id)):
        files.remove(artifact_id)


def _forget(writer: Writer, study_id: int, trial_id: int | None, artifact_id: str) -> None:
    own = deletion_setting(artifact_id)
    if trial_id is None:
        writer.set_study_system_attr(study_id, *own)
        return
    writer.set_study_system_attr(study_id, *trial_deletion_setting(trial_id, artifact_id))
    if not writer.get_trial(trial_id).state.is_finished():
        writer.set_trial_system_attr(trial_id, *own)

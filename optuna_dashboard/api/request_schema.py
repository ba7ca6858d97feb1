"""The shape of what is sent to write; see ``schema``. Fields that are not told are ignored."""

from typing import Annotated, Literal, TypedDict

from optuna_dashboard.api.schema import Json


class _StudyRequest(TypedDict):
    study_name: str
    directions: Annotated[list[str], "minimize or maximize, in any case, for each objective"]


class StudyRequest(_StudyRequest, total=False):
    source: Annotated[int, "index of the storage that is to hold it; the first if left out"]


class RenameRequest(TypedDict):
    study_name: str


class DeletionRequest(TypedDict, total=False):
    remove_associated_artifacts: Annotated[bool, "also its files; true if left out"]


class NoteRequest(TypedDict):
    version: Annotated[int, "one more than that of the note that is there"]
    body: Annotated[str, "Markdown"]


class UserAttrsRequest(TypedDict):
    user_attrs: dict[str, Json]


class PreferenceRequest(TypedDict):
    mode: Literal["ChooseWorst"]
    candidates: Annotated[list[int], "numbers of the trials that are compared"]
    clicked: Annotated[int, "number of the worst of them"]


class _FeedbackComponentRequest(TypedDict):
    output_type: Literal["note", "artifact"]


class FeedbackComponentRequest(_FeedbackComponentRequest, total=False):
    artifact_key: Annotated[str, "user attribute that holds the id of the artifact"]


class _EnqueueRequest(TypedDict):
    params: dict[str, Json]


class EnqueueRequest(_EnqueueRequest, total=False):
    user_attrs: dict[str, Json]
    allow_unknown: Annotated[bool, "take parameters too that no trial has had"]


class _ArtifactRequest(TypedDict):
    file: Annotated[str, "a data URI in base64"]


class ArtifactRequest(_ArtifactRequest, total=False):
    filename: str


class _TellRequest(TypedDict):
    state: Annotated[Literal["Complete", "Fail"], "in any case"]


class TellRequest(_TellRequest, total=False):
    values: Annotated[
        list[float | str], 'with Complete: a number for each objective, also as text; "inf"'
    ]

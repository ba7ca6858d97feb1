"""Notes and artifacts as JSON."""

from collections.abc import Iterable

from optuna_dashboard.api import schema
from optuna_dashboard.study.attrs.artifacts import Artifact
from optuna_dashboard.study.attrs.notes import Note


def note_json(note: Note) -> schema.Note:
    return {"version": note.version, "body": note.body}


def artifacts_json(artifacts: Iterable[Artifact]) -> list[schema.Artifact]:
    return [
        {
            "artifact_id": artifact.id,
            "filename": artifact.filename,
            "mimetype": artifact.mimetype,
            "encoding": artifact.encoding,
        }
        for artifact in artifacts
    ]

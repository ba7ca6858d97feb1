"""Which files belong to a study or a trial.

Three places hold them: the study's attributes for its own files, the trial's attributes
for a trial's files, and, in files of early dashboards, the study's attributes for a
trial's files. The value is JSON text; ``null`` in it marks a deleted file.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from optuna_dashboard.study.attrs.keys import is_number
from optuna_dashboard.study.attrs.setting import Setting
from optuna_dashboard.study.json import JSON, parse_json

_OWN = "artifacts:"
_LEGACY = "dashboard:artifacts:"


@dataclass(frozen=True, slots=True)
class Artifact:
    id: str
    filename: str
    mimetype: str
    encoding: str | None


@dataclass(frozen=True, slots=True)
class Artifacts:
    """Every file of one study, before the attributes of its trials are looked at."""

    study: list[Artifact]
    # Trial id -> artifact id -> file, None if deleted.
    legacy: dict[int, dict[str, Artifact | None]]

    def of(self, trial_id: int, trial_attrs: Mapping[str, JSON]) -> list[Artifact]:
        """Files of a trial; what the study says of one goes before what the trial says."""
        found = {**_own(trial_attrs.items()), **self.legacy.get(trial_id, {})}
        return [artifact for artifact in found.values() if artifact]


def read_artifacts(study_attrs: Mapping[str, JSON]) -> Artifacts:
    """All files that the system attributes of a study tell of."""
    own = [artifact for artifact in _own(study_attrs.items()).values() if artifact]
    legacy: dict[int, dict[str, Artifact | None]] = {}
    for key, value in study_attrs.items():
        trial_id, _, artifact_id = key.removeprefix(_LEGACY).partition(":")
        if key.startswith(_LEGACY) and is_number(trial_id) and artifact_id:
            legacy.setdefault(int(trial_id), {})[artifact_id] = _parse(artifact_id, value)
    return Artifacts(own, legacy)


def artifact_setting(artifact: Artifact) -> Setting:
    """What to set in the system attributes of the study or trial that a file belongs to."""
    meta = {
        "artifact_id": artifact.id,
        "filename": artifact.filename,
        "mimetype": artifact.mimetype,
        "encoding": artifact.encoding,
    }
    return f"{_OWN}{artifact.id}", json.dumps(meta)


def deletion_setting(artifact_id: str) -> Setting:
    """What to set there so that the file is none of its files any more."""
    return f"{_OWN}{artifact_id}", "null"


def trial_deletion_setting(trial_id: int, artifact_id: str) -> Setting:
    """What to set in the study's attributes, which go before those of the trial.

    Those of a trial that is finished cannot be changed.
    """
    return f"{_LEGACY}{trial_id}:{artifact_id}", "null"


def _own(attrs: Iterable[tuple[str, JSON]]) -> dict[str, Artifact | None]:
    return {
        key[len(_OWN) :]: _parse(key[len(_OWN) :], value)
        for key, value in attrs
        if key.startswith(_OWN)
    }


def _parse(artifact_id: str, value: JSON) -> Artifact | None:
    try:
        meta = parse_json(value) if isinstance(value, str) else value
    except ValueError:
        return None
    if not isinstance(meta, dict):
        return None
    encoding = meta.get("encoding")
    return Artifact(
        artifact_id,
        str(meta.get("filename") or artifact_id),
        str(meta.get("mimetype") or "application/octet-stream"),
        encoding if isinstance(encoding, str) else None,
    )

"""Notes on a study and on its trials, all kept in the study's system attributes.

A body is cut into chunks with numbered keys. When a note shrinks, surplus chunks become
empty strings, so joining whatever is there in order gives the text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from optuna_dashboard.study.attrs.setting import Setting, chunk_settings
from optuna_dashboard.study.json import JSON

_KEY = re.compile(r"dashboard:(?:(?P<trial>\d{1,18}):)?note_(?:ver|str:(?P<chunk>\d{1,18}))")


@dataclass(frozen=True, slots=True)
class Note:
    """Markdown; version 0 means that no note was ever written."""

    version: int = 0
    body: str = ""


NO_NOTE = Note()


@dataclass(frozen=True, slots=True)
class Notes:
    """Every note of one study."""

    study: Note
    by_trial_id: dict[int, Note]

    def of(self, trial_id: int) -> Note:
        return self.by_trial_id.get(trial_id, NO_NOTE)

    def note(self, trial_id: int | None) -> Note:
        """The note on a trial, or that on the study."""
        return self.study if trial_id is None else self.of(trial_id)


def read_notes(study_attrs: Mapping[str, JSON]) -> Notes:
    """All notes, in one pass over the system attributes of a study."""
    versions: dict[int | None, int] = {}
    chunks: dict[int | None, dict[int, str]] = {}
    for key, value in study_attrs.items():
        match = _KEY.fullmatch(key) if key.startswith("dashboard:") else None
        if match is None:
            continue
        owner = int(match["trial"]) if match["trial"] else None
        if match["chunk"] is None and isinstance(value, int):
            versions[owner] = value
        elif match["chunk"] is not None and isinstance(value, str):
            chunks.setdefault(owner, {})[int(match["chunk"])] = value
    notes = {
        owner: Note(versions.get(owner, 0), _join(chunks.get(owner, {})))
        for owner in {**versions, **chunks}
    }
    study_note = notes.pop(None, NO_NOTE)
    return Notes(study_note, {owner: note for owner, note in notes.items() if owner is not None})


def note_settings(
    study_attrs: Mapping[str, JSON], trial_id: int | None, note: Note
) -> list[Setting]:
    """What to set in the system attributes of a study for a note on it, or on a trial."""
    prefix = "dashboard:" if trial_id is None else f"dashboard:{trial_id}:"
    chunks = chunk_settings(f"{prefix}note_str:", note.body, study_attrs)
    return [(f"{prefix}note_ver", note.version), *chunks]


def _join(chunks: dict[int, str]) -> str:
    return "".join(chunks[i] for i in sorted(chunks))

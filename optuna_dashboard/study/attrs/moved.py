"""System attributes of a study of which a copy is made, whose trials have other ids."""

import re
from collections.abc import Mapping
from dataclasses import replace

from optuna_dashboard.study.attrs.notes import note_settings, read_notes
from optuna_dashboard.study.attrs.setting import Setting
from optuna_dashboard.study.json import JSON

_KEY = re.compile(
    r"(?P<before>dashboard:|dashboard:artifacts:|preference:skip_trial:)"
    r"(?P<trial>\d{1,18})(?P<after>(?::.*)?)"
)
_NOTE = re.compile(r"dashboard:(\d{1,18}:)?note_(ver|str:\d{1,18})")
_LINK = re.compile(r"/artifacts/(?P<study>\d{1,18})/(?:(?P<trial>\d{1,18})/)?(?=[0-9a-fA-F-]{8})")


def moved_settings(
    attrs: Mapping[str, JSON], old_study: int, new_study: int, trial_ids: Mapping[int, int]
) -> list[Setting]:
    """What to set in the copy so that all that is said of trials is said of their copies.

    Links in notes to files of the study lead to those of the copy.

    Args:
        attrs: the system attributes of the study.
        old_study: id of the study.
        new_study: id of the copy.
        trial_ids: id of each trial -> id of its copy.
    """

    def moved_key(match: "re.Match[str]") -> str:
        trial_id = int(match["trial"])
        return f"{match['before']}{trial_ids.get(trial_id, trial_id)}{match['after']}"

    def moved_link(match: "re.Match[str]") -> str:
        if int(match["study"]) != old_study:
            return match[0]
        trial = match["trial"]
        rest = "" if trial is None else f"{trial_ids.get(int(trial), int(trial))}/"
        return f"/artifacts/{new_study}/{rest}"

    settings: list[Setting] = [
        (_KEY.sub(moved_key, key, 1) if _KEY.fullmatch(key) else key, value)
        for key, value in attrs.items()
        if not _NOTE.fullmatch(key)
    ]
    notes = read_notes(attrs)
    for old_id, note in [(None, notes.study), *notes.by_trial_id.items()]:
        if note.version or note.body:
            new_id = None if old_id is None else trial_ids.get(old_id, old_id)
            moved = replace(note, body=_LINK.sub(moved_link, note.body))
            settings += note_settings({}, new_id, moved)
    return settings

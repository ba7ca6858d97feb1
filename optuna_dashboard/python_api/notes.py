"""Notes on studies and trials, written by programs."""

from optuna import Study, Trial

from optuna_dashboard.python_api.study_attrs import StudyAttrs
from optuna_dashboard.study.attrs.notes import Note, note_settings, read_notes


def save_note(study_or_trial: Study | Trial, body: str) -> None:
    """Write the note on a study or a trial; it takes the place of the one that is there.

    Args:
        study_or_trial: what the note is on.
        body: Markdown.
    """
    attrs = StudyAttrs(study_or_trial)
    present = attrs.read()
    version = read_notes(present).note(attrs.trial_id).version + 1
    attrs.write(note_settings(present, attrs.trial_id, Note(version, body)))


def get_note(study_or_trial: Study | Trial) -> str:
    """The note on a study or a trial, as Markdown; empty if there is none."""
    attrs = StudyAttrs(study_or_trial)
    return read_notes(attrs.read()).note(attrs.trial_id).body

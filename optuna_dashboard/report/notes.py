"""The notes that people wrote on a study and on its trials, as the text that they are."""

from collections.abc import Iterable

from optuna_dashboard.figures.text import counted
from optuna_dashboard.report.text import escape, paragraphs, tag
from optuna_dashboard.study.attrs.notes import read_notes
from optuna_dashboard.study.study import Study

_MOST_NOTES = 100  # on trials


def study_note(study: Study) -> Iterable[str]:
    """The note on the study, if there is one."""
    body = read_notes(study.header.system_attrs).study.body
    if body.strip():
        yield '<section aria-labelledby="note"><h2 id="note">Note</h2>'
        yield _text(body)
        yield "</section>"


def trial_notes(study: Study) -> Iterable[str]:
    """The notes on trials, in the order of their numbers."""
    by_id = read_notes(study.header.system_attrs).by_trial_id
    index = study.index
    notes = [
        (number, by_id[trial_id].body)
        for trial_id, number in zip(index.ids, index.numbers)
        if trial_id in by_id and by_id[trial_id].body.strip()
    ]
    if not notes:
        return
    yield '<section aria-labelledby="notes"><h2 id="notes">Notes on trials</h2>'
    if len(notes) > _MOST_NOTES:
        sentence = f"The first {_MOST_NOTES} of {counted(len(notes), 'note')}."
        yield paragraphs([sentence], 'class="note"')
    for number, body in notes[:_MOST_NOTES]:
        yield tag("h3", f"Trial {number}")
        yield _text(body)
    yield "</section>"


def _text(body: str) -> str:
    return tag("div", escape(body), 'class="text"')

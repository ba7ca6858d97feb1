"""The whole document."""

from collections.abc import Iterable, Sequence

from optuna_dashboard.report import artifacts, facts, figures, form, notes, trials
from optuna_dashboard.report.script import PARTS
from optuna_dashboard.report.text import escape, study_title
from optuna_dashboard.study.study import Study
from optuna_dashboard.version import VERSION


def report(
    study: Study,
    source: str,
    warnings: Sequence[str] = (),
    look: artifacts.Look | None = None,
) -> bytes:
    """A study as HTML, without the script that draws its figures; see ``script.PARTS``.

    Args:
        study: what the report is about.
        source: the name of the file or database that holds it.
        warnings: sentences on what is wrong with that; reading the study may add to them.
        look: reads artifacts, where they can be read.
    """
    # A lone surrogate is no character; it would make the whole file unreadable.
    return "\n".join(_lines(study, source, warnings, look)).encode("utf-8", "replace")


def _lines(
    study: Study, source: str, warnings: Sequence[str], look: artifacts.Look | None
) -> Iterable[str]:
    yield "<!doctype html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield PARTS
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f'<meta name="generator" content="Optuna Dashboard {VERSION}">'
    yield f"<title>{escape(study_title(study.name))} – Optuna study</title>"
    # Or a browser asks the server for one, if the file is on a server.
    yield '<link rel="icon" href="data:,"></head><body>'
    # Made first: what is damaged is found when it is read.
    main = list(_main(study, look))
    yield from facts.head(study, source, warnings)
    yield from ("<main>", *main, "</main>")
    yield f"<footer><p>Made by Optuna Dashboard {VERSION}.</p></footer></body></html>"


def _main(study: Study, look: artifacts.Look | None) -> Iterable[str]:
    yield from facts.facts(study)
    yield from trials.best(study)
    yield from notes.study_note(study)
    yield from figures.figures(study)
    yield from facts.attributes(study.header.user_attrs)
    yield from form.form(study)
    yield from notes.trial_notes(study)
    yield from artifacts.artifacts(study, look)
    yield from trials.first(study)

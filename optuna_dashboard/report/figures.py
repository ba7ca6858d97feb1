"""The figures of a report: every one that suits the study."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from optuna_dashboard.analysis.packages import MissingPackagesError
from optuna_dashboard.figures.figure import Figure, FigureError, FigureResult
from optuna_dashboard.figures.registry import figures_of
from optuna_dashboard.figures.text import counted
from optuna_dashboard.figures.thin import few_points
from optuna_dashboard.report.script import data_script
from optuna_dashboard.report.text import escape, paragraphs, tag
from optuna_dashboard.study.study import Study

MOST_POINTS = 5_000  # of one figure
MOST_SAVED = 4_000_000  # characters of one that was saved: nobody knows how to thin it

# Nobody can choose in a document: options that show more than a page does at first.
_OPTIONS = {"slice": {"param": "all"}}


@dataclass(frozen=True, slots=True)
class _Made:
    figure: Figure
    result: FigureResult

    @property
    def notes(self) -> list[str]:
        """What the figure leaves out, if anything."""
        result = self.result
        if result.shown in (None, result.total):
            return result.notes
        return [f"{result.shown:,} of {counted(result.total)} shown.", *result.notes]


def figures(study: Study) -> Iterable[str]:
    """Every figure that has something to show, and the names of those that have not."""
    if not len(study.index):
        return
    made, missing = _made(study)
    drawn = [one for one in made if one.result.shown != 0 and one.result.figure["data"]]
    yield '<section aria-labelledby="figures"><h2 id="figures">Figures</h2>'
    yield "<noscript><p>The figures need JavaScript.</p></noscript>"
    hint = "Drag in a figure to enlarge a part of it, double-click to see all again."
    yield paragraphs([hint], 'class="note screen"')
    if len(study.index) > MOST_POINTS:
        yield paragraphs([_thinned()], 'class="note"')
    yield '<div class="figures">'
    for one in drawn:
        yield from _figure(one)
    yield "</div>"
    empty = [
        f"{one.figure.title}: {' '.join(one.result.notes)}" for one in made if one not in drawn
    ]
    if empty or missing:
        items = "".join(tag("li", escape(text)) for text in [*empty, *missing])
        yield f'<h3>Not drawn</h3><ul class="note">{items}</ul>'
    yield "</section>"


def _made(study: Study) -> tuple[list[_Made], list[str]]:
    """The figures, and sentences on those that cannot be made: their packages are not
    installed, or what was saved is no figure, or too large a one."""
    made, missing = [], []
    for figure in figures_of(study):
        try:
            with few_points(MOST_POINTS):
                one = _Made(figure, figure.build([study], _OPTIONS.get(figure.name, {})))
        except (MissingPackagesError, FigureError) as error:
            missing.append(f"{figure.title}: {str(error).rstrip('.')}.")
            continue
        if one.result.shown is None and (size := len(json.dumps(one.result.figure))) > MOST_SAVED:
            missing.append(f"{figure.title}: too large, {size / 1e6:.0f} MB; see the dashboard.")
        else:
            made.append(one)
    return made, missing


def _thinned() -> str:
    return (
        f"Of this many trials, a figure shows about {MOST_POINTS:,}: the best and the extreme "
        "ones always, the others at equal distances."
    )


def _figure(one: _Made) -> Iterable[str]:
    figure, result = one.figure, one.result
    heading = f"figure-{figure.name}"
    label = figure.title
    if result.shown is not None:
        label += f": {counted(result.shown)}"
    drawing = result.figure
    yield f'<figure data-name="{figure.name}" aria-labelledby="{heading}">'
    yield tag("h3", escape(figure.title), f'id="{heading}"')
    yield paragraphs([figure.description], 'class="note"')
    plot = tag("div", "", f'class="plot" role="img" aria-label="{escape(label)}"')
    yield tag("div", plot, 'class="scroll"')
    if one.notes:
        yield tag("figcaption", escape(" ".join(one.notes)))
    yield data_script({**drawing, "data": [_slim(trace) for trace in drawing["data"]]})
    yield "</figure>"


def _slim(trace: dict[str, Any]) -> dict[str, Any]:
    """Without the trial numbers, by which pages open a trial."""
    meta = {key: value for key, value in trace["meta"].items() if key != "numbers"}
    return {**trace, "meta": meta}

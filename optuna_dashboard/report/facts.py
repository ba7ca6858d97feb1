"""The head of a report: what the study is, how far it came, how long it took."""

from collections.abc import Iterable, Sequence

from optuna_dashboard.figures.text import counted
from optuna_dashboard.figures.times import duration_text
from optuna_dashboard.report.text import (
    STATE_TEXTS,
    escape,
    json_text,
    paragraphs,
    study_title,
    tag,
    time_text,
    value_text,
)
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.spans import (
    durations_of,
    first_start,
    last_complete,
    trials_per_hour,
)
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_TO = {
    Direction.MINIMIZE: "minimize",
    Direction.MAXIMIZE: "maximize",
    Direction.NOT_SET: "no direction set",
}


def head(study: Study, source: str, warnings: Sequence[str]) -> Iterable[str]:
    """Title, objectives and states, with what is wrong with the source, if anything."""
    yield "<header>"
    yield tag("p", "Report of an Optuna study", 'class="kind"')
    yield tag("h1", escape(study_title(study.name)))
    yield paragraphs([f"{_objectives(study)}. From {source}."])
    for warning in warnings:
        yield paragraphs([warning], 'class="warning"')
    yield "</header>"


def facts(study: Study) -> Iterable[str]:
    """How many trials there are in which state, and times."""
    yield '<section aria-label="Facts">'
    yield _state_bar(study)
    yield definitions(_facts(study))
    if study.header.clock != "utc" and len(study.index):
        yield paragraphs(
            ["Times are as written: the file does not say in which time zone."], 'class="note"'
        )
    yield "</section>"


def definitions(pairs: Iterable[tuple[str, str]], kind: str = "facts") -> str:
    """A list of names and what they are."""
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(text) or '–'}</dd></div>" for name, text in pairs
    )
    return f'<dl class="{kind}">{items}</dl>'


def attributes(attrs: dict[str, JSON]) -> Iterable[str]:
    """User attributes of the study, if it has any."""
    if attrs:
        yield '<section aria-labelledby="attributes"><h2 id="attributes">User attributes</h2>'
        yield definitions(((key, json_text(value)) for key, value in attrs.items()), "values")
        yield "</section>"


def _objectives(study: Study) -> str:
    header = study.header
    if header.is_preferential:
        return "Preferential: people compare the trials"
    if len(study.directions) == 1 and not header.metric_names:
        return _TO[study.directions[0]].capitalize()
    pairs = zip(header.objective_labels, study.directions)
    return ", ".join(f"{label}: {_TO[direction]}" for label, direction in pairs)


def _state_bar(study: Study) -> str:
    counts = study.state_counts
    present = [(state, counts[state]) for state in STATE_TEXTS if state in counts]
    parts = "".join(
        f'<span class="{STATE_TEXTS[state]}" style="flex-grow:{count}"></span>'
        for state, count in present
    )
    words = "".join(
        f'<li><i class="{STATE_TEXTS[state]}"></i>{count:,} {STATE_TEXTS[state]}</li>'
        for state, count in present
    )
    return f'<div class="states" aria-hidden="true">{parts}</div><ul class="legend">{words}</ul>'


def _facts(study: Study) -> Iterable[tuple[str, str]]:
    clock = study.header.clock
    first, last, durations = first_start(study), last_complete(study), durations_of(study)
    rate = trials_per_hour(study, first, last)
    yield "Trials", f"{len(study.index):,}"
    if study.constraints.present:
        complete = study.state_counts.get(TrialState.COMPLETE, 0)
        yield "Feasible", f"{study.n_feasible:,} of {counted(complete, 'complete trial')}"
    yield "Total duration", duration_text(durations.total) if durations else ""
    yield "Median duration", duration_text(durations.median) if durations else ""
    yield "Trials per hour", "" if rate is None else _rate_text(rate)
    yield "First start", time_text(first, clock)
    yield "Last completion", time_text(last, clock)


def _rate_text(rate: float) -> str:
    return value_text(float(f"{rate:.3g}")) if rate < 1000 else f"{rate:,.0f}"

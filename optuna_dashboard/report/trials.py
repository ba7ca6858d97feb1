"""The trials of a report: the best ones, and a table of the first ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from optuna_dashboard.figures.text import counted
from optuna_dashboard.figures.times import duration_text
from optuna_dashboard.report.facts import definitions
from optuna_dashboard.report.text import (
    STATE_TEXTS,
    escape,
    json_text,
    paragraphs,
    tag,
    value_text,
)
from optuna_dashboard.study.columns import Trial
from optuna_dashboard.study.distributions import to_external
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_MOST_TRIALS = 1_000
_MOST_BEST = 100
_MOST_CELLS = 25_000  # of the table: more make a page slow to open
_MOST_NAMES = 50  # parameters, and user attributes


def best(study: Study) -> Iterable[str]:
    """The best trial with its parameters, or the Pareto front as a table."""
    rows = study.best_rows
    yield '<section aria-labelledby="best">'
    if len(study.directions) == 1 and not study.header.is_preferential and rows:
        [trial] = study.trials(rows)
        yield '<h2 id="best">Best trial</h2>'
        value = value_text(trial.values[0]) if trial.values else "–"
        yield tag("p", tag("strong", escape(value)) + f" in trial {trial.number}", 'class="best"')
        pairs = [(name, json_text(value)) for name, value in _params(trial).items()]
        yield definitions(pairs, "values")
    else:
        several = len(study.directions) > 1 and not study.header.is_preferential
        yield f'<h2 id="best">{"Pareto front" if several else "Best trials"}</h2>'
        yield from _best_table(study, rows)
    yield "</section>"


def first(study: Study) -> Iterable[str]:
    """A table of the first trials, as many as a page can hold."""
    total = len(study.index)
    yield '<section aria-labelledby="trials"><h2 id="trials">Trials</h2>'
    if total:
        columns = _Columns.of(study)
        shown = min(total, _MOST_TRIALS, _MOST_CELLS // columns.count)
        if shown < total:
            yield paragraphs([f"The first {shown:,} of {counted(total)}."], 'class="note"')
        yield from _table("trials", columns, study.trials(range(shown)))
    else:
        yield paragraphs(["There are no trials yet."])
    yield "</section>"


def _best_table(study: Study, rows: Sequence[int]) -> Iterable[str]:
    if not rows:
        yield paragraphs([_why_no_best(study)])
        return
    if len(rows) > _MOST_BEST:
        yield paragraphs([f"The first {_MOST_BEST} of {counted(len(rows))}."], 'class="note"')
    yield from _table("best", _Columns.of(study), study.trials(rows[:_MOST_BEST]))


def _why_no_best(study: Study) -> str:
    if study.header.is_preferential:
        return "No trial was preferred to another yet."
    if TrialState.COMPLETE not in study.state_counts:
        return "No trial is complete yet."
    if not study.n_feasible:
        return "No trial is feasible: every complete one violates a constraint."
    return "The complete trials have no value that can be compared."


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the table tells of a trial apart from its number, state and duration."""

    objectives: Sequence[str]
    params: Sequence[str]
    attrs: Sequence[str]
    notes: Sequence[str]  # on what is left out

    @classmethod
    def of(cls, study: Study) -> "_Columns":
        params, attrs = sorted(study.param_names), sorted(study.user_attr_names)
        notes = [
            f"The first {_MOST_NAMES} of {counted(len(names), kind)} are columns."
            for names, kind in ((params, "parameter"), (attrs, "user attribute"))
            if len(names) > _MOST_NAMES
        ]
        values = [] if study.header.is_preferential else study.header.objective_labels
        return cls(values, params[:_MOST_NAMES], attrs[:_MOST_NAMES], notes)

    @property
    def groups(self) -> Sequence[tuple[str, Sequence[str]]]:
        groups = (
            ("Trial", ("Number", "State", "Duration")),
            ("Objectives" if len(self.objectives) > 1 else "Objective", self.objectives),
            ("Parameters", self.params),
            ("User attributes", self.attrs),
        )
        return [(title, names) for title, names in groups if names]

    @property
    def count(self) -> int:
        return sum(len(names) for _, names in self.groups)


def _table(labelled_by: str, columns: _Columns, trials: Iterable[Trial]) -> Iterable[str]:
    yield paragraphs(columns.notes, 'class="note"')
    label = f'aria-labelledby="{labelled_by}"'
    yield f'<div class="scroll" role="region" tabindex="0" {label}><table {label}><thead><tr>'
    for title, names in columns.groups:
        yield tag("th", escape(title), f'scope="colgroup" colspan="{len(names)}"')
    yield "</tr><tr>"
    for _, names in columns.groups:
        for name in names:
            yield tag("th", escape(name), 'scope="col"')
    yield "</tr></thead><tbody>"
    for trial in trials:
        yield _row(columns, trial)
    yield "</tbody></table></div>"


def _row(columns: _Columns, trial: Trial) -> str:
    params, attrs = _params(trial), trial.user_attrs
    state = STATE_TEXTS[trial.state]
    if trial.state is TrialState.COMPLETE and not trial.feasible:
        state = "infeasible"
    seconds = None if trial.duration is None else trial.duration.total_seconds()
    values = trial.values or []
    cells = [
        tag("th", str(trial.number), 'scope="row"'),
        tag("td", f'<i class="{state}"></i>{state}'),
        _cell("" if seconds is None else duration_text(seconds), True),
        *(
            _cell(value_text(values[i]) if i < len(values) else "", True)
            for i in range(len(columns.objectives))
        ),
        *(_json_cell(params, name) for name in columns.params),
        *(_json_cell(attrs, name) for name in columns.attrs),
    ]
    return tag("tr", "".join(cells))


def _json_cell(values: dict[str, JSON], name: str) -> str:
    if name not in values:
        return "<td></td>"
    value = values[name]
    return _cell(json_text(value), isinstance(value, (int, float)) and not isinstance(value, bool))


def _cell(text: str, is_number: bool) -> str:
    return tag("td", escape(text), 'class="n"' if is_number else "")


def _params(trial: Trial) -> dict[str, JSON]:
    return {
        name: to_external(distribution, internal)
        for name, (internal, distribution) in trial.params.items()
    }

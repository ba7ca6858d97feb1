"""Terminator improvement: whether it was worth going on, and when Optuna would have stopped."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from math import isnan

from optuna_dashboard.analysis.stagnation import trials_left
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import Choice, Number, Option, Select, Settings, Toggle
from optuna_dashboard.figures.targets import has_targets
from optuna_dashboard.figures.text import counted
from optuna_dashboard.figures.thin import MOST_CORNERS, at_most, thin
from optuna_dashboard.figures.traces import numbers_of, pick, trace
from optuna_dashboard.figures.trial_line import trial_axis, trial_line
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_FAINT = 0.35  # of the line, as long as it is too early to stop
_NOT_OFFERED = (
    "Optuna's other evaluators, the regret bound and EMMR, need PyTorch, which no browser runs: "
    "they are not offered."
)


class Terminator(Figure):
    name = "terminator"
    title = "Terminator improvement"
    description = (
        "How much improvement Optuna's terminator still expects after every trial; below the "
        "threshold it stops the study."
    )

    def suits(self, study: Study) -> bool:
        return has_targets(study) and len(study.directions) == 1

    def options(self, studies: Sequence[Study]) -> list[Option]:
        evaluators = [Choice("best-value-stagnation", "Best value stagnation")]
        return [
            Select("evaluator", "Evaluator", evaluators, evaluators[0].value),
            Number("stagnation", "Trials without a better value", "30", min=0, whole=True),
            Number("first", "Complete trials before", "20", min=1, whole=True),
            Toggle("threshold", "Threshold", True),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        (subject,) = subjects
        view = _View.of(subject.study, settings)
        if not view.rows:
            return Drawing([], {"showlegend": False}, 0, [_nothing(subject.study), _NOT_OFFERED])
        notes = [*_verdict(subject.study, view), _NOT_OFFERED]
        rows = thin(view.rows, at_most(MOST_CORNERS), (view.improvements,))
        if len(rows) < len(view.rows):
            notes.append(
                f"Thinned from {len(view.rows):,} points: all extremes are drawn, the others at "
                "equal distances."
            )
        data = _traces(subject, view, rows)
        if settings.flag("threshold"):
            data.append(_threshold(subject, rows))
        layout = {
            "xaxis": trial_axis(subject.study.index.numbers[rows[-1]]),
            "yaxis": {
                "title": {"text": "Trials left without a better value"},
                "type": "linear",
            },
            "showlegend": settings.flag("threshold"),
        }
        return Drawing(data, layout, len(rows), notes)


@dataclass(frozen=True, slots=True)
class _View:
    """The improvement after every trial from the first complete one on, whatever its state.

    ``improvements`` has a number for every row of the study. ``first`` is the row from
    which on the terminator may stop the study, ``stop`` the one at which it does.
    """

    rows: list[int]
    improvements: "array[float]"
    first: int | None
    stop: int | None

    @classmethod
    def of(cls, study: Study, settings: Settings) -> "_View":
        (values,) = study.values
        complete = [
            row for row in study.index.rows_in(TrialState.COMPLETE) if not isnan(values[row])
        ]
        most = int(settings.free_number("stagnation") or 0)
        left = trials_left([values[row] for row in complete], study.directions[0], most)
        n = len(study.index)
        improvements = array("d", bytes(8 * n))
        ends = [*islice(complete, 1, None), n]
        for row, end, improvement in zip(complete, ends, left):
            improvements[row:end] = array("d", [improvement]) * (end - row)
        place = int(settings.free_number("first") or 1) - 1
        first = complete[place] if place < len(complete) else None
        may_stop = () if first is None else range(first, n)
        return cls(
            rows=list(range(complete[0], n)) if complete else [],
            improvements=improvements,
            first=first,
            stop=next((row for row in may_stop if improvements[row] < 0), None),
        )


def _traces(subject: Subject, view: _View, rows: list[int]) -> list[PlotlyJSON]:
    """The line, faint as long as it is too early to stop."""
    first = len(view.improvements) if view.first is None else view.first
    early = [row for row in rows if row <= first]
    late = [row for row in rows if row >= first]
    if len(late) < 2:
        return [{**one, "opacity": _FAINT} for one in _line(subject, view, rows, len(rows))]
    faint = _line(subject, view, early, len(rows))
    return [
        *({**one, "opacity": _FAINT, "showlegend": False} for one in faint),
        *_line(subject, view, late, len(rows)),
    ]


def _line(subject: Subject, view: _View, rows: list[int], points: int) -> list[PlotlyJSON]:
    hover = ["Trials left without a better value: %{y:d}"]
    values = pick(view.improvements, rows)
    return trial_line(subject, "improvement", rows, values, hover, points=points)


def _threshold(subject: Subject, rows: list[int]) -> PlotlyJSON:
    ends = numbers_of(subject, [rows[0], rows[-1]])
    made = trace(
        subject,
        "threshold",
        "scatter",
        numbers=ends,
        coordinates={"x": ends, "y": encode(array("q", [0, 0]))},
        hover=[],
        x_is_number=True,
    )
    return {**made, "mode": "lines", "line": {"dash": "dash"}, "hoverinfo": "skip"}


def _verdict(study: Study, view: _View) -> list[str]:
    if view.stop is not None:
        number = study.index.numbers[view.stop]
        return [f"With these options, Optuna's terminator stops the study at trial {number}."]
    if view.first is None:
        return ["There are too few complete trials for Optuna's terminator to stop the study."]
    left = int(view.improvements[-1]) + 1
    return [
        "Optuna's terminator would not have stopped the study yet: it does after "
        f"{counted(left, 'more trial')} without a better value."
    ]


def _nothing(study: Study) -> str:
    return "No trial is completed yet." if len(study.index) else "There are no trials yet."

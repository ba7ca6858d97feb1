"""Best value: how soon studies reached what, over trials or over the time they ran."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from typing import Any

from optuna_dashboard.figures.best_line import BestLine, best_line
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import Choice, Option, Select, Settings
from optuna_dashboard.figures.targets import Target, has_targets, objective_choices
from optuna_dashboard.figures.text import escape, listed
from optuna_dashboard.figures.times import duration_text
from optuna_dashboard.figures.traces import numbers_of, pick, step_line, trace
from optuna_dashboard.figures.value_axis import value_axis, value_axis_options
from optuna_dashboard.study import masks
from optuna_dashboard.study.spans import first_start
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_NUMBER, _ELAPSED = "number", "elapsed"
# The largest unit of which an axis has at least two.
_UNITS = (("d", 86_400.0), ("h", 3_600.0), ("min", 60.0), ("s", 1.0))


class BestValue(Figure):
    name = "best-value"
    title = "Best value"
    description = "The best value of the complete and feasible trials so far."
    overlays = True
    alone = False  # the history has this line too

    def suits(self, study: Study) -> bool:
        return has_targets(study)

    def options(self, studies: Sequence[Study]) -> list[Option]:
        axes = [Choice(_NUMBER, "Trials"), Choice(_ELAPSED, "Time")]
        return [
            Select("y", "Value", objective_choices(studies), "value:0"),
            Select("x", "Over", axes, _NUMBER),
            # The first values of a study are often far from all that follow.
            *value_axis_options(clip=True),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        target = Target.parse(settings.text("y"))
        label = target.label([subject.study for subject in subjects])
        parts = [_Part.of(subject, target, settings) for subject in subjects]
        drawn = [part for part in parts if part.line.rows]
        axis = _number_axis(drawn) if settings.text("x") == _NUMBER else _time_axis(drawn)
        data = [part.trace(label, axis) for part in drawn]
        notes = _notes(parts)
        values = [part.y[row] for part in drawn for row in part.line.rows]
        best = target.best(subjects[0].study, values)
        layout = {
            "xaxis": axis.layout,
            "yaxis": value_axis(label, values, settings, notes, keep=best),
            "showlegend": len(parts) > 1,
        }
        return Drawing(data, layout, sum(part.n_trials for part in drawn), notes)


@dataclass(frozen=True, slots=True)
class _Axis:
    """The x axis: ``unit`` is what its numbers count, in seconds, if it is one of time."""

    layout: PlotlyJSON
    unit: float | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """What the figure draws of one study: the line over its ``n_trials`` complete and
    feasible trials that have a place, which ``x`` gives for all, and a value."""

    subject: Subject
    x: "array[float]"
    y: "array[float]"
    line: BestLine
    n_trials: int
    omitted: "Counter[str]"

    @classmethod
    def of(cls, subject: Subject, target: Target, settings: Settings) -> "_Part":
        study = subject.study
        is_time = settings.text("x") == _ELAPSED
        x = _elapsed(study) if is_time else array("d", study.index.numbers)
        y = target.column(study)
        complete = masks.in_states(study.index.states, TrialState.COMPLETE)
        feasible = masks.both(complete, study.constraints.feasible)
        valued = masks.without(feasible, masks.is_nan(y))
        placed = masks.both(valued, masks.is_finite(x))
        omitted = Counter(
            {
                "without a value": feasible.count(1) - valued.count(1),
                "without a completion time": valued.count(1) - placed.count(1),
            }
        )
        rows = sorted(masks.rows_of(placed), key=x.__getitem__)
        assert target.objective is not None  # there is no other choice
        direction = study.directions[target.objective]
        line = best_line(study, rows, x, y, direction=direction, log=settings.flag("log"))
        return cls(subject, x, y, line, len(rows), omitted)

    def trace(self, label: str, axis: _Axis) -> PlotlyJSON:
        rows = self.line.rows
        x = pick(self.x, rows)
        x.append(self.line.end)
        hover = [f"Best {escape(label)}: %{{y:.6~g}}"]
        text: dict[str, Any] = {}
        if axis.unit is not None:
            hover.append("After %{text}")
            text = {"text": list(map(duration_text, x))}
            x = array("d", [seconds / axis.unit for seconds in x])
        steps = [*rows, rows[-1]]
        made = trace(
            self.subject,
            "best",
            "scatter",
            numbers=numbers_of(self.subject, steps),
            coordinates={"x": encode(x), "y": encode(pick(self.y, steps))},
            hover=hover,
        )
        return {**made, **text, "mode": "lines", "line": step_line(self.subject)}


def _elapsed(study: Study) -> "array[float]":
    """Seconds from the first start of any trial to the completion of each."""
    first = first_start(study)
    begin = nan if first is None else first
    return array("d", [time - begin for time in study.times.complete])


def _number_axis(parts: Sequence[_Part]) -> _Axis:
    layout: PlotlyJSON = {"title": {"text": "Trial"}, "type": "linear"}
    if max((part.line.end for part in parts), default=0.0) < 10:
        layout["dtick"] = 1  # Plotly would put ticks at half a trial
    return _Axis(layout)


def _time_axis(parts: Sequence[_Part]) -> _Axis:
    last = max((part.line.end for part in parts), default=0.0)
    name, unit = next((u for u in _UNITS if last >= 2 * u[1]), _UNITS[-1])
    title = f"Time since the first start of the study ({name})"
    return _Axis({"title": {"text": title}, "type": "linear"}, unit)


def _notes(parts: Sequence[_Part]) -> list[str]:
    notes = []
    for part in parts:
        nothing = [] if part.n_trials else ["There is no best value yet."]
        notes += part.subject.said([*nothing, *part.line.notes])
    omitted = sum((part.omitted for part in parts), Counter[str]())
    if omitted:
        reasons = listed([f"{n:,} {reason}" for reason, n in omitted.items()])
        notes.append(f"Not counted: {reasons}.")
    return notes

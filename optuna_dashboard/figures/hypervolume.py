"""Hypervolume: how much of the space of the objectives the trials dominate, as they ran."""

import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, isnan, nan

from optuna_dashboard.analysis.hypervolume import HypervolumeHistory, hypervolume_history
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import Number, Option, Settings
from optuna_dashboard.figures.targets import has_targets, objective_choices
from optuna_dashboard.figures.text import counted, listed, number_text
from optuna_dashboard.figures.thin import MOST_CORNERS, at_most
from optuna_dashboard.figures.traces import pick
from optuna_dashboard.figures.trial_line import trial_axis, trial_line
from optuna_dashboard.study import masks
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.samples import evenly
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_MARGIN = 0.1  # of the range of an objective, from its worst value to the reference point


class Hypervolume(Figure):
    """Feasible trials count, as for Optuna; infeasible ones leave the hypervolume as it is."""

    name = "hypervolume"
    title = "Hypervolume"
    description = (
        "How much of the space up to a reference point the trials dominate, as they ran: the "
        "progress in all objectives together."
    )
    overlays = True

    def suits(self, study: Study) -> bool:
        return has_targets(study) and len(study.directions) > 1

    def options(self, studies: Sequence[Study]) -> list[Option]:
        labels = [choice.label for choice in objective_choices(studies)]
        return [Number(_option(i), f"Reference, {label}") for i, label in enumerate(labels)]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        directions = subjects[0].study.directions
        trials = [_Trials.of(subject) for subject in subjects]
        reference = _Reference.of(trials, directions, settings)
        lines = [_Line.of(one, reference.losses) for one in trials]
        points = sum(len(line.rows) for line in lines)
        data = [trace for line in lines if line.rows for trace in line.traces(points)]
        layout = {
            "xaxis": trial_axis(max((one.last_number for one in trials), default=0)),
            "yaxis": {"title": {"text": "Hypervolume"}, "type": "linear", "rangemode": "tozero"},
            "showlegend": len(lines) > 1,
        }
        shown = sum(len(one.rows) for one in trials) if data else 0
        notes = [note for line in lines for note in line.notes]
        notes.insert(
            0, reference.note(subjects) if any(o.rows for o in trials) else _nothing(subjects)
        )
        return Drawing(data, layout, shown, notes)


def _option(objective: int) -> str:
    return f"reference{objective}"


@dataclass(frozen=True, slots=True)
class _Trials:
    """The complete trials of a study and their losses, NaN where a trial is infeasible."""

    subject: Subject
    rows: list[int]
    losses: "list[array[float]]"
    n_infeasible: int

    @classmethod
    def of(cls, subject: Subject) -> "_Trials":
        study = subject.study
        complete = masks.in_states(study.index.states, TrialState.COMPLETE)
        valued = masks.without(complete, masks.any_of(*map(masks.is_nan, study.values)))
        feasible = masks.both(valued, study.constraints.feasible)
        rows = masks.rows_of(valued)
        losses = [
            array("d", [sign * column[row] if feasible[row] else nan for row in rows])
            for sign, column in zip((d.sign for d in study.directions), study.values)
        ]
        return cls(subject, rows, losses, len(rows) - feasible.count(1))

    @property
    def last_number(self) -> int:
        return self.subject.study.index.numbers[self.rows[-1]] if self.rows else 0


@dataclass(frozen=True, slots=True)
class _Reference:
    """The reference point. ``chosen`` says for each objective whether somebody chose it."""

    losses: tuple[float, ...]
    values: tuple[float, ...]
    chosen: tuple[bool, ...]

    @classmethod
    def of(
        cls, trials: Sequence[_Trials], directions: Sequence[Direction], settings: Settings
    ) -> "_Reference":
        given = [settings.free_number(_option(i)) for i in range(len(directions))]
        losses = tuple(
            _beyond_worst([one.losses[i] for one in trials]) if value is None else sign * value
            for i, (value, sign) in enumerate(zip(given, (d.sign for d in directions)))
        )
        values = tuple(d.sign * loss for d, loss in zip(directions, losses))
        return cls(losses, values, tuple(value is not None for value in given))

    def note(self, subjects: Sequence[Subject]) -> str:
        labels = subjects[0].study.header.objective_labels
        parts = [f"{label} = {number_text(v)}" for label, v in zip(labels, self.values)]
        text = f"Reference point: {listed(parts)}"
        automatic = [label for label, chosen in zip(labels, self.chosen) if not chosen]
        if automatic:
            of = "" if len(automatic) == len(labels) else f" of {listed(automatic)}"
            text += f", 10 % of the range beyond the worst value{of}"
        return f"{text}."


def _beyond_worst(columns: "Sequence[array[float]]") -> float:
    finite = [loss for column in columns for loss in column if isfinite(loss)]
    if not finite:
        return 1.0
    best, worst = min(finite), max(finite)
    beyond = worst + _MARGIN * ((worst - best) or abs(worst) or 1.0)
    return min(beyond, sys.float_info.max)


@dataclass(frozen=True, slots=True)
class _Line:
    """The history of one study at the trials where it bends."""

    subject: Subject
    rows: list[int]
    values: "array[float]"
    notes: list[str]

    @classmethod
    def of(cls, trials: _Trials, reference: tuple[float, ...]) -> "_Line":
        history = hypervolume_history(trials.losses, reference)
        bends = _bends(history.values)
        drawn = evenly(bends, at_most(MOST_CORNERS))
        subject = trials.subject
        notes = _notes(trials, reference, history)
        if len(drawn) < len(bends):
            notes.append(f"The line has {len(drawn):,} of its {counted(len(bends), 'point')}.")
        if subject.label:
            notes = [f"{subject.label}: {note}" for note in notes]
        return cls(
            subject,
            [trials.rows[history.places[i]] for i in drawn],
            pick(history.values, drawn),
            notes,
        )

    def traces(self, points: int) -> list[PlotlyJSON]:
        hover = ["Hypervolume: %{y:.6~g}"]
        return trial_line(
            self.subject, "hypervolume", self.rows, self.values, hover, points=points
        )


def _bends(values: Sequence[float]) -> list[int]:
    """The ends of every run of equal values."""
    last = len(values) - 1
    return [
        i
        for i, value in enumerate(values)
        if i in (0, last) or value != values[i - 1] or value != values[i + 1]
    ]


def _notes(
    trials: _Trials, reference: tuple[float, ...], history: HypervolumeHistory
) -> list[str]:
    notes = []
    if trials.n_infeasible:
        notes.append(f"Not counted, for they are infeasible: {counted(trials.n_infeasible)}.")
    beyond = sum(
        not isnan(point[0]) and any(loss >= worst for loss, worst in zip(point, reference))
        for point in zip(*trials.losses)
    )
    if beyond:
        notes.append(f"Not better than the reference point in every objective: {counted(beyond)}.")
    numbers, known, n = trials.subject.study.index.numbers, len(history.places), len(trials.rows)
    end = history.infinite_from
    if end is not None:
        notes.append(f"Infinite from trial {numbers[trials.rows[end]]} on, and not drawn there.")
        n = end
    if known < n and history.places[-1] < n - 1:
        last = numbers[trials.rows[history.places[-1]]]
        notes.append(f"Computed up to trial {last}: with so many objectives, more takes long.")
    elif known < n:
        notes.append(
            f"Computed after {known:,} of {n:,} trials, for the front is large; "
            "the line is straight in between."
        )
    return notes


def _nothing(subjects: Sequence[Subject]) -> str:
    if not any(len(subject.study.index) for subject in subjects):
        return "There are no trials yet."
    return "No trial is completed yet."

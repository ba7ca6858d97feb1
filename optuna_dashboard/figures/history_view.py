"""What the options of the history ask for, in the terms of the studies."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Subject
from optuna_dashboard.figures.options import Settings
from optuna_dashboard.figures.targets import Target
from optuna_dashboard.figures.times import clock_name, date_strings
from optuna_dashboard.figures.traces import Coordinates
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Clock, Study

AXES = {"number": "Trial", "start": "Start", "complete": "Completion"}


@dataclass(frozen=True, slots=True)
class View:
    target: Target
    label: str
    axis: str  # a key of AXES
    axis_title: str
    clocks: set[Clock]
    log: bool
    states: tuple[TrialState, ...]
    infeasible: bool
    best: str  # a value of the option of best_share
    size: float

    @classmethod
    def of(cls, subjects: Sequence[Subject], settings: Settings) -> "View":
        studies = [subject.study for subject in subjects]
        target = Target.parse(settings.text("y"))
        axis = settings.text("x")
        clocks = set() if axis == "number" else {study.header.clock for study in studies}
        title = (
            f"{AXES[axis]} ({clock_name(clocks, subjects[0].utc_offset)})"
            if clocks
            else AXES[axis]
        )
        pruned = (TrialState.PRUNED,) if settings.flag("pruned") else ()
        return cls(
            target=target,
            label=target.label(studies),
            axis=axis,
            axis_title=title,
            clocks=clocks,
            log=settings.flag("log"),
            states=(TrialState.COMPLETE, *pruned),
            infeasible=settings.flag("infeasible"),
            best=settings.text("best"),
            size=settings.number("size"),
        )

    @property
    def axis_name(self) -> str:
        return AXES[self.axis].lower()

    def x_column(self, study: Study) -> "array[Any]":
        """The x axis over all trials: numbers, or seconds with NaN where there is no time."""
        if self.axis == "number":
            return study.index.numbers
        return study.times.start if self.axis == "start" else study.times.complete

    def x_values(self, x: "array[Any]", subject: Subject) -> Coordinates:
        return encode(x) if self.axis == "number" else date_strings(x, subject.shift)

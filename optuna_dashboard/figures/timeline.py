"""Timeline: when every trial ran, and how it ended."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from math import isnan, nan
from operator import sub

from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import (
    Choice,
    MultiSelect,
    Option,
    Select,
    Settings,
    join_choices,
)
from optuna_dashboard.figures.population import Population
from optuna_dashboard.figures.text import counted
from optuna_dashboard.figures.thin import are_few, at_most_of, thin
from optuna_dashboard.figures.times import clock_name, date_strings, duration_text
from optuna_dashboard.figures.traces import STYLES, Role, numbers_of, pick, trace
from optuna_dashboard.study import masks
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_STATES = (TrialState.FAIL, TrialState.PRUNED, TrialState.RUNNING)
_ROLES: tuple[Role, ...] = ("complete", "infeasible", "pruned", "failed", "running")
_BAR_WIDTH = 0.9  # of a trial
_MOST_BARS = 2_000  # Plotly draws each as an element of its own
_MOST_TRIALS = 5_000  # of a large study: more lie closer than the pixels of any screen
_ALL = "all"
_LAST = (100, 1_000, 10_000)


class Timeline(Figure):
    name = "timeline"
    title = "Timeline"
    description = "When every trial ran, from start to completion, and how it ended."

    def suits(self, study: Study) -> bool:
        return True

    def options(self, studies: Sequence[Study]) -> list[Option]:
        last = [Choice(str(n), f"Last {n:,}") for n in _LAST]
        states = [Choice(role, STYLES[role].name) for role in _ROLES]
        return [
            Select("trials", "Trials", [Choice(_ALL, "All"), *last], _ALL),
            MultiSelect("states", "States", states, join_choices(_ROLES), len(states)),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        subject = subjects[0]
        view = _View.of(subject.study)
        if not settings.several("states"):
            return Drawing([], _layout(subject, view, {}), 0, ["No state is chosen."])
        population = _population(subject.study, view, settings)
        groups = population.by_count()
        kept = _thinned(view, groups)
        shown = sum(map(len, kept.values()))
        draw = _bars if shown <= _MOST_BARS else _lines
        data = [draw(subject, view, role, rows) for role, rows in kept.items() if rows]
        notes = [*population.why_not(), *_notes(subject, view, groups)]
        if kept is not groups:
            notes.append(
                f"Thinned from {counted(sum(map(len, groups.values())))}: the longest, the "
                "shortest and the best are drawn, the others at equal distances."
            )
        return Drawing(data, _layout(subject, view, kept), shown, notes)


@dataclass(frozen=True, slots=True)
class _View:
    """When every trial of the study began and ended, as far as it is known.

    A running trial ends at the last activity of the study, a finished one without a
    completion time where it began.
    """

    study: Study
    start: "array[float]"
    end: "array[float]"
    last_activity: float

    @classmethod
    def of(cls, study: Study) -> "_View":
        start, complete = study.times.start, study.times.complete
        last = max((time for time in chain(start, complete) if not isnan(time)), default=nan)
        running = masks.in_states(study.index.states, TrialState.RUNNING)
        end = array(
            "d",
            [
                last if is_running else began if isnan(ended) else ended
                for began, ended, is_running in zip(start, complete, running)
            ],
        )
        return cls(study, start, end, last)

    @property
    def durations(self) -> "array[float]":
        return array("d", map(sub, self.end, self.start))


def _population(study: Study, view: _View, settings: Settings) -> Population:
    population = Population(study, *_STATES)
    population.keep_roles(settings.several("states"))
    if settings.text("trials") != _ALL:
        n = len(study.index)
        last = range(max(0, n - int(settings.text("trials"))), n)
        population.keep(masks.of_rows(last, n))
    population.keep_present(view.start, "without a start time")
    return population


def _thinned(view: _View, groups: dict[Role, list[int]]) -> dict[Role, list[int]]:
    drawable = sum(map(len, groups.values()))
    # Bars need no WebGL.
    most = _MOST_BARS if are_few() else at_most_of(drawable, _MOST_TRIALS)
    if drawable <= most:
        return groups
    durations = view.durations
    return {
        role: thin(rows, most * len(rows) // drawable, (durations,), view.study.best_rows)
        for role, rows in groups.items()
    }


def _bars(subject: Subject, view: _View, role: Role, rows: list[int]) -> PlotlyJSON:
    """Trials as bars, which have their place on the time axis as a base."""
    durations = pick(view.durations, rows)
    numbers = numbers_of(subject, rows)
    made = trace(
        subject,
        role,
        "bar",
        numbers=numbers,
        coordinates={"x": encode(array("d", [1000 * d for d in durations])), "y": numbers},
        hover=["%{base|%Y-%m-%d %H:%M:%S} to %{x|%Y-%m-%d %H:%M:%S}", "%{text}"],
    )
    return {
        **made,
        "orientation": "h",
        # Plotly would draw the bars of a trace as wide as the distance between them.
        "width": _BAR_WIDTH,
        "base": date_strings(pick(view.start, rows), subject.shift),
        "text": list(map(duration_text, durations)),
        "textposition": "none",
    }


def _lines(subject: Subject, view: _View, role: Role, rows: list[int]) -> PlotlyJSON:
    """Trials as lines with gaps between, and markers, as a short trial has no length."""
    starts, ends = (
        date_strings(pick(column, rows), subject.shift) for column in (view.start, view.end)
    )
    gapped = chain.from_iterable(zip(starts, ends, repeat(None)))
    thrice = pick(view.study.index.numbers, (row for row in rows for _ in range(3)), "q")
    numbers = encode(thrice)
    made = trace(
        subject,
        role,
        "scattergl",
        numbers=numbers,
        coordinates={"x": list(gapped), "y": numbers},
        hover=["%{x|%Y-%m-%d %H:%M:%S}"],
    )
    return {**made, "mode": "lines+markers", "line": {"width": 1}, "marker": {"size": 2}}


def _layout(subject: Subject, view: _View, groups: dict[Role, list[int]]) -> PlotlyJSON:
    clock = clock_name({view.study.header.clock}, subject.utc_offset)
    numbers = view.study.index.numbers
    rows = [row for group in groups.values() for row in group]
    few = bool(rows) and numbers[max(rows)] - numbers[min(rows)] < 10
    return {
        "xaxis": {"title": {"text": f"Time ({clock})"}, "type": "date"},
        # Plotly would put ticks at half a trial.
        "yaxis": {"title": {"text": "Trial"}, "type": "linear", **({"dtick": 1} if few else {})},
        "barmode": "overlay",
        "showlegend": sum(map(bool, groups.values())) > 1,
    }


def _notes(subject: Subject, view: _View, groups: dict[Role, list[int]]) -> list[str]:
    notes = []
    if running := len(groups.get("running", ())):
        (last,) = date_strings([view.last_activity], subject.shift)
        notes.append(
            f"Running, drawn up to the last activity of the study ({last[:19]}): "
            f"{counted(running)}."
        )
    complete = view.study.times.complete
    rows = [row for role, rows in groups.items() if role != "running" for row in rows]
    if endless := sum(isnan(complete[row]) for row in rows):
        notes.append(f"Drawn as a point, for they have no completion time: {counted(endless)}.")
    if backwards := sum(view.end[row] < view.start[row] for row in rows):
        notes.append(
            f"Completed before they began, if their times are right: {counted(backwards)}."
        )
    return notes

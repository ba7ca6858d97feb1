"""History: the value of every trial over time, and the best value so far."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from optuna_dashboard.figures.best_line import BestLine, best_line
from optuna_dashboard.figures.brush import axes_meta, target_brush, time_brush
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import Choice, Option, Select, Settings, Slider, Toggle
from optuna_dashboard.figures.targets import Target, objective_choices, user_attr_choices
from optuna_dashboard.figures.text import counted, escape, listed
from optuna_dashboard.figures.thin import budget_of, thin
from optuna_dashboard.figures.times import clock_name, date_strings
from optuna_dashboard.figures.traces import (
    Coordinates,
    Role,
    explain_symbols,
    kind_of,
    name_once,
    numbers_of,
    pick,
    point_size,
    step_line,
    symbol_of,
    trace,
)
from optuna_dashboard.study import masks
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Clock, Study

_NOT_VALUED = {
    TrialState.FAIL: "failed",
    TrialState.RUNNING: "running",
    TrialState.WAITING: "waiting",
    TrialState.UNKNOWN: "in an unknown state",
}
_AXES = {"number": "Trial", "start": "Start", "complete": "Completion"}
# Where an infinite value is drawn, on an axis of its own that spans the height of the plot.
_EDGES = {inf: 0.985, -inf: 0.015}


class History(Figure):
    name = "history"
    title = "History"
    description = "The value of every trial in the order they ran, and the best value so far."
    overlays = True

    def suits(self, study: Study) -> bool:
        return bool(study.directions) and not study.header.is_preferential

    def options(self, studies: Sequence[Study]) -> list[Option]:
        targets = [*objective_choices(studies), *user_attr_choices(studies)]
        trials = sum(len(study.index) for study in studies)
        return [
            Select("y", "Value", targets, "value:0"),
            Select("x", "Over", [Choice(*axis) for axis in _AXES.items()], "number"),
            Toggle("log", "Log scale", False),
            Toggle("pruned", "Pruned trials", True),
            Slider("size", "Marker size", 1, 12, 1, point_size(trials)),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        view = _View.of(subjects, settings)
        parts = [_Part.of(subject, view) for subject in subjects]
        drawable = sum(len(group.rows) for part in parts for group in part.groups)
        for part in parts:
            part.thin(drawable)
        shown = sum(len(group.rows) for part in parts for group in part.groups)
        data = [trace for part in parts for trace in part.points(view, shown)]
        data += [part.line(view, shown) for part in parts if part.best.rows]
        name_once(data)
        return Drawing(
            data, _layout(parts, view, data), shown, _notes(parts, view, shown, drawable)
        )


@dataclass(frozen=True, slots=True)
class _View:
    """What the options ask for, in the terms of the studies."""

    target: Target
    label: str
    axis: str  # a key of _AXES
    axis_title: str
    clocks: set[Clock]
    log: bool
    states: tuple[TrialState, ...]
    size: float

    @classmethod
    def of(cls, subjects: Sequence[Subject], settings: Settings) -> "_View":
        studies = [subject.study for subject in subjects]
        target = Target.parse(settings.text("y"))
        axis = settings.text("x")
        clocks = set() if axis == "number" else {study.header.clock for study in studies}
        title = (
            f"{_AXES[axis]} ({clock_name(clocks, subjects[0].utc_offset)})"
            if clocks
            else _AXES[axis]
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
            size=settings.number("size"),
        )

    @property
    def axis_name(self) -> str:
        return _AXES[self.axis].lower()

    def x_column(self, study: Study) -> "array[Any]":
        """The x axis over all trials: numbers, or seconds with NaN where there is no time."""
        if self.axis == "number":
            return study.index.numbers
        return study.times.start if self.axis == "start" else study.times.complete

    def x_values(self, x: "array[Any]", subject: Subject) -> Coordinates:
        return encode(x) if self.axis == "number" else date_strings(x, subject.shift)


@dataclass(slots=True)
class _Group:
    """Trials that make one trace; ``edge`` is their value when it is infinite, else 0."""

    role: Role
    rows: list[int]
    edge: float = 0.0


@dataclass(slots=True)
class _Part:
    """What the figure draws of one study, and how many trials it does not, by reason."""

    subject: Subject
    x: "array[Any]"
    y: "array[float]"
    groups: list[_Group]
    best: BestLine
    omitted: "Counter[str]"

    @classmethod
    def of(cls, subject: Subject, view: _View) -> "_Part":
        study = subject.study
        x, y = view.x_column(study), view.target.column(study)
        wanted = masks.in_states(study.index.states, *view.states)
        valued = masks.without(wanted, masks.is_nan(y))
        placed = masks.both(valued, masks.is_finite(x))
        finite = masks.both(placed, masks.is_finite(y))
        visible = masks.both(finite, masks.is_positive(y)) if view.log else finite
        omitted = Counter(
            {_NOT_VALUED[s]: n for s, n in study.state_counts.items() if s in _NOT_VALUED}
        )
        omitted["without a value"] = wanted.count(1) - valued.count(1)
        omitted[f"without a {view.axis_name} time"] = valued.count(1) - placed.count(1)
        omitted["at or below 0, which a log axis cannot show"] = finite.count(1) - visible.count(1)
        roles = _roles(study)
        groups = [
            _Group(role, rows)
            for role, mask in roles.items()
            if (rows := masks.rows_of(masks.both(mask, visible)))
        ]
        infinite = masks.rows_of(masks.without(placed, finite))
        groups += _edge_groups(infinite, y, roles)
        best = _best(subject, view, x, y, masks.rows_of(masks.both(roles["complete"], placed)))
        return cls(subject, x, y, groups, best, omitted)

    def thin(self, drawable: int) -> None:
        """Reduce this part to its share of what a figure with so many points may draw."""
        for group in self.groups:
            budget = budget_of(len(group.rows), drawable)
            columns = () if group.edge else (self.y,)
            group.rows = thin(group.rows, budget, columns, keep=self.best.rows)

    def points(self, view: _View, shown: int) -> Iterable[PlotlyJSON]:
        return (self._markers(group, view, shown) for group in self.groups)

    def _markers(self, group: _Group, view: _View, points: int) -> PlotlyJSON:
        x = pick(self.x, group.rows, self.x.typecode)
        y = array("d", [_EDGES[group.edge]]) * len(x) if group.edge else pick(self.y, group.rows)
        value = f"{group.edge:g}" if group.edge else "%{y:.6~g}"
        hover = [f"{escape(view.label)}: {value}"]
        if view.axis != "number":
            hover.append(f"{escape(view.axis_title)}: %{{x|%Y-%m-%d %H:%M:%S}}")
        made = trace(
            self.subject,
            group.role,
            kind_of(points),
            numbers=numbers_of(self.subject, group.rows),
            coordinates={"x": view.x_values(x, self.subject), "y": encode(y)},
            hover=hover,
            x_is_number=view.axis == "number",
        )
        symbol = symbol_of(self.subject, group.role)
        if group.edge:
            made["yaxis"] = "y2"
            symbol = "triangle-up" if group.edge > 0 else "triangle-down"
            symbol += "" if group.role == "complete" else "-open"
        return {**made, "mode": "markers", "marker": {"symbol": symbol, "size": view.size}}

    def line(self, view: _View, points: int) -> PlotlyJSON:
        rows = self.best.rows
        x = pick(self.x, rows)
        x.append(self.best.end)
        steps = [*rows, rows[-1]]
        # Of one kind with the markers: Plotly draws SVG traces below WebGL ones.
        made = trace(
            self.subject,
            "best",
            kind_of(max(points, len(steps))),
            numbers=numbers_of(self.subject, steps),
            coordinates={"x": view.x_values(x, self.subject), "y": encode(pick(self.y, steps))},
            hover=[f"Best {escape(view.label)}: %{{y:.6~g}}"],
        )
        return {**made, "mode": "lines", "line": step_line(self.subject)}


def _roles(study: Study) -> "dict[Role, masks.Mask]":
    """Every complete or pruned trial in one role, in the order in which they are drawn."""
    complete = masks.in_states(study.index.states, TrialState.COMPLETE)
    feasible = study.constraints.feasible
    return {
        "infeasible": masks.without(complete, feasible),
        "pruned": masks.in_states(study.index.states, TrialState.PRUNED),
        "complete": masks.both(complete, feasible),
    }


def _edge_groups(
    infinite: Sequence[int], y: "array[float]", roles: "dict[Role, masks.Mask]"
) -> list[_Group]:
    return [
        _Group(role, rows, edge)
        for role, mask in roles.items()
        for edge in _EDGES
        if (rows := [row for row in infinite if mask[row] and y[row] == edge])
    ]


def _best(
    subject: Subject, view: _View, x: "array[Any]", y: "array[float]", rows: list[int]
) -> BestLine:
    study, objective = subject.study, view.target.objective
    if objective is None:  # nobody says whether more of a user attribute is better
        return BestLine([], 0.0)
    if view.axis != "number":
        rows.sort(key=x.__getitem__)
    direction = study.directions[objective]
    line = best_line(study, rows, x, y, direction=direction, log=view.log)
    line.notes = subject.said(line.notes)
    return line


def _layout(parts: Sequence[_Part], view: _View, data: Sequence[PlotlyJSON]) -> PlotlyJSON:
    y_title = f"{view.label} (log scale)" if view.log else view.label
    layout: PlotlyJSON = {
        "xaxis": {"title": {"text": escape(view.axis_title)}, **_x_axis(parts, view)},
        "yaxis": {
            "title": {"text": escape(y_title)},
            "type": "log" if view.log else "linear",
        },
        "showlegend": len(parts) > 1 or sum(trace["showlegend"] for trace in data) > 1,
    }
    brushes = _brushes(parts[0].subject, view)
    if any("yaxis" in trace for trace in data):
        brushes["y"]["edges"] = "y2"
        layout["yaxis2"] = {
            "overlaying": "y",
            "range": [0, 1],
            "fixedrange": True,
            "visible": False,
        }
    # A brush is about the trials of one study.
    return layout if len(parts) > 1 else {**layout, **axes_meta(brushes)}


def _brushes(subject: Subject, view: _View) -> dict[str, PlotlyJSON]:
    x: PlotlyJSON = {"name": view.axis, "kind": "whole"}
    if view.axis != "number":
        x = time_brush(view.axis, subject.shift)
    return {"x": x, "y": target_brush(subject.study, view.target, log=view.log)}


def _x_axis(parts: Sequence[_Part], view: _View) -> PlotlyJSON:
    if view.axis != "number":
        return {"type": "date"}
    last = max((part.x[-1] for part in parts if part.x), default=0)
    # Plotly would put ticks at half a trial.
    return {"type": "linear", "dtick": 1} if last < 10 else {"type": "linear"}


def _notes(parts: Sequence[_Part], view: _View, shown: int, drawable: int) -> list[str]:
    notes = []
    if not shown:
        notes.append(_nothing([part.subject.study for part in parts], view))
    omitted = sum((part.omitted for part in parts), Counter[str]())
    if omitted:
        notes.append(f"Not drawn: {listed([f'{n:,} {what}' for what, n in omitted.items()])}.")
    infinite = sum(len(group.rows) for part in parts for group in part.groups if group.edge)
    if infinite:
        notes.append(f"Infinite values, at the edge: {counted(infinite)}.")
    if shown < drawable:
        notes.append(
            f"Thinned from {drawable:,} points: all improvements and extremes are drawn, "
            "the others at equal distances."
        )
    for part in parts:
        notes += part.best.notes
    if len(parts) > 1:
        notes += explain_symbols({group.role for part in parts for group in part.groups})
    if len(view.clocks) > 1:
        notes.append("Some times are in UTC, others in the unknown local time of their writer.")
    return notes


def _nothing(studies: Sequence[Study], view: _View) -> str:
    if not any(len(study.index) for study in studies):
        return "There are no trials yet."
    if not any(study.state_counts.get(state) for study in studies for state in view.states):
        return "No trial is completed yet."
    return "No trial has a value that can be drawn."

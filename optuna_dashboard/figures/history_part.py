"""What the history draws of one study."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from optuna_dashboard.figures.best_line import BestLine, best_line
from optuna_dashboard.figures.best_share import ALL, Ranking
from optuna_dashboard.figures.edge import EDGE_AXIS, EDGES, edge_heights, edge_symbol
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import PlotlyJSON, Subject
from optuna_dashboard.figures.history_view import View
from optuna_dashboard.figures.text import escape
from optuna_dashboard.figures.thin import budget_of, thin
from optuna_dashboard.figures.traces import (
    Role,
    kind_of,
    numbers_of,
    pick,
    step_line,
    symbol_of,
    trace,
)
from optuna_dashboard.study import masks
from optuna_dashboard.study.samples import evenly
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_NOT_VALUED = {
    TrialState.FAIL: "failed",
    TrialState.RUNNING: "running",
    TrialState.WAITING: "waiting",
    TrialState.UNKNOWN: "in an unknown state",
}


@dataclass(slots=True)
class Group:
    """Trials that make one trace; ``edge`` is their value when it is infinite, else 0."""

    role: Role
    rows: list[int]
    edge: float = 0.0


@dataclass(slots=True)
class Part:
    """What the figure draws of one study, and how many trials it does not, by reason."""

    subject: Subject
    x: "array[Any]"
    y: "array[float]"
    groups: list[Group]
    best: BestLine
    omitted: "Counter[str]"
    notes: list[str]

    @classmethod
    def of(cls, subject: Subject, view: View) -> "Part":
        study = subject.study
        x, y = view.x_column(study), view.target.column(study)
        roles = _roles(study, view)
        wanted = masks.any_of(*roles.values())
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
        best = _best(subject, view, x, y, masks.rows_of(masks.both(roles["complete"], placed)))
        notes: list[str] = []
        if view.best != ALL:
            ranking = Ranking.by(study, view.target)
            rows, note = ranking.choose(masks.rows_of(roles["complete"]), view.best)
            roles = {"complete": masks.of_rows(rows, len(study.index))}
            omitted.clear()
            notes.append(note)
        groups = [
            Group(role, rows)
            for role, mask in roles.items()
            if (rows := masks.rows_of(masks.both(mask, visible)))
        ]
        infinite = masks.rows_of(masks.without(placed, finite))
        groups += _edge_groups(infinite, y, roles)
        return cls(subject, x, y, groups, best, omitted, subject.said(notes))

    def thin(self, drawable: int) -> None:
        """Reduce this part to its share of what a figure with so many points may draw."""
        for group in self.groups:
            budget = budget_of(len(group.rows), drawable)
            columns = () if group.edge else (self.y,)
            # The best trials of several objectives may be more than can be drawn.
            best = evenly(self.subject.study.best_rows, budget // 2)
            group.rows = thin(group.rows, budget, columns, keep=[*self.best.rows, *best])

    def points(self, view: View, shown: int) -> Iterable[PlotlyJSON]:
        return (self._markers(group, view, shown) for group in self.groups)

    def _markers(self, group: Group, view: View, points: int) -> PlotlyJSON:
        x = pick(self.x, group.rows, self.x.typecode)
        y = edge_heights(group.edge, len(x)) if group.edge else pick(self.y, group.rows)
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
            made["yaxis"] = EDGE_AXIS
            symbol = edge_symbol(group.edge, group.role)
        return {**made, "mode": "markers", "marker": {"symbol": symbol, "size": view.size}}

    def line(self, view: View, points: int) -> PlotlyJSON:
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


def _roles(study: Study, view: View) -> "dict[Role, masks.Mask]":
    """Every trial that the options ask for in one role, in the order in which they are drawn."""
    states = study.index.states
    complete = masks.in_states(states, TrialState.COMPLETE)
    feasible = masks.both(complete, study.constraints.feasible)
    roles: dict[Role, masks.Mask] = {}
    if view.infeasible:
        roles["infeasible"] = masks.without(complete, feasible)
    if TrialState.PRUNED in view.states:
        roles["pruned"] = masks.in_states(states, TrialState.PRUNED)
    roles["complete"] = feasible
    return roles


def _edge_groups(
    infinite: Sequence[int], y: "array[float]", roles: "dict[Role, masks.Mask]"
) -> list[Group]:
    return [
        Group(role, rows, edge)
        for role, mask in roles.items()
        for edge in EDGES
        if (rows := [row for row in infinite if mask[row] and y[row] == edge])
    ]


def _best(
    subject: Subject, view: View, x: "array[Any]", y: "array[float]", rows: list[int]
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

"""Intermediate values: what every trial reported at each of its steps."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf, isfinite, isnan

from optuna_dashboard.figures.best_share import best_option
from optuna_dashboard.figures.curves import LARGEST, Curves, curves_of
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import Option, Select, Settings, Toggle
from optuna_dashboard.figures.population import Population
from optuna_dashboard.figures.reports import Reports, has_reports, reports_of
from optuna_dashboard.figures.targets import Target, objective_choices
from optuna_dashboard.figures.text import counted, listed
from optuna_dashboard.figures.thin import MOST_POINTS, at_most_of, lowest_and_highest, thin
from optuna_dashboard.figures.traces import Role, kind_of, trace
from optuna_dashboard.figures.value_axis import value_axis, value_axis_options
from optuna_dashboard.study.columns import IntermediateColumns, ReportEnds
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_MOST_OF_WHOLE = 250_000  # values, where no curve need be missing
_ENOUGH_POINTS = 30  # of one curve, to see its course
_MOST_BEST = 20
_OPTIONAL = {
    "pruned": TrialState.PRUNED,
    "running": TrialState.RUNNING,
    "failed": TrialState.FAIL,
}


class IntermediateValues(Figure):
    name = "intermediate-values"
    title = "Intermediate values"
    description = "What every trial reported while it ran. The best trial stands out."

    def suits(self, study: Study) -> bool:
        return has_reports(study)

    def options(self, studies: Sequence[Study]) -> list[Option]:
        objectives: list[Option] = []
        if studies[0].header.reports_vectors:
            choices = objective_choices(studies)
            objectives.append(Select("objective", "Objective", choices, choices[0].value))
        return [
            *objectives,
            *value_axis_options(),
            *(Toggle(name, f"{name.capitalize()} trials", True) for name in _OPTIONAL),
            best_option(),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        subject = subjects[0]
        view = _View.of(subject.study, settings)
        population = _population(subject.study, view, settings)
        groups = population.by_count()
        choice, reports = _thinned(view, groups).read(view)
        curves = _curves(subject.study, view, choice, reports)
        points = sum(len(part.x) for part in curves.values())
        data = [
            made
            for role, part in curves.items()
            for made in _traces(subject, role, part, points, choice.n_curves)
        ]
        notes = [*population.why_not(), *_gap_notes(view, choice, reports, curves), *choice.notes]
        return Drawing(data, _layout(view, curves, settings, notes), choice.n_curves, notes)


@dataclass(frozen=True, slots=True)
class _View:
    """What the options ask for, in the terms of the study."""

    reports: Reports
    target: Target
    label: str
    log: bool
    best: list[int]
    best_role: Role

    @classmethod
    def of(cls, study: Study, settings: Settings) -> "_View":
        several = "objective" in settings.values
        target = Target.parse(settings.text("objective")) if several else Target(objective=0)
        return cls(
            reports=reports_of(study, target.objective or 0),
            target=target,
            label=target.label([study]) if several else "Intermediate value",
            log=settings.flag("log"),
            best=study.best_rows[:_MOST_BEST],
            best_role="front" if several else "best",
        )


def _population(study: Study, view: _View, settings: Settings) -> Population:
    states = [state for name, state in _OPTIONAL.items() if settings.flag(name)]
    population = Population(study, *states)
    population.keep(bytes(map(bool, view.reports.ends.counts)), "without a reported value")
    population.keep_best(settings, view.target)
    return population


@dataclass(frozen=True, slots=True)
class _Choice:
    """The rows to draw by role, and how many points a curve may have."""

    groups: dict[Role, list[int]]
    most: int
    notes: list[str]

    @property
    def n_curves(self) -> int:
        return sum(map(len, self.groups.values()))

    def read(self, view: _View) -> "tuple[_Choice, IntermediateColumns]":
        """What these rows reported; those for which there is nothing, after all, are left out."""
        reports = view.reports.of(sorted(row for rows in self.groups.values() for row in rows))
        offsets = reports.offsets
        groups = {
            role: [row for row in rows if offsets[row] < offsets[row + 1]]
            for role, rows in self.groups.items()
        }
        return replace(self, groups=groups), reports


def _thinned(view: _View, groups: dict[Role, list[int]]) -> _Choice:
    """What is too much loses points of long curves first, down to 30 each, then curves.

    Kept are the best ones, those that end highest and lowest, and others at equal distances.
    """
    lengths = view.reports.ends.counts
    of_curves = [lengths[row] for rows in groups.values() for row in rows]
    most_points = at_most_of(len(of_curves), MOST_POINTS, _MOST_OF_WHOLE)
    if sum(of_curves) <= most_points:
        return _Choice(groups, max(of_curves, default=0), [])
    notes = []
    most = max(_ENOUGH_POINTS, most_points // len(of_curves))
    if max(of_curves) > most:
        notes.append(f"Curves of more than {most:,} points are drawn by their extremes.")
    share = min(1.0, most_points / sum(min(most, length) for length in of_curves))
    if share < 1:
        groups = {
            role: thin(
                rows, int(len(rows) * share), keep=[*view.best, *_edges(view.reports.ends, rows)]
            )
            for role, rows in groups.items()
        }
        notes.append(
            f"Thinned from {counted(len(of_curves), 'curve')}: the best, and those that end "
            "highest and lowest, are drawn, the others at equal distances."
        )
    return _Choice(groups, most, notes)


def _edges(ends: ReportEnds, rows: Sequence[int]) -> list[int]:
    """The rows whose last reported value is the lowest and the highest."""
    return lowest_and_highest([row for row in rows if isfinite(ends.last[row])], ends.last)


def _curves(
    study: Study, view: _View, choice: _Choice, reports: IntermediateColumns
) -> dict[Role, Curves]:
    """The curves of each role that has any, the best ones apart from the others."""
    drawn = {row for rows in choice.groups.values() for row in rows}
    best = [row for row in view.best if row in drawn]
    groups = {
        role: [row for row in rows if row not in best] for role, rows in choice.groups.items()
    }
    groups[view.best_role] = best
    numbers = study.index.numbers
    return {
        role: curves_of(reports, rows, numbers, most=choice.most, log=view.log)
        for role, rows in groups.items()
        if rows
    }


def _traces(
    subject: Subject, role: Role, curves: Curves, points: int, shown: int
) -> list[PlotlyJSON]:
    """The curves of a role, of ``points`` in all roles together.

    Markers, because a trial with a single report has no line. Of many points only such ones
    have a marker, and lines are SVG: without a graphics card WebGL takes seconds for them.
    """
    kind = kind_of(points)
    if kind == "scatter":
        return [{**_trace(subject, role, curves, kind, shown), "mode": "lines+markers"}]
    lines = _trace(subject, role, curves, "scatter", shown)
    # The page takes a line alone for one of all trials together.
    lines = {**lines, "mode": "lines", "meta": {**lines["meta"], "is_of_many": True}}
    alone = curves.without_line()
    if not alone.x:
        return [lines]
    dots = _trace(subject, role, alone, kind_of(len(alone.x)), shown)
    return [lines, {**dots, "mode": "markers", "showlegend": False}]


def _trace(subject: Subject, role: Role, curves: Curves, kind: str, shown: int) -> PlotlyJSON:
    made = trace(
        subject,
        role,
        kind,
        numbers=encode(curves.numbers),
        coordinates={"x": encode(curves.x), "y": encode(curves.y)},
        hover=["Step: %{x:d}", "Value: %{y:.6~g}"],
        name="Best trial" if role == "best" else None,
    )
    stands_out = role in ("best", "front")
    crowded = shown > 50
    return {
        **made,
        "line": {"width": 3 if stands_out else 1 if crowded else 1.5},
        "marker": {"size": 3 if crowded and not stands_out else 5},
        "opacity": 1 if stands_out else _opacity(shown),
    }


def _opacity(curves: int) -> float:
    """Fainter as curves crowd, so that dense places show as dense."""
    if curves <= 50:
        return 1
    return 0.5 if curves <= 500 else 0.25


def _layout(
    view: _View, curves: dict[Role, Curves], settings: Settings, notes: list[str]
) -> PlotlyJSON:
    last = max((max(part.x) for part in curves.values()), default=0)
    values = (value for part in curves.values() for value in part.y if not isnan(value))
    return {
        # Plotly would put ticks at half a step.
        "xaxis": {"title": {"text": "Step"}, "type": "linear", **_whole_ticks(last)},
        "yaxis": value_axis(view.label, values, settings, notes),
        "showlegend": len(curves) > 1,
    }


def _whole_ticks(last: int) -> PlotlyJSON:
    return {"dtick": 1} if last < 10 else {}


def _gap_notes(
    view: _View, choice: _Choice, reports: IntermediateColumns, curves: dict[Role, Curves]
) -> list[str]:
    """How many reported values of the drawn trials no axis can show."""
    # A curve that has such values has one of them also where it is drawn with fewer points.
    if sum(sum(map(isnan, part.y)) for part in curves.values()) == choice.n_curves - len(curves):
        return []
    values, offsets = reports.values, reports.offsets
    gaps = Counter(
        _why_gap(value, view.log)
        for rows in choice.groups.values()
        for row in rows
        for value in values[offsets[row] : offsets[row + 1]]
    )
    parts = [f"{n:,} {why}" for why, n in gaps.items() if why]
    return [f"Reported values that are gaps in their curves: {listed(parts)}."] if parts else []


def _why_gap(value: float, log: bool) -> str:
    if isnan(value):
        return "NaN"
    if value in (inf, -inf):
        return "infinite"
    if abs(value) >= LARGEST:
        return "too large for an axis"
    return "at or below 0" if log and value <= 0 else ""

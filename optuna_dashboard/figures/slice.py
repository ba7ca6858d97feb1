"""Slice: the value of every trial by one parameter, or by each of them."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from optuna_dashboard.figures.axes import Axis, has_params, param_axis, param_choices, param_name
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import Choice, Option, Select, Settings
from optuna_dashboard.figures.panels import panel_layout, place_of
from optuna_dashboard.figures.population import Population, population_options
from optuna_dashboard.figures.targets import Target, target_option
from optuna_dashboard.figures.text import escape
from optuna_dashboard.figures.thin import budget_of, thin
from optuna_dashboard.figures.traces import (
    STYLES,
    Role,
    kind_of,
    numbers_of,
    pick,
    point_size,
    trace,
)
from optuna_dashboard.figures.value_axis import value_axis, value_axis_options
from optuna_dashboard.study import masks
from optuna_dashboard.study.study import Study

_ALL = "all"
_MOST_PANELS = 10


class Slice(Figure):
    name = "slice"
    title = "Slice"
    description = "The value of every trial by one of its parameters, coloured by its number."

    def suits(self, study: Study) -> bool:
        return has_params(study, 1)

    def options(self, studies: Sequence[Study]) -> list[Option]:
        params = param_choices(studies)
        every = Choice(_ALL, "All, side by side")
        return [
            target_option(studies),
            Select("param", "Parameter", [*params, every], (params or [every])[0].value),
            *value_axis_options(),
            *population_options(),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        subject = subjects[0]
        view = _View.of(subject.study, settings)
        population = Population.of(subject.study, settings)
        population.keep_finite(view.y, log=settings.flag("log"))
        if len(view.axes) == 1:
            population.keep_present(view.axes[0].values, "without this parameter")
        population.keep_best(settings, view.target)
        panels = [_Panel.of(axis, place, population) for place, axis in enumerate(view.axes)]
        drawable = sum(panel.points for panel in panels)
        for panel in panels:
            panel.thin(view, drawable)
        shown = set(chain.from_iterable(rows for p in panels for rows in p.groups.values()))
        notes = [*view.notes, *population.why_not()]
        points = sum(panel.points for panel in panels)
        if points < drawable:
            notes.append(
                f"Thinned from {drawable:,} points: the best trials and all extremes are drawn, "
                "the others at equal distances."
            )
        layout = _layout(view, panels, settings, notes)
        return Drawing(_traces(subject, view, panels, points), layout, len(shown), notes)


@dataclass(frozen=True, slots=True)
class _View:
    """What the options ask for, in the terms of the study."""

    study: Study
    target: Target
    label: str
    y: "array[float]"
    axes: list[Axis]
    best: list[int]
    notes: list[str]

    @classmethod
    def of(cls, study: Study, settings: Settings) -> "_View":
        target = Target.parse(settings.text("target"))
        names, notes = [param_name(settings.text("param"))], []
        if settings.text("param") == _ALL:
            names = study.param_names[:_MOST_PANELS]
            if len(names) < len(study.param_names):
                n = len(study.param_names)
                notes.append(f"The first {len(names)} of {n} parameters; others one at a time.")
        return cls(
            study=study,
            target=target,
            label=target.label([study]),
            y=target.column(study),
            axes=[param_axis(column) for column in study.params(names)],
            best=study.best_rows,
            notes=notes,
        )

    def best_of(self, panels: "Sequence[_Panel]") -> float | None:
        """The best value of a complete feasible trial among those drawn."""
        rows = chain.from_iterable(panel.groups["complete"] for panel in panels)
        return self.target.best(self.study, (self.y[row] for row in rows))


@dataclass(slots=True)
class _Panel:
    """One parameter: its place among the panels, and the rows that it shows by role."""

    axis: Axis
    place: int
    groups: dict[Role, list[int]]

    @classmethod
    def of(cls, axis: Axis, place: int, population: Population) -> "_Panel":
        missing = masks.is_nan(axis.values)
        groups = {
            role: masks.rows_of(masks.without(mask, missing))
            for role, mask in population.roles.items()
        }
        return cls(axis, place, groups)

    @property
    def points(self) -> int:
        return sum(map(len, self.groups.values()))

    def thin(self, view: _View, drawable: int) -> None:
        """Reduce this panel to its share of what a figure with so many points may draw."""
        columns = (view.y, self.axis.values)
        self.groups = {
            role: thin(rows, budget_of(len(rows), drawable), columns, keep=view.best)
            for role, rows in self.groups.items()
        }

    def trace(self, subject: Subject, view: _View, role: Role, points: int) -> PlotlyJSON:
        """The points of one role."""
        rows = self.groups[role]
        shown_role: Role = "trial-number" if role == "complete" else role
        numbers = numbers_of(subject, rows)
        made = trace(
            subject,
            shown_role,
            kind_of(points),
            numbers=numbers,
            coordinates={
                "x": encode(pick(self.axis.values, rows)),
                "y": encode(pick(view.y, rows)),
            },
            hover=[self.axis.hover("x"), f"{escape(view.label)}: %{{y:.6~g}}"],
        )
        size = point_size(points)
        marker: PlotlyJSON = {"symbol": STYLES[shown_role].symbol, "size": size}
        if shown_role == "trial-number":
            marker |= {"color": numbers, "coloraxis": "coloraxis"}
        place = place_of(self.place, len(view.axes))
        return {**made, **place, "mode": "markers", "marker": marker}


def _traces(
    subject: Subject, view: _View, panels: Sequence[_Panel], points: int
) -> list[PlotlyJSON]:
    data = []
    # Complete trials have the colour bar instead.
    in_legend: set[Role] = {"complete"}
    for panel in panels:
        for role, rows in panel.groups.items():
            if rows:
                made = panel.trace(subject, view, role, points)
                data.append({**made, "showlegend": role not in in_legend})
                in_legend.add(role)
    return data


def _layout(
    view: _View, panels: Sequence[_Panel], settings: Settings, notes: list[str]
) -> PlotlyJSON:
    shown = {row for panel in panels for rows in panel.groups.values() for row in rows}
    values = pick(view.y, shown)
    y_axis = value_axis(view.label, values, settings, notes, keep=view.best_of(panels))
    roles = {role for panel in panels for role, rows in panel.groups.items() if rows}
    return {
        **panel_layout([panel.axis.layout for panel in panels], y_axis),
        "coloraxis": {"colorbar": {"title": {"text": "Trial"}}},
        "showlegend": bool(roles - {"complete"}),
    }

"""Scatter matrix: trials over every two of several columns."""

from collections.abc import Sequence

from optuna_dashboard.figures.axes import Axis
from optuna_dashboard.figures.brush import axes_meta, column_brush
from optuna_dashboard.figures.color_scale import color_values
from optuna_dashboard.figures.colored_columns import ColoredColumns, column_options
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import Option, Settings
from optuna_dashboard.figures.population import Population
from optuna_dashboard.figures.targets import has_targets
from optuna_dashboard.figures.thin import MOST_POINTS, at_most, lowest_and_highest, thin
from optuna_dashboard.figures.traces import STYLES, Role, numbers_of, pick, point_size, trace
from optuna_dashboard.study.samples import evenly
from optuna_dashboard.study.study import Study

_MOST_AXES = 10
_AXES_AT_FIRST = 5


class ScatterMatrix(Figure):
    name = "scatter-matrix"
    title = "Scatter matrix"
    description = "Trials over every two of several columns."

    def suits(self, study: Study) -> bool:
        return has_targets(study)

    def options(self, studies: Sequence[Study]) -> list[Option]:
        return column_options(studies[0], at_first=_AXES_AT_FIRST, most=_MOST_AXES)

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        subject = subjects[0]
        columns = ColoredColumns.of(subject.study, settings)
        population = columns.population(settings)
        rows = population.all_rows()
        notes = population.why_not()
        if len(columns.axes) < 2:
            notes.append("Choose two axes or more.")
        if not rows or len(columns.axes) < 2:
            return Drawing([], {"showlegend": False}, 0, notes)
        notes += columns.notes(rows, "Not in every panel,")
        groups = _groups(columns, population, len(rows))
        shown = sum(map(len, groups.values()))
        if shown < len(rows):
            notes.append(
                f"Thinned from {len(rows):,} points a panel: the best trials and the extremes of "
                "every axis are drawn, the others at equal distances."
            )
        data = [_trace(subject, columns, role, part, shown) for role, part in groups.items()]
        complete = groups.get(columns.role, [])
        layout = {
            **_axes(list(columns.axes.values())),
            **axes_meta(_brushes(columns)),
            "coloraxis": columns.color_axis(complete),
            "showlegend": any(role != columns.role for role in groups),
        }
        return Drawing(data, layout, shown, notes)


def _groups(columns: ColoredColumns, population: Population, points: int) -> dict[Role, list[int]]:
    """The rows to draw by role, in drawing order."""
    n_axes = len(columns.axes)
    most = at_most(MOST_POINTS // (n_axes * (n_axes - 1) // 2))  # in all panels together
    groups = {role: population.rows(role) for role in population.roles}
    if points > most:
        rows = population.all_rows()
        keep = evenly(columns.study.best_rows, most // 2)
        for axis in columns.axes.values():
            keep += lowest_and_highest(rows, axis.values)
        groups = {
            role: thin(part, most * len(part) // points, (), keep) for role, part in groups.items()
        }
    names: dict[Role, Role] = {"complete": columns.role}
    return {names.get(role, role): part for role, part in groups.items() if part}


def _trace(
    subject: Subject, columns: ColoredColumns, role: Role, rows: list[int], points: int
) -> PlotlyJSON:
    made = trace(
        subject,
        role,
        "splom",
        numbers=numbers_of(subject, rows),
        coordinates={},
        hover=["%{xaxis.title.text}: %{x}", "%{yaxis.title.text}: %{y}"],
    )
    marker: PlotlyJSON = {"symbol": STYLES[role].symbol, "size": max(2.5, point_size(points) - 2)}
    if role == columns.role:
        marker |= {"color": encode(color_values(columns.color, rows)), "coloraxis": "coloraxis"}
        made["showlegend"] = False  # it has the colour bar
    dimensions = [
        {"label": axis.title, "values": encode(pick(axis.values, rows))}
        for axis in columns.axes.values()
    ]
    return {
        **made,
        "dimensions": dimensions,
        "diagonal": {"visible": False},
        "showupperhalf": False,
        "marker": marker,
    }


def _brushes(columns: ColoredColumns) -> dict[str, PlotlyJSON]:
    brushes = {}
    for place, (key, axis) in enumerate(columns.axes.items()):
        number = place + 1 if place else ""
        brushes[f"x{number}"] = brushes[f"y{number}"] = column_brush(columns.study, key, axis)
    return brushes


def _axes(axes: Sequence[Axis]) -> PlotlyJSON:
    """The lower half has no row for the first axis, and no column for the last.

    No axis has a range: where one has, Plotly 4.1 does not find that of log axes after it.
    """
    layout: PlotlyJSON = {}
    for place, axis in enumerate(axes):
        number = place + 1 if place else ""
        drawn = {key: value for key, value in axis.layout.items() if key != "range"}
        if place < len(axes) - 1:
            layout[f"xaxis{number}"] = drawn
        if place:
            layout[f"yaxis{number}"] = drawn
    return layout

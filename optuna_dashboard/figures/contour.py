"""Contour: the value over two parameters, as a surface through the trials."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, isnan, log10

from optuna_dashboard.figures.axes import Axis, has_params
from optuna_dashboard.figures.best_share import best_option
from optuna_dashboard.figures.color_scale import color_axis
from optuna_dashboard.figures.encode import encode, encode_grid
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.grid import Combine, Grid, grid_lines, grid_of
from optuna_dashboard.figures.options import Choice, Option, Select, Settings, Toggle
from optuna_dashboard.figures.plane import Plane, plane_options
from optuna_dashboard.figures.population import Population
from optuna_dashboard.figures.quantiles import clipped_range
from optuna_dashboard.figures.targets import Target, target_option
from optuna_dashboard.figures.text import escape, number_text
from optuna_dashboard.figures.thin import thin
from optuna_dashboard.figures.traces import STYLES, Role, numbers_of, pick, trace
from optuna_dashboard.figures.value_axis import value_axis_options
from optuna_dashboard.study.study import Study

_MOST_MARKERS = 2_000  # more would hide the surface
_BEST, _MEAN = "best", "mean"


class Contour(Figure):
    """Between the trials, Plotly interpolates. Up to 200 trials every one of them is a point
    of the surface; more are gathered on a regular grid, see ``grid.grid_lines``."""

    name = "contour"
    title = "Contour"
    description = "The value over two parameters: a surface through the trials."

    def suits(self, study: Study) -> bool:
        return has_params(study, 2)

    def options(self, studies: Sequence[Study]) -> list[Option]:
        together = [Choice(_BEST, "Best value"), Choice(_MEAN, "Mean value")]
        return [
            target_option(studies),
            *plane_options(studies),
            Select("cell", "Where trials meet", together, _BEST),
            *value_axis_options(),
            Toggle("points", "Trials", True),
            Toggle("infeasible", "Infeasible trials", True),
            best_option(),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        subject = subjects[0]
        view = _View.of(subject.study, settings)
        population = _population(view, settings)
        rows = population.all_rows()
        notes = population.why_not()
        layout: PlotlyJSON = {"showlegend": False}
        if view.plane.is_line:
            return Drawing([], layout, 0, ["Choose two different parameters."])
        if not rows:
            return Drawing([], layout, 0, notes)
        x, y = (grid_lines(axis, rows) for axis in (view.plane.x, view.plane.y))
        grid = grid_of(x, y, pick(view.z, rows), view.combine)
        data = [_surface(subject, grid)] if _is_surface(view, grid, notes) else []
        if settings.flag("points"):
            data += _markers(subject, view, population, notes)
        layout |= {
            **view.plane.layout(rows),
            "coloraxis": _color_axis(view, grid, settings, notes),
            "showlegend": len(data) > 2,
        }
        notes += _grid_notes(view, grid)
        return Drawing(data, layout, len(rows), notes)


@dataclass(frozen=True, slots=True)
class _View:
    """What the options ask for, in the terms of the study. ``z`` are the values, or their
    logarithms."""

    study: Study
    target: Target
    label: str
    values: "array[float]"
    z: "array[float]"
    log: bool
    plane: Plane
    combine: Combine

    @classmethod
    def of(cls, study: Study, settings: Settings) -> "_View":
        target = Target.parse(settings.text("target"))
        values = target.column(study)
        log = settings.flag("log")
        return cls(
            study=study,
            target=target,
            label=target.label([study]),
            values=values,
            z=array("d", [log10(v) if v > 0 else v for v in values]) if log else values,
            log=log,
            plane=Plane.of(study, settings),
            combine=_combine(study, target, settings.text("cell")),
        )


def _combine(study: Study, target: Target, cell: str) -> Combine:
    """How several values become one. Nobody says which value of an attribute is the best."""
    more = target.more_is_better(study)
    if cell == _MEAN or more is None:
        return _mean
    return max if more else min


def _mean(values: Sequence[float]) -> float:
    try:
        return fsum(values) / len(values)
    except OverflowError:  # of numbers near the largest one
        return fsum(value / len(values) for value in values)


def _population(view: _View, settings: Settings) -> Population:
    population = Population(view.study, infeasible=settings.flag("infeasible"))
    population.keep_finite(view.values, log=view.log)
    view.plane.keep_placed(population)
    population.keep_best(settings, view.target)
    return population


def _is_surface(view: _View, grid: Grid, notes: list[str]) -> bool:
    axes = ((view.plane.x, grid.x), (view.plane.y, grid.y))
    flat = [axis.title for axis, lines in axes if len(lines) < 2]
    notes += [f"There is no surface: {title} has only one value." for title in flat]
    return not flat


def _surface(subject: Subject, grid: Grid) -> PlotlyJSON:
    return {
        "type": "contour",
        "name": STYLES["surface"].name,
        "x": encode(array("d", grid.x.places)),
        "y": encode(array("d", grid.y.places)),
        "z": encode_grid(grid.cells, len(grid.x)),
        "connectgaps": True,
        "contours": {"coloring": "heatmap"},
        "line": {"smoothing": 1.3, "width": 0.5},
        "coloraxis": "coloraxis",
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": {"role": "surface", "study": subject.id, "numbers": encode(array("q"))},
    }


def _markers(
    subject: Subject, view: _View, population: Population, notes: list[str]
) -> list[PlotlyJSON]:
    groups: dict[Role, list[int]] = {
        "infeasible": population.rows("infeasible"),
        "over-surface": population.rows("complete"),
    }
    total = sum(map(len, groups.values()))
    if total > _MOST_MARKERS:
        share = _MOST_MARKERS / total
        keep = view.study.best_rows[:_MOST_MARKERS]
        groups = {
            role: thin(rows, int(len(rows) * share), (), keep) for role, rows in groups.items()
        }
        shown = sum(map(len, groups.values()))
        notes.append(f"Of the trials, {shown:,} are marked: the best, others at equal distances.")
    size = 6 if total <= 300 else 3
    return [_marker(subject, view, role, rows, size) for role, rows in groups.items() if rows]


def _marker(subject: Subject, view: _View, role: Role, rows: list[int], size: float) -> PlotlyJSON:
    made = trace(
        subject,
        role,
        "scatter",
        numbers=numbers_of(subject, rows),
        coordinates=view.plane.coordinates(rows),
        hover=[*view.plane.hover(), f"{escape(view.label)}: %{{text}}"],
    )
    return {
        **made,
        "text": [number_text(view.values[row]) for row in rows],
        "mode": "markers",
        "marker": {"symbol": STYLES[role].symbol, "size": size},
    }


def _color_axis(view: _View, grid: Grid, settings: Settings, notes: list[str]) -> PlotlyJSON:
    """What is better stands out. Outliers have the colour of the last value that is none."""
    cells = [value for value in grid.cells if not isnan(value)]
    less = view.target.more_is_better(view.study) is False
    layout = color_axis(Axis(view.label, view.values, log=view.log), cells, reverse=less)
    best = view.target.best(view.study, cells)
    clipped = None
    if settings.flag("clip"):
        clipped = clipped_range(cells, keep=() if best is None else [best])
    if clipped:
        layout |= {"cmin": clipped[0], "cmax": clipped[1]}
        notes.append("Outliers have the colour of the end of the scale.")
    return layout


def _grid_notes(view: _View, grid: Grid) -> list[str]:
    how = "best" if view.combine in (min, max) else "mean"
    if grid.x.binned or grid.y.binned:
        return [
            f"Trials are gathered on a grid of {len(grid.x)} by {len(grid.y)} places: each has "
            f"the {how} value of the trials nearest to it."
        ]
    if grid.shared:
        return [f"Where trials have the same two parameters, the {how} value is drawn."]
    return []

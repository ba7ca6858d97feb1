"""Parallel coordinates: every trial as a line through an axis for each of its columns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan

from optuna_dashboard.figures import masks
from optuna_dashboard.figures.axes import Axis
from optuna_dashboard.figures.best_share import Ranking
from optuna_dashboard.figures.color_scale import color_axis, color_values
from optuna_dashboard.figures.columns import (
    NUMBER,
    column_axes,
    column_choices,
    column_target,
    is_param,
)
from optuna_dashboard.figures.dimension import Dimension
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, Subject
from optuna_dashboard.figures.options import (
    MultiSelect,
    Option,
    Select,
    Settings,
    Toggle,
    join_choices,
)
from optuna_dashboard.figures.population import Population, population_options
from optuna_dashboard.figures.targets import Target, has_targets
from optuna_dashboard.figures.text import counted, listed
from optuna_dashboard.figures.thin import evenly
from optuna_dashboard.figures.traces import STYLES, Role, numbers_of
from optuna_dashboard.study.study import Study

_MOST_AXES = 60  # of Plotly's
_MOST_AXES_AT_FIRST = 15
_MOST_LINES = 10_000
_BEST_LINES = 1_000  # that are never thinned


class ParallelCoordinates(Figure):
    name = "parallel-coordinates"
    title = "Parallel coordinates"
    description = "Every trial as a line through one axis for each of its columns."

    def suits(self, study: Study) -> bool:
        return has_targets(study)

    def options(self, studies: Sequence[Study]) -> list[Option]:
        study = studies[0]
        choices = column_choices(study)
        keys = [choice.value for choice in choices]
        first = [key for key in keys if is_param(key) or _is_objective(key)]
        maximized = [key for key in keys if _more_is_better(study, key)]
        most = _MOST_AXES
        return [
            MultiSelect("axes", "Axes", choices, join_choices(first[:_MOST_AXES_AT_FIRST]), most),
            Select("color", "Colour", choices, keys[0]),
            MultiSelect("log", "Log scale", choices, "", most),
            Toggle("log_params", "Log scale of log parameters", True),
            MultiSelect("flip", "Upside down", choices, join_choices(maximized), most),
            *population_options(),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        subject = subjects[0]
        view = _View.of(subject.study, settings)
        population = _population(view, settings)
        rows = population.all_rows()
        notes = population.why_not()
        if not view.axes:
            notes.append("No axis is chosen.")
        if not rows or not view.axes:
            return Drawing([], {"showlegend": False}, 0, notes)
        kept = _thinned(view, rows)
        dimensions = [Dimension.of(key, axis, rows) for key, axis in view.axes.items()]
        notes += _notes(view, dimensions, rows)
        if len(kept) < len(rows):
            notes.append(
                f"Thinned from {counted(len(rows), 'line')}: the best {_BEST_LINES:,} and the "
                "extremes of every axis are drawn, the others at equal distances."
            )
        colors = color_values(view.color, kept)
        role: Role = "trial-number" if view.color_key == NUMBER else "value"
        flipped = settings.several("flip")
        data = {
            "type": "parcoords",
            "name": STYLES[role].name,
            "dimensions": [d.plotly(kept, flip=d.key in flipped) for d in dimensions],
            "line": {"color": encode(colors), "coloraxis": "coloraxis"},
            # Long titles would run into each other.
            "labelangle": -20 if len(dimensions) > 8 else 0,
            "meta": {
                "role": role,
                "study": subject.id,
                "numbers": numbers_of(subject, kept),
                "columns": [dimension.meta() for dimension in dimensions],
            },
        }
        less = _more_is_better(subject.study, view.color_key) is False
        layout = {"coloraxis": color_axis(view.color, colors, reverse=less)}
        return Drawing([data], layout, len(kept), notes)


def _is_objective(key: str) -> bool:
    target = column_target(key)
    return target is not None and target.objective is not None


def _more_is_better(study: Study, key: str) -> bool | None:
    target = column_target(key)
    return None if target is None else target.more_is_better(study)


@dataclass(frozen=True, slots=True)
class _View:
    """What the options ask for, in the terms of the study.

    ``linear`` names the axes that cannot be logarithmic though the options ask for it.
    """

    study: Study
    axes: dict[str, Axis]
    color_key: str
    color: Axis
    ranking: Ranking
    linear: list[str]

    @classmethod
    def of(cls, study: Study, settings: Settings) -> "_View":
        color_key = settings.text("color")
        keys = settings.several("axes")
        found = column_axes(study, list(dict.fromkeys([*keys, color_key])))
        log = settings.several("log")
        scaled = {
            key: _scaled(axis, key in log, settings.flag("log_params"))
            for key, axis in found.items()
        }
        return cls(
            study=study,
            axes={key: scaled[key] for key in keys},
            color_key=color_key,
            color=scaled[color_key],
            ranking=Ranking.by(study, column_target(color_key) or Target(objective=0)),
            linear=[axis.title for key, axis in scaled.items() if key in log and not axis.log],
        )


def _scaled(axis: Axis, log: bool, log_params: bool) -> Axis:
    """The axis with its scale: as asked for where its values allow it."""
    if log and not axis.labels and not axis.log:
        return replace(axis, log=not any(map((0.0).__ge__, axis.values)))
    return replace(axis, log=axis.log and (log or log_params))


def _population(view: _View, settings: Settings) -> Population:
    population = Population.of(view.study, settings)
    for key, axis in view.axes.items():
        if _is_objective(key):
            population.keep_present(axis.values, "without a value")
        finite = masks.any_of(masks.is_finite(axis.values), masks.is_nan(axis.values))
        population.keep(finite, "with an infinite value")
    population.keep(masks.is_finite(view.color.values), f"without a colour, {view.color.title}")
    target = Target(objective=view.ranking.objective)
    population.keep_best(settings, target)
    return population


def _thinned(view: _View, rows: Sequence[int]) -> list[int]:
    """The rows to draw, in drawing order: the best are drawn last, above the others."""
    ranked = view.ranking.ranked(rows)
    order = [*reversed(ranked)]
    valued = set(ranked)
    order = [row for row in rows if row not in valued] + order
    if len(order) <= _MOST_LINES:
        return order
    kept = {*ranked[:_BEST_LINES], *valued.intersection(view.study.best_rows)}
    for axis in view.axes.values():
        present = [row for row in rows if not isnan(axis.values[row])]
        if present:
            kept.add(min(present, key=axis.values.__getitem__))
            kept.add(max(present, key=axis.values.__getitem__))
    others = [row for row in order if row not in kept]
    kept.update(evenly(others, _MOST_LINES - len(kept)))
    return [row for row in order if row in kept]


def _notes(view: _View, dimensions: Sequence[Dimension], rows: Sequence[int]) -> list[str]:
    notes = []
    lacking = [d.axis for d in dimensions if d.missing is not None]
    if lacking:
        n = sum(any(isnan(axis.values[row]) for axis in lacking) for row in rows)
        titles = listed([axis.title for axis in lacking])
        notes.append(f"Drawn at “(none)” where they lack {titles}: {counted(n)}.")
    if view.linear:
        notes.append(
            f"Not on a log scale, for their values do not allow it: {listed(view.linear)}."
        )
    return notes

"""Parallel coordinates: every trial as a line through an axis for each of its columns."""

from collections.abc import Sequence

from optuna_dashboard.figures.brush import axes_meta
from optuna_dashboard.figures.color_scale import color_values
from optuna_dashboard.figures.colored_columns import (
    ColoredColumns,
    column_options,
    more_is_better,
)
from optuna_dashboard.figures.columns import column_choices
from optuna_dashboard.figures.dimension import Dimension
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import MultiSelect, Option, Settings, join_choices
from optuna_dashboard.figures.targets import has_targets
from optuna_dashboard.figures.text import counted
from optuna_dashboard.figures.thin import at_most_of, lowest_and_highest
from optuna_dashboard.figures.traces import STYLES, numbers_of
from optuna_dashboard.study.samples import evenly
from optuna_dashboard.study.study import Study

_MOST_AXES = 60  # of Plotly's
_AXES_AT_FIRST = 15
_MOST_LINES = 5_000  # of a large study
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
        maximized = [c.value for c in choices if more_is_better(study, c.value)]
        return [
            *column_options(study, at_first=_AXES_AT_FIRST, most=_MOST_AXES),
            MultiSelect("flip", "Upside down", choices, join_choices(maximized), len(choices)),
        ]

    def read_ahead(self, study: Study) -> None:
        # Where there are few parameters, most of them have an axis.
        if all(len(trial.params) <= _AXES_AT_FIRST for trial in study.first_trials(1)):
            study.read_params()

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        subject = subjects[0]
        columns = ColoredColumns.of(subject.study, settings)
        population = columns.population(settings)
        rows = population.all_rows()
        notes = population.why_not()
        if not columns.axes:
            notes.append("No axis is chosen.")
        if not rows or not columns.axes:
            return Drawing([], {"showlegend": False}, 0, notes)
        kept = _thinned(columns, rows)
        notes += columns.notes(rows, "Drawn at “(none)”")
        if len(kept) < len(rows):
            notes.append(
                f"Thinned from {counted(len(rows), 'line')}: the best {_BEST_LINES:,} and the "
                "extremes of every axis are drawn, the others at equal distances."
            )
        dimensions = [Dimension.of(key, axis, rows) for key, axis in columns.axes.items()]
        data = _lines(subject, columns, dimensions, kept, settings.several("flip"))
        brushes = {str(place): d.brush(subject.study) for place, d in enumerate(dimensions)}
        layout = {"coloraxis": columns.color_axis(kept), **axes_meta(brushes)}
        return Drawing([data], layout, len(kept), notes)


def _lines(
    subject: Subject,
    columns: ColoredColumns,
    dimensions: Sequence[Dimension],
    rows: Sequence[int],
    flipped: Sequence[str],
) -> PlotlyJSON:
    return {
        "type": "parcoords",
        "name": STYLES[columns.role].name,
        "dimensions": [d.plotly(rows, flip=d.key in flipped) for d in dimensions],
        "line": {"color": encode(color_values(columns.color, rows)), "coloraxis": "coloraxis"},
        # Long titles would run into each other.
        "labelangle": -20 if len(dimensions) > 8 else 0,
        "meta": {
            "role": columns.role,
            "study": subject.id,
            "numbers": numbers_of(subject, rows),
        },
    }


def _thinned(columns: ColoredColumns, rows: Sequence[int]) -> list[int]:
    """The rows to draw, in drawing order: the best are drawn last, above the others."""
    ranked = columns.ranking.ranked(rows)
    valued = set(ranked)
    order = [row for row in rows if row not in valued] + ranked[::-1]
    most = at_most_of(len(order), _MOST_LINES)
    if len(order) <= most:
        return order
    kept = {*ranked[:_BEST_LINES]}
    # A front may be as large as the study.
    kept.update(evenly([row for row in columns.study.best_rows if row in valued], most // 2))
    for axis in columns.axes.values():
        kept.update(lowest_and_highest(rows, axis.values))
    others = [row for row in order if row not in kept]
    kept.update(evenly(others, most - len(kept)))
    return [row for row in order if row in kept]

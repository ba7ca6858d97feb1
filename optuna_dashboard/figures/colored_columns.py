"""Several columns of a study as axes, and one that gives the colour."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan

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
from optuna_dashboard.figures.figure import PlotlyJSON
from optuna_dashboard.figures.options import (
    MultiSelect,
    Option,
    Select,
    Settings,
    Toggle,
    join_choices,
)
from optuna_dashboard.figures.population import Population, population_options
from optuna_dashboard.figures.targets import Target
from optuna_dashboard.figures.text import counted, listed
from optuna_dashboard.figures.traces import Role
from optuna_dashboard.study import masks
from optuna_dashboard.study.study import Study


def column_options(study: Study, *, at_first: int, most: int) -> list[Option]:
    """The choice of columns, with some objectives and parameters at first."""
    choices = column_choices(study)
    keys = [choice.value for choice in choices]
    first = [key for key in keys if is_param(key) or is_objective(key)][:at_first]
    return [
        MultiSelect("axes", "Axes", choices, join_choices(first), most),
        Select("color", "Colour", choices, keys[0]),
        MultiSelect("log", "Log scale", choices, "", len(choices)),
        Toggle("log_params", "Log scale of log parameters", True),
        *population_options(),
    ]


def is_objective(key: str) -> bool:
    target = column_target(key)
    return target is not None and target.objective is not None


def more_is_better(study: Study, key: str) -> bool | None:
    """None if nobody says so."""
    target = column_target(key)
    return None if target is None else target.more_is_better(study)


@dataclass(frozen=True, slots=True)
class ColoredColumns:
    """What ``column_options`` ask for.

    ``linear`` names the axes that cannot be logarithmic though the options ask for it.
    """

    study: Study
    axes: dict[str, Axis]
    color_key: str
    color: Axis
    linear: list[str]

    @classmethod
    def of(cls, study: Study, settings: Settings) -> "ColoredColumns":
        keys, color_key = settings.several("axes"), settings.text("color")
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
            linear=[axis.title for key, axis in scaled.items() if key in log and not axis.log],
        )

    @property
    def role(self) -> Role:
        return "trial-number" if self.color_key == NUMBER else "value"

    @property
    def ranking(self) -> Ranking:
        """By the colour if that is an objective, else by the first objective."""
        return Ranking.by(self.study, column_target(self.color_key) or Target(objective=0))

    def population(self, settings: Settings) -> Population:
        """Trials that have a colour, and on every axis a finite value or none."""
        population = Population.of(self.study, settings)
        for key, axis in self.axes.items():
            if is_objective(key):
                population.keep_present(axis.values, "without a value")
            placed = masks.complement(masks.is_infinite(axis.values))
            population.keep(placed, "with an infinite value")
        colored = masks.is_finite(self.color.values)
        population.keep(colored, f"without a colour, {self.color.title}")
        population.keep_best(settings, Target(objective=self.ranking.objective))
        return population

    def color_axis(self, rows: Sequence[int]) -> PlotlyJSON:
        """The scale for these rows; what is better stands out."""
        less = more_is_better(self.study, self.color_key) is False
        return color_axis(self.color, color_values(self.color, rows), reverse=less)

    def notes(self, rows: Sequence[int], place: str) -> list[str]:
        """Sentences on axes that some rows have nothing on, and on scales that cannot be;
        ``place`` says what becomes of these rows."""
        notes = []
        lacking = [
            axis
            for axis in self.axes.values()
            if any(map(isnan, map(axis.values.__getitem__, rows)))
        ]
        if lacking:
            n = sum(any(isnan(axis.values[row]) for axis in lacking) for row in rows)
            titles = listed([axis.title for axis in lacking])
            notes.append(f"{place} where they lack {titles}: {counted(n)}.")
        if self.linear:
            titles = listed(self.linear)
            notes.append(f"Not on a log scale, for their values do not allow it: {titles}.")
        return notes


def _scaled(axis: Axis, log: bool, log_params: bool) -> Axis:
    """The axis with its scale: as asked for where its values allow it."""
    if log and not axis.labels and not axis.log:
        return replace(axis, log=not any(map((0.0).__ge__, axis.values)))
    return replace(axis, log=axis.log and (log or log_params))

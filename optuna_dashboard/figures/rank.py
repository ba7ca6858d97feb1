"""Rank: trials over two parameters, coloured by how their values rank."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import nan

from optuna_dashboard.figures.axes import has_params
from optuna_dashboard.figures.best_share import best_option
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import Option, Settings, Toggle
from optuna_dashboard.figures.plane import Plane, plane_options
from optuna_dashboard.figures.population import Population
from optuna_dashboard.figures.quantiles import quantile
from optuna_dashboard.figures.targets import Target, target_option
from optuna_dashboard.figures.text import escape, number_text
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
from optuna_dashboard.study.study import Study

_TICKS = {0.0: "min.", 0.25: "25%", 0.5: "50%", 0.75: "75%", 1.0: "max."}


class Rank(Figure):
    """The rank is that among all complete trials with a value, equal ones sharing the mean
    of their ranks; so outliers, even infinite values, take no more of the scale than others."""

    name = "rank"
    title = "Rank"
    description = "Trials over two parameters, coloured by the rank of their value."

    def suits(self, study: Study) -> bool:
        return has_params(study, 2)

    def options(self, studies: Sequence[Study]) -> list[Option]:
        return [
            target_option(studies),
            *plane_options(studies),
            Toggle("infeasible", "Infeasible trials", True),
            best_option(),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        subject = subjects[0]
        view = _View.of(subject.study, settings)
        population = Population(subject.study, infeasible=settings.flag("infeasible"))
        population.keep_present(view.values, "without a value")
        view.plane.keep_placed(population)
        population.keep_best(settings, view.target)
        notes = population.why_not()
        rows = population.all_rows()
        if view.plane.is_line:
            return Drawing([], {"showlegend": False}, 0, ["Choose two different parameters."])
        if not rows:
            return Drawing([], {"showlegend": False}, 0, notes)
        groups = _groups(view, population, len(rows))
        shown = sum(map(len, groups.values()))
        if shown < len(rows):
            notes.append(
                f"Thinned from {len(rows):,} points: the best trials and all extremes are drawn, "
                "the others at equal distances."
            )
        data = [_trace(subject, view, role, part, shown) for role, part in groups.items()]
        layout = {
            **view.plane.layout(rows),
            "coloraxis": view.color_axis,
            "showlegend": "infeasible" in groups,
        }
        return Drawing(data, layout, shown, notes)


@dataclass(frozen=True, slots=True)
class _View:
    """What the options ask for, in the terms of the study. ``ranks`` go from 0 to 1."""

    label: str
    target: Target
    values: "array[float]"
    ranks: "array[float]"
    plane: Plane
    color_axis: PlotlyJSON

    @classmethod
    def of(cls, study: Study, settings: Settings) -> "_View":
        target = Target.parse(settings.text("target"))
        values, label = target.column(study), target.label([study])
        ranked = Population(study)
        ranked.keep_present(values, "without a value")
        rows = sorted(ranked.all_rows(), key=values.__getitem__)
        return cls(
            label=label,
            target=target,
            values=values,
            ranks=_ranks(rows, values),
            plane=Plane.of(study, settings),
            color_axis={
                "cmin": 0,
                "cmax": 1,
                # The scale begins with what is better.
                "reversescale": target.more_is_better(study) is True,
                "colorbar": {"title": {"text": escape(label)}, **_ticks(pick(values, rows))},
            },
        )


def _ranks(rows: Sequence[int], values: Sequence[float]) -> "array[float]":
    """The rank of every row of the study, from 0 to 1; rows are ascending by value."""
    ranks = array("d", [nan]) * len(values)
    last = len(rows) - 1
    first = 0
    for _, same in groupby(rows, key=values.__getitem__):
        members = list(same)
        mean = first + (len(members) - 1) / 2
        for row in members:
            ranks[row] = mean / last if last else 0.5
        first += len(members)
    return ranks


def _ticks(ordered: Sequence[float]) -> PlotlyJSON:
    """The quantiles of the values."""
    if not ordered:
        return {}
    texts = [f"{name} ({number_text(quantile(ordered, share))})" for share, name in _TICKS.items()]
    return {"tickvals": list(_TICKS), "ticktext": texts}


def _groups(view: _View, population: Population, points: int) -> dict[Role, list[int]]:
    """The rows to draw by role, in drawing order."""
    roles: dict[Role, Role] = {"infeasible": "infeasible", "complete": "rank"}
    groups = {role: population.rows(of) for of, role in roles.items()}
    keep = population.study.best_rows
    return {
        role: thin(rows, budget_of(len(rows), points), (view.ranks,), keep)
        for role, rows in groups.items()
        if rows
    }


def _trace(subject: Subject, view: _View, role: Role, rows: list[int], points: int) -> PlotlyJSON:
    made = trace(
        subject,
        role,
        kind_of(points),
        numbers=numbers_of(subject, rows),
        coordinates=view.plane.coordinates(rows),
        hover=[*view.plane.hover(), f"{escape(view.label)}: %{{text}}"],
    )
    marker: PlotlyJSON = {"symbol": STYLES[role].symbol, "size": point_size(points)}
    if role == "rank":
        marker |= {"color": encode(pick(view.ranks, rows)), "coloraxis": "coloraxis"}
        made["showlegend"] = False  # it has the colour bar
    # As text, because a value may be infinite.
    text = [number_text(view.values[row]) for row in rows]
    return {**made, "text": text, "mode": "markers", "marker": marker}

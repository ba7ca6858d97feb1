"""Preferred parameters: where the trials that people preferred lie among those they compared."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import nan

from optuna_dashboard.figures.axes import Axis, param_axis, param_choices, param_name
from optuna_dashboard.figures.brush import axes_meta, column_brush
from optuna_dashboard.figures.color_scale import color_axis, color_values
from optuna_dashboard.figures.columns import is_param
from optuna_dashboard.figures.compared import LEVEL_TITLE, NAMES, Compared, hover_texts
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import Choice, Option, Select, Settings, Toggle
from optuna_dashboard.figures.text import counted, listed
from optuna_dashboard.figures.thin import at_most, budget_of, thin
from optuna_dashboard.figures.traces import Role, kind_of, numbers_of, pick, point_size, trace
from optuna_dashboard.study import masks
from optuna_dashboard.study.samples import evenly
from optuna_dashboard.study.study import Study

_MOST_POINTS = 20_000  # as each has a text of its own
_MOST_BEST = 10_000
_LEVEL = "level"
_ROLE = "role"
# Only the preferred and the compared are on one scale; a skipped trial is no worse than others.
_SCALED: frozenset[Role] = frozenset(("best", "complete"))
_SYMBOLS: Mapping[Role, str] = {"best": "diamond", "complete": "circle", "skipped": "square-open"}


class PreferredParameters(Figure):
    """There are no values for a surface to lie through, only an order: its levels can be the
    colour, or an axis."""

    name = "preferred-parameters"
    title = "Preferred parameters"
    description = (
        "The trials that people compared, over two of their parameters, and which of them they "
        "preferred."
    )

    def suits(self, study: Study) -> bool:
        return study.header.is_preferential and len(study.param_names) > 0

    def options(self, studies: Sequence[Study]) -> list[Option]:
        params = param_choices(studies)
        axes = [*params, Choice(_LEVEL, "Level of preference")]
        colors = [Choice(_ROLE, "Preferred and others"), Choice(_LEVEL, "Level of preference")]
        return [
            Select("x", "X axis", axes, axes[0].value),
            Select("y", "Y axis", axes, axes[1].value),
            Select("color", "Colour", colors, _ROLE),
            Toggle("skipped", "Skipped trials", True),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        (subject,) = subjects
        view = _View.of(subject.study, settings)
        drawable = sum(map(len, view.groups.values()))
        best = evenly(view.best, at_most(_MOST_BEST))
        groups = {
            role: thin(rows, budget_of(len(rows), drawable, _MOST_POINTS), view.columns, best)
            for role, rows in view.groups.items()
            if rows
        }
        shown = sum(map(len, groups.values()))
        notes = [*view.notes]
        if shown < drawable:
            kept = "those of preferred trials and all" if best == view.best else "the"
            notes.append(
                f"Thinned from {drawable:,} points: {kept} extremes are drawn, the others at "
                "equal distances."
            )
        numbers = subject.study.index.numbers
        drawn = (numbers[row] for rows in groups.values() for row in rows)
        texts = hover_texts(view.compared.pairs, drawn)
        # What was preferred lies above all others.
        data = [
            _points(subject, view, role, groups[role], points=shown, texts=texts)
            for role in reversed(groups)
        ]
        return Drawing(data, _layout(view, groups, settings), shown, notes)


@dataclass(frozen=True, slots=True)
class _View:
    """What the options ask for. ``groups`` are rows by role, ``keys`` and ``axes`` the chosen
    columns by the letter of their axis."""

    compared: Compared
    keys: Mapping[str, str]
    axes: Mapping[str, Axis]
    level: Axis
    by_level: bool
    groups: dict[Role, list[int]]
    best: list[int]
    notes: list[str]

    @classmethod
    def of(cls, study: Study, settings: Settings) -> "_View":
        compared = Compared.of(study)
        level = _level(compared)
        keys = {letter: settings.text(letter) for letter in "xy"}
        axes = _axes(study, keys, level)
        roles = compared.roles(compared.order.levels)
        if not settings.flag("skipped"):
            del roles["skipped"]
        row_of = {number: row for row, number in enumerate(study.index.numbers)}
        rows = {role: sorted(map(row_of.__getitem__, own)) for role, own in roles.items()}
        unplaced = {letter: masks.is_nan(axis.values) for letter, axis in axes.items()}
        somewhere = masks.any_of(*unplaced.values())
        groups = {role: [row for row in own if not somewhere[row]] for role, own in rows.items()}
        return cls(
            compared=compared,
            keys=keys,
            axes=axes,
            level=level,
            by_level=settings.text("color") == _LEVEL,
            groups=groups,
            best=groups["best"],
            notes=[*compared.notes(), *_lacking(axes, unplaced, rows)],
        )

    @property
    def columns(self) -> "list[array[float]]":
        return [axis.values for axis in self.axes.values()]


def _level(compared: Compared) -> Axis:
    levels = compared.order.levels
    values = (levels.get(number, nan) for number in compared.study.index.numbers)
    return Axis(LEVEL_TITLE, array("d", values), whole=True)


def _axes(study: Study, keys: Mapping[str, str], level: Axis) -> dict[str, Axis]:
    names = list(dict.fromkeys(param_name(key) for key in keys.values() if is_param(key)))
    params = {column.name: param_axis(column) for column in study.params(names)}
    return {
        letter: params[param_name(key)] if is_param(key) else level for letter, key in keys.items()
    }


def _lacking(
    axes: Mapping[str, Axis],
    unplaced: Mapping[str, masks.Mask],
    rows: Mapping[Role, Sequence[int]],
) -> list[str]:
    """A sentence on the compared trials that are ``unplaced`` on an axis, if any is."""
    own = [row for group in rows.values() for row in group]
    lacking = {
        axes[letter].title: sum(map(mask.__getitem__, own)) for letter, mask in unplaced.items()
    }
    reasons = [f"{counted(n)} without {title}" for title, n in lacking.items() if n]
    return [f"Not drawn: {listed(reasons)}."] if reasons else []


def _points(
    subject: Subject,
    view: _View,
    role: Role,
    rows: Sequence[int],
    *,
    points: int,
    texts: Mapping[int, str],
) -> PlotlyJSON:
    numbers = subject.study.index.numbers
    made = trace(
        subject,
        role,
        kind_of(points),
        numbers=numbers_of(subject, rows),
        coordinates={
            letter: encode(pick(axis.values, rows)) for letter, axis in view.axes.items()
        },
        hover=[*(axis.hover(letter) for letter, axis in view.axes.items()), "%{hovertext}"],
        name=NAMES[role],
    )
    size = point_size(points) * (1.4 if role == "best" else 1)
    marker: PlotlyJSON = {"symbol": _SYMBOLS[role], "size": round(size, 1)}
    is_scaled = view.by_level and role in _SCALED
    if is_scaled:
        levels = color_values(view.level, rows)
        marker |= {"color": encode(levels), "coloraxis": "coloraxis"}
    return {
        **made,
        "mode": "markers",
        "marker": marker,
        "hovertext": [texts[numbers[row]] for row in rows],
        "showlegend": not is_scaled,
    }


def _layout(view: _View, groups: Mapping[Role, Sequence[int]], settings: Settings) -> PlotlyJSON:
    study = view.compared.study
    layout: PlotlyJSON = {f"{letter}axis": axis.layout for letter, axis in view.axes.items()}
    if settings.text("y") == _LEVEL:
        layout["yaxis"]["autorange"] = "reversed"  # the best at the top
    scaled = [row for role, rows in groups.items() if role in _SCALED for row in rows]
    if view.by_level and scaled:
        scale = color_axis(view.level, color_values(view.level, scaled), reverse=True)
        layout["coloraxis"] = scale
    brushes = {
        letter: column_brush(study, key, view.axes[letter])
        for letter, key in view.keys.items()
        if is_param(key)
    }
    is_named = not view.by_level or "skipped" in groups
    return {**layout, **axes_meta(brushes), "showlegend": is_named}

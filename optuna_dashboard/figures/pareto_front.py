"""Pareto front: trials by two or three of their objectives, and which are the best."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from optuna_dashboard.figures.brush import axes_meta, target_brush
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import Choice, Option, Select, Settings, Toggle
from optuna_dashboard.figures.targets import Target, objective_choices
from optuna_dashboard.figures.text import counted, escape, listed
from optuna_dashboard.figures.thin import MOST_POINTS, at_most, budget_of, thin
from optuna_dashboard.figures.traces import (
    STYLES,
    Role,
    kind_of,
    numbers_of,
    pick,
    point_size,
    trace,
)
from optuna_dashboard.study import masks
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_NONE = "none"
_MOST_NAMED = 5


class ParetoFront(Figure):
    name = "pareto-front"
    title = "Pareto front"
    description = (
        "Trials by two or three objectives. On the front are the feasible trials that no "
        "other feasible trial beats in one objective without losing in another."
    )

    def suits(self, study: Study) -> bool:
        return len(study.directions) > 1

    def options(self, studies: Sequence[Study]) -> list[Option]:
        objectives = objective_choices(studies)
        axes = [
            Select("x", "X axis", objectives, objectives[0].value),
            Select("y", "Y axis", objectives, objectives[1].value),
        ]
        if len(objectives) > 2:
            default = objectives[2].value if len(objectives) == 3 else _NONE
            axes.append(Select("z", "Z axis", [Choice(_NONE, "None"), *objectives], default))
        return [
            *axes,
            Toggle("dominated", "Dominated trials", True),
            Toggle("infeasible", "Infeasible trials", True),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        subject = subjects[0]
        axes = _axes(subject.study, settings)
        groups, wanted = _groups(subject.study, axes, settings)
        drawable = sum(map(len, groups.values()))
        columns = [axis.column for axis in axes]
        kept = {
            role: thin(rows, _budget(role, len(rows), drawable), columns)
            for role, rows in groups.items()
        }
        shown = sum(map(len, kept.values()))
        data = [_trace(subject, axes, role, rows, shown) for role, rows in kept.items() if rows]
        # Trials on the front need no explanation; any other kind is named, even if alone.
        layout = {
            **_layout(axes),
            **_brushes(subject.study, axes),
            "showlegend": any(kept[role] for role in kept if role != "front"),
        }
        notes = _notes(subject.study, axes, groups["front"], wanted)
        if shown < drawable:
            whole = len(kept["front"]) == len(groups["front"])
            kinds = "the whole front and all extremes" if whole else "all extremes"
            notes.append(
                f"Thinned from {drawable:,} points: {kinds} are drawn, "
                "the others at equal distances."
            )
        return Drawing(data, layout, shown, notes)


def _budget(role: Role, points: int, all_points: int) -> int:
    # The front is what the figure is for: it loses points only to its own number.
    return at_most(MOST_POINTS) if role == "front" else budget_of(points, all_points)


@dataclass(frozen=True, slots=True)
class _Axis:
    """One axis: ``letter`` is x, y or z; ``column`` an objective over all trials."""

    letter: str
    target: Target
    label: str
    column: "array[float]"


def _axes(study: Study, settings: Settings) -> list[_Axis]:
    chosen = {
        letter: settings.text(letter) for letter in ("x", "y", "z") if letter in settings.values
    }
    targets = {letter: Target.parse(key) for letter, key in chosen.items() if key != _NONE}
    return [
        _Axis(letter, target, target.label([study]), target.column(study))
        for letter, target in targets.items()
    ]


def _groups(
    study: Study, axes: Sequence[_Axis], settings: Settings
) -> "tuple[dict[Role, list[int]], masks.Mask]":
    """Rows to draw by role, in drawing order, and all rows that the options ask for."""
    n = len(study.index)
    complete = masks.in_states(study.index.states, TrialState.COMPLETE)
    feasible = masks.both(complete, study.constraints.feasible)
    front = masks.of_rows(study.best_rows, n)
    roles: dict[Role, masks.Mask] = {}
    if settings.flag("infeasible"):
        roles["infeasible"] = masks.without(complete, feasible)
    if settings.flag("dominated"):
        roles["dominated"] = masks.without(feasible, front)
    roles["front"] = front
    finite = masks.both(*(masks.is_finite(axis.column) for axis in axes))
    groups = {role: masks.rows_of(masks.both(mask, finite)) for role, mask in roles.items()}
    return groups, masks.any_of(*roles.values())


def _trace(
    subject: Subject, axes: Sequence[_Axis], role: Role, rows: list[int], points: int
) -> PlotlyJSON:
    solid = len(axes) == 3
    made = trace(
        subject,
        role,
        "scatter3d" if solid else kind_of(points),
        numbers=numbers_of(subject, rows),
        coordinates={axis.letter: encode(pick(axis.column, rows)) for axis in axes},
        hover=[f"{escape(axis.label)}: %{{{axis.letter}:.6~g}}" for axis in axes],
    )
    style = STYLES[role]
    size = point_size(points) * (1.4 if role == "front" else 1) * (0.6 if solid else 1)
    symbol = style.symbol_3d if solid else style.symbol
    return {**made, "mode": "markers", "marker": {"symbol": symbol, "size": round(size, 1)}}


def _layout(axes: Sequence[_Axis]) -> PlotlyJSON:
    plotly_axes = {
        f"{axis.letter}axis": {"title": {"text": escape(axis.label)}, "type": "linear"}
        for axis in axes
    }
    return {"scene": plotly_axes} if len(axes) == 3 else plotly_axes


def _brushes(study: Study, axes: Sequence[_Axis]) -> PlotlyJSON:
    """What a brush means; none can be drawn in space."""
    if len(axes) == 3:
        return {}
    return axes_meta({axis.letter: target_brush(study, axis.target) for axis in axes})


def _notes(study: Study, axes: Sequence[_Axis], front: list[int], wanted: masks.Mask) -> list[str]:
    notes = []
    if not study.best_rows:
        notes.append(_no_front(study))
    missing = masks.any_of(*(masks.is_nan(axis.column) for axis in axes))
    finite = masks.both(*(masks.is_finite(axis.column) for axis in axes))
    valueless = masks.both(wanted, missing).count(1)
    infinite = masks.without(masks.without(wanted, missing), finite).count(1)
    left_out = [f"{valueless:,} without a value"] if valueless else []
    if infinite:
        left_out.append(f"{infinite:,} with an infinite value")
    if left_out:
        notes.append(f"Complete trials that are not drawn: {listed(left_out)}.")
    hidden = sorted(set(study.best_rows) - set(front))
    if hidden:
        notes.append(f"On the front but not drawn: {_named(study, hidden)}.")
    n = len(study.directions)
    if len({axis.target for axis in axes}) < n:
        notes.append(f"The front is that of all {n} objectives, not of the axes shown.")
    return notes


def _no_front(study: Study) -> str:
    if not len(study.index):
        return "There are no trials yet."
    if not study.state_counts.get(TrialState.COMPLETE):
        return "No trial is completed yet."
    return "No completed trial is feasible: there is no Pareto front."


def _named(study: Study, rows: Sequence[int]) -> str:
    if len(rows) > _MOST_NAMED:
        return counted(len(rows))
    numbers = [str(study.index.numbers[row]) for row in rows]
    return f"trial {numbers[0]}" if len(numbers) == 1 else f"trials {listed(numbers)}"

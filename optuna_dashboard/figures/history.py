"""History: the value of every trial over time, and the best value so far."""

from collections import Counter
from collections.abc import Iterable, Sequence

from optuna_dashboard.figures.best_share import best_option
from optuna_dashboard.figures.brush import axes_meta, target_brush, time_brush
from optuna_dashboard.figures.edge import EDGE_AXIS, edge_layout
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.history_part import Part
from optuna_dashboard.figures.history_view import AXES, View
from optuna_dashboard.figures.options import Choice, Option, Select, Settings, Slider, Toggle
from optuna_dashboard.figures.targets import has_targets, objective_choices, user_attr_choices
from optuna_dashboard.figures.text import counted, escape, listed
from optuna_dashboard.figures.traces import explain_symbols, name_once, point_size
from optuna_dashboard.figures.value_axis import value_axis, value_axis_options
from optuna_dashboard.study.study import Study


class History(Figure):
    name = "history"
    title = "History"
    description = "The value of every trial in the order they ran, and the best value so far."
    overlays = True

    def suits(self, study: Study) -> bool:
        return has_targets(study)

    def options(self, studies: Sequence[Study]) -> list[Option]:
        targets = [*objective_choices(studies), *user_attr_choices(studies)]
        trials = sum(len(study.index) for study in studies)
        return [
            Select("y", "Value", targets, "value:0"),
            Select("x", "Over", [Choice(*axis) for axis in AXES.items()], "number"),
            *value_axis_options(),
            Toggle("pruned", "Pruned trials", True),
            Toggle("infeasible", "Infeasible trials", True),
            best_option(),
            Slider("size", "Marker size", 1, 12, 1, point_size(trials)),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        view = View.of(subjects, settings)
        parts = [Part.of(subject, view) for subject in subjects]
        drawable = sum(len(group.rows) for part in parts for group in part.groups)
        for part in parts:
            part.thin(drawable)
        shown = sum(len(group.rows) for part in parts for group in part.groups)
        data = [trace for part in parts for trace in part.points(view, shown)]
        data += [part.line(view, shown) for part in parts if part.best.rows]
        name_once(data)
        notes = _notes(parts, view, shown, drawable)
        layout = _layout(parts, view, data)
        layout["yaxis"] = value_axis(
            view.label, _finite(parts), settings, notes, keep=_best_of(parts, view)
        )
        return Drawing(data, layout, shown, notes)


def _layout(parts: Sequence[Part], view: View, data: Sequence[PlotlyJSON]) -> PlotlyJSON:
    layout: PlotlyJSON = {
        "xaxis": {"title": {"text": escape(view.axis_title)}, **_x_axis(parts, view)},
        "showlegend": len(parts) > 1 or sum(trace["showlegend"] for trace in data) > 1,
        **edge_layout(data),
    }
    brushes = _brushes(parts[0].subject, view)
    if "yaxis2" in layout:
        brushes["y"]["edges"] = EDGE_AXIS
    # A brush is about the trials of one study.
    return layout if len(parts) > 1 else {**layout, **axes_meta(brushes)}


def _finite(parts: Sequence[Part]) -> Iterable[float]:
    """The values that the value axis shows."""
    return (
        part.y[row]
        for part in parts
        for group in part.groups
        if not group.edge
        for row in group.rows
    )


def _best_of(parts: Sequence[Part], view: View) -> float | None:
    """The best value of all, None where the axis shows none or nobody says what is better."""
    bests = [part.y[part.best.rows[-1]] for part in parts if part.best.rows]
    return view.target.best(parts[0].subject.study, bests)


def _brushes(subject: Subject, view: View) -> dict[str, PlotlyJSON]:
    x: PlotlyJSON = {"name": view.axis, "kind": "whole"}
    if view.axis != "number":
        x = time_brush(view.axis, subject.shift)
    return {"x": x, "y": target_brush(subject.study, view.target, log=view.log)}


def _x_axis(parts: Sequence[Part], view: View) -> PlotlyJSON:
    if view.axis != "number":
        return {"type": "date"}
    last = max((part.x[-1] for part in parts if part.x), default=0)
    # Plotly would put ticks at half a trial.
    return {"type": "linear", "dtick": 1} if last < 10 else {"type": "linear"}


def _notes(parts: Sequence[Part], view: View, shown: int, drawable: int) -> list[str]:
    notes = []
    if not shown:
        notes.append(_nothing([part.subject.study for part in parts], view))
    omitted = sum((part.omitted for part in parts), Counter[str]())
    if omitted:
        notes.append(f"Not drawn: {listed([f'{n:,} {what}' for what, n in omitted.items()])}.")
    infinite = sum(len(group.rows) for part in parts for group in part.groups if group.edge)
    if infinite:
        notes.append(f"Infinite values, at the edge: {counted(infinite)}.")
    if shown < drawable:
        notes.append(
            f"Thinned from {drawable:,} points: all improvements and extremes are drawn, "
            "the others at equal distances."
        )
    for part in parts:
        notes += [*part.notes, *part.best.notes]
    if len(parts) > 1:
        notes += explain_symbols({group.role for part in parts for group in part.groups})
    if len(view.clocks) > 1:
        notes.append("Some times are in UTC, others in the unknown local time of their writer.")
    return notes


def _nothing(studies: Sequence[Study], view: View) -> str:
    if not any(len(study.index) for study in studies):
        return "There are no trials yet."
    if not any(study.state_counts.get(state) for study in studies for state in view.states):
        return "No trial is completed yet."
    return "No trial has a value that can be drawn."

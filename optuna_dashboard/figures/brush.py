"""What a brush on an axis asks for: the column, in the words of a filter.

A page makes a filter of a brushed range. ``layout.meta.axes`` tells it what each axis stands
for, by Plotly's name of the axis, or by its place among parallel coordinates.
"""

from collections.abc import Mapping

from optuna_dashboard.figures.axes import Axis, param_name
from optuna_dashboard.figures.columns import column_target, is_param
from optuna_dashboard.figures.figure import PlotlyJSON
from optuna_dashboard.figures.targets import Target
from optuna_dashboard.filter.keys import objective_names
from optuna_dashboard.filter.literals import literal_text, name_text
from optuna_dashboard.study.study import Study


def axes_meta(axes: Mapping[str, PlotlyJSON]) -> PlotlyJSON:
    """The part of the layout that tells of the axes; each is a ``..._brush`` of this file."""
    return {"meta": {"axes": dict(axes)}}


def target_brush(study: Study, target: Target, *, log: bool = False) -> PlotlyJSON:
    """An axis of an objective or a user attribute."""
    return {**_names(_target_names(study, target)), "kind": "number", "log": log}


def time_brush(name: str, shift: float) -> PlotlyJSON:
    """An axis of times that were moved by so many seconds, which a filter knows nothing of."""
    return {"name": name, "kind": "time", "shift": shift}


def column_brush(study: Study, key: str, axis: Axis) -> PlotlyJSON:
    """An axis of a column, ``key`` as in ``columns``."""
    names = _names(_column_names(study, key))
    if axis.labels:
        return {**names, "kind": "choice", "choices": list(map(literal_text, axis.choices))}
    return {**names, "kind": "whole" if axis.whole else "number", "log": axis.log}


def _names(names: list[str]) -> PlotlyJSON:
    name, *also = names
    return {"name": name, "also": also} if also else {"name": name}


def _column_names(study: Study, key: str) -> list[str]:
    if is_param(key):
        return [name_text("params", param_name(key))]
    target = column_target(key)
    return [key] if target is None else _target_names(study, target)


def _target_names(study: Study, target: Target) -> list[str]:
    if target.objective is None:
        return [name_text("user_attrs", target.user_attr)]
    return objective_names(study, target.objective)

"""Colour by trial number: one scale for the trials on the front, one for those it dominates."""

from collections.abc import Mapping, Sequence

from optuna_dashboard.figures.figure import PlotlyJSON
from optuna_dashboard.figures.options import Choice, Select, Settings
from optuna_dashboard.figures.traces import Role

_ROLE, _NUMBER = "role", "number"
# Of each role its colour axis, and what stands beside the bar.
_AXES: Mapping[Role, tuple[str, str]] = {
    "front": ("coloraxis", "Front trial"),
    "dominated": ("coloraxis2", "Dominated trial"),
}


def color_option() -> Select:
    """Two colours, or two scales of them."""
    choices = [Choice(_ROLE, "Front and others"), Choice(_NUMBER, "Trial number")]
    return Select("color", "Colour", choices, _ROLE)


def is_by_number(settings: Settings) -> bool:
    """What ``color_option`` asks for; figures of several studies do not have it."""
    return settings.values.get("color") == _NUMBER


def color_by_number(data: Sequence[PlotlyJSON]) -> PlotlyJSON:
    """Colour the traces that have a scale; the part of the layout that tells of these scales.

    Such traces have a bar, and no place in the legend.
    """
    layout: PlotlyJSON = {}
    for trace in data:
        role = trace["meta"]["role"]
        if role not in _AXES:
            continue
        axis, title = _AXES[role]
        trace["marker"] |= {"color": trace["meta"]["numbers"], "coloraxis": axis}
        trace["showlegend"] = False
        layout[axis] = {"colorbar": {"title": {"text": title}}}
    return layout

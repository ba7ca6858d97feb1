"""Several small plots in one figure, in rows of up to five."""

from collections.abc import Sequence
from math import ceil

from optuna_dashboard.figures.figure import PlotlyJSON

_A_ROW = 5
# In parts of the whole; below are the ticks and titles of x axes.
_GAP, _GAP_BELOW = 0.02, 0.24


def place_of(panel: int, of: int) -> PlotlyJSON:
    """The axes of a trace in one panel of so many, counted from 0.

    Panels in a row share their y axis.
    """
    return {} if of == 1 else {"xaxis": _id("x", panel), "yaxis": _id("y", panel // _A_ROW)}


def panel_layout(x_axes: Sequence[PlotlyJSON], y_axis: PlotlyJSON) -> PlotlyJSON:
    """One panel for each x axis; all show the same range of ``y_axis``."""
    if len(x_axes) == 1:
        return {"xaxis": x_axes[0], "yaxis": y_axis}
    n_rows, n_columns = ceil(len(x_axes) / _A_ROW), min(len(x_axes), _A_ROW)
    layout: PlotlyJSON = {}
    for row in range(n_rows):
        matches = {"matches": "y"} if row else {}
        layout[_name("yaxis", row)] = {
            **y_axis,
            **matches,
            "anchor": _id("x", row * _A_ROW),
            "domain": _domain(n_rows - 1 - row, n_rows, _GAP_BELOW),
        }
    for panel, axis in enumerate(x_axes):
        row, column = divmod(panel, _A_ROW)
        layout[_name("xaxis", panel)] = {
            **axis,
            "anchor": _id("y", row),
            "domain": _domain(column, n_columns, _GAP),
        }
    return layout


def _domain(place: int, of: int, gap: float) -> list[float]:
    size = (1 - gap * (of - 1)) / of
    start = place * (size + gap)
    return [round(start, 4), round(start + size, 4)]


def _id(letter: str, place: int) -> str:
    return f"{letter}{place + 1}" if place else letter


def _name(axis: str, place: int) -> str:
    return f"{axis}{place + 1}" if place else axis

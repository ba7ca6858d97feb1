"""Infinite values, which no axis reaches: triangles at the edge of the plot.

They are drawn on an axis of their own that spans the height of the plot, whatever the value
axis shows.
"""

from array import array
from collections.abc import Iterable
from math import inf

from optuna_dashboard.figures.figure import PlotlyJSON
from optuna_dashboard.figures.traces import Role

EDGES = (inf, -inf)
EDGE_AXIS = "y2"

_HEIGHTS = {inf: 0.985, -inf: 0.015}


def edge_heights(edge: float, n: int) -> "array[float]":
    """The places of ``n`` trials with this infinite value on the edge axis."""
    return array("d", [_HEIGHTS[edge]]) * n


def edge_symbol(edge: float, role: Role) -> str:
    symbol = "triangle-up" if edge > 0 else "triangle-down"
    return symbol if role == "complete" else f"{symbol}-open"


def edge_layout(data: Iterable[PlotlyJSON]) -> PlotlyJSON:
    """The part of the layout with the edge axis, if a trace is drawn on it."""
    if all(trace.get("yaxis") != EDGE_AXIS for trace in data):
        return {}
    axis = {"overlaying": "y", "range": [0, 1], "fixedrange": True, "visible": False}
    return {"yaxis2": axis}

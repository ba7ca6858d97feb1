"""Colour by a column: the scale and its bar, beside the drawing."""

from array import array
from collections.abc import Sequence
from math import log10

from optuna_dashboard.figures.axes import Axis
from optuna_dashboard.figures.figure import PlotlyJSON
from optuna_dashboard.figures.text import escape
from optuna_dashboard.figures.ticks import log_ticks, power_texts


def color_values(axis: Axis, rows: Sequence[int]) -> "array[float]":
    """What Plotly colours by: the values, their logarithms, or the places of categories."""
    values = (axis.values[row] for row in rows)
    return array("d", map(log10, values) if axis.log else values)


def color_axis(axis: Axis, values: "Sequence[float]", *, reverse: bool = False) -> PlotlyJSON:
    """The Plotly colour axis of values made by ``color_values``.

    ``reverse`` is for columns of which less is better: what is better stands out.
    """
    bar: PlotlyJSON = {"title": {"text": escape(axis.title)}}
    if axis.labels:
        bar |= {
            "tickvals": list(range(len(axis.labels))),
            "ticktext": list(map(escape, axis.labels)),
        }
    elif axis.log and values:
        ticks = log_ticks(min(values), max(values))
        bar |= {"tickvals": ticks, "ticktext": power_texts(ticks)}
    elif axis.steps_by_one(values):
        bar["dtick"] = 1
    return {"colorbar": bar, "reversescale": reverse}

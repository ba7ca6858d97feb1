"""A line over trial numbers, of something that all trials up to a point have together."""

from array import array
from collections.abc import Sequence

from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import PlotlyJSON, Subject
from optuna_dashboard.figures.traces import Role, dash_of, numbers_of, symbol_of, trace

_MOST_MARKERS = 300


def trial_axis(last: int) -> PlotlyJSON:
    """The Plotly axis for trials up to the number ``last``, title included."""
    # Plotly would put ticks at half a trial.
    return {"title": {"text": "Trial"}, "type": "linear", **({"dtick": 1} if last < 10 else {})}


def trial_line(
    subject: Subject,
    role: Role,
    rows: Sequence[int],
    values: "array[float]",
    hover: Sequence[str],
    *,
    points: int,
) -> list[PlotlyJSON]:
    """The traces of a line with a value at each of these rows.

    Its points, marked while there are few of them in the figure, are a trace of their own:
    the line is of all trials, whatever is selected, a point is of one. Without a graphics card
    WebGL would take longer for a line.
    """
    numbers = numbers_of(subject, rows)
    made = trace(
        subject,
        role,
        "scatter",
        numbers=numbers,
        coordinates={"x": numbers, "y": encode(values)},
        hover=hover,
        x_is_number=True,
    )
    line = {**made, "mode": "lines", "line": dash_of(subject)}
    if points > _MOST_MARKERS:
        return [line]
    marker = {"size": 5, "symbol": symbol_of(subject, role)}
    markers = {**made, "mode": "markers", "marker": marker, "showlegend": False}
    return [{**line, "hoverinfo": "skip"}, markers]

"""The axis of a value: linear or logarithmic, with or without its outliers."""

from collections.abc import Iterable

from optuna_dashboard.figures.figure import PlotlyJSON
from optuna_dashboard.figures.options import Option, Settings, Toggle
from optuna_dashboard.figures.quantiles import clipped_range
from optuna_dashboard.figures.text import escape


def value_axis_options(*, clip: bool = False) -> list[Option]:
    """The controls of how an axis shows a value."""
    return [Toggle("log", "Log scale", False), Toggle("clip", "Without outliers", clip)]


def value_axis(
    label: str,
    values: Iterable[float],
    settings: Settings,
    notes: list[str],
    *,
    keep: float | None = None,
) -> PlotlyJSON:
    """The Plotly axis that ``value_axis_options`` ask for; a note is added where it clips.

    ``values`` are those drawn, ``keep`` is one that the axis shows even if it is an outlier.
    """
    log = settings.flag("log")
    axis: PlotlyJSON = {
        "title": {"text": escape(f"{label} (log scale)" if log else label)},
        "type": "log" if log else "linear",
    }
    clipped = clipped_range(values, keep=keep, log=log) if settings.flag("clip") else None
    if clipped:
        axis["range"] = list(clipped)
        notes.append("Outliers lie outside the value axis; zoom out to see them.")
    return axis

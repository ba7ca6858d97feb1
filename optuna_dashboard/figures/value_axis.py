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
    kept = () if keep is None else (keep,)
    axis = scaled_axis(label, values, log=log, clip=settings.flag("clip"), keep=kept)
    if "range" in axis:
        notes.append("Outliers lie outside the value axis; zoom out to see them.")
    return axis


def scaled_axis(
    label: str,
    values: Iterable[float],
    *,
    log: bool,
    clip: bool,
    keep: Iterable[float] = (),
) -> PlotlyJSON:
    """A Plotly axis of these values; it has a range if there are outliers and ``clip``.

    The values in ``keep`` are within the range even if they are outliers.
    """
    axis: PlotlyJSON = {
        "title": {"text": escape(f"{label} (log scale)" if log else label)},
        "type": "log" if log else "linear",
    }
    clipped = clipped_range(values, keep=keep, log=log) if clip else None
    return {**axis, "range": list(clipped)} if clipped else axis

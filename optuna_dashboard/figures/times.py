"""Times for a Plotly axis of type ``date``."""

from collections.abc import Iterable

from optuna_dashboard.study.study import Clock
from optuna_dashboard.study.times import to_datetime

# Name and seconds of a unit, and of the next smaller one.
_UNITS = (("d", 86_400, "h", 3_600), ("h", 3_600, "min", 60), ("min", 60, "s", 1))


def date_strings(seconds: Iterable[float]) -> list[str]:
    """Dates of the written clock, to the millisecond, from seconds since 1970.

    Strings, because Plotly shows *numbers* on such an axis in the time zone of the
    viewer, which would move every trial by the viewer's distance from UTC.
    """
    return [to_datetime(second).isoformat(" ", "milliseconds") for second in seconds]


def clock_name(clocks: "set[Clock]") -> str:
    """What to call the clock of an axis with times of studies that have these clocks."""
    if len(clocks) > 1:
        return "UTC or as written"
    return "UTC" if clocks == {"utc"} else "as written"


def duration_text(seconds: float) -> str:
    """A duration in its two largest units: ``350 ms``, ``12.5 s``, ``3 min 20 s``, ``2 d 5 h``."""
    size = abs(seconds)
    if size < 0.9995:
        return f"{1000 * seconds:.3g} ms"
    if size < 59.95:
        return f"{seconds:.3g} s"
    unit, unit_seconds, smaller, part = next((u for u in _UNITS if size >= u[1]), _UNITS[-1])
    whole, rest = divmod(round(size / part), unit_seconds // part)
    text = f"{whole} {unit} {rest} {smaller}" if rest else f"{whole} {unit}"
    return f"-{text}" if seconds < 0 else text

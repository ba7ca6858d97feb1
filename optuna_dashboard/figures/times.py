"""Times for a Plotly axis of type ``date``."""

from collections.abc import Iterable

from optuna_dashboard.study.study import Clock
from optuna_dashboard.study.times import to_datetime

# Name and seconds of a unit, and of the next smaller one.
_UNITS = (("d", 86_400, "h", 3_600), ("h", 3_600, "min", 60), ("min", 60, "s", 1))


def date_strings(seconds: Iterable[float], shift: float = 0.0) -> list[str]:
    """Dates, to the millisecond, from seconds since 1970 of the written clock.

    ``shift`` is how many seconds another clock, on which they are to be read, is ahead.

    Strings, because Plotly shows *numbers* on such an axis in the time zone of the
    viewer, which would move every trial by the viewer's distance from UTC.
    """
    return [to_datetime(second + shift).isoformat(" ", "milliseconds") for second in seconds]


def clock_name(clocks: "set[Clock]", utc_offset: int = 0) -> str:
    """What to call the clock of an axis with times of studies that have these clocks.

    ``utc_offset`` is by how many minutes the times of UTC clocks were moved.
    """
    if "utc" not in clocks:
        return "as written"
    return f"{_utc_name(utc_offset)} or as written" if len(clocks) > 1 else _utc_name(utc_offset)


def _utc_name(offset: int) -> str:
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"


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

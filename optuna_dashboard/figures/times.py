"""Times for a Plotly axis of type ``date``."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from optuna_dashboard.study.study import Clock

_EPOCH = datetime(1970, 1, 1)


def date_strings(seconds: Iterable[float]) -> list[str]:
    """Dates of the written clock, to the millisecond, from seconds since 1970.

    Strings, because Plotly shows *numbers* on such an axis in the time zone of the
    viewer, which would move every trial by the viewer's distance from UTC.
    """
    return [
        (_EPOCH + timedelta(seconds=second)).isoformat(" ", "milliseconds") for second in seconds
    ]


def clock_name(clocks: "set[Clock]") -> str:
    """What to call the clock of an axis with times of studies that have these clocks."""
    if len(clocks) > 1:
        return "UTC or as written"
    return "UTC" if clocks == {"utc"} else "as written"

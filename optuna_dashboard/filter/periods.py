"""Times as they are written in a filter."""

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from optuna_dashboard.filter.errors import FilterError, Place
from optuna_dashboard.study.study import Clock
from optuna_dashboard.study.times import EPOCH

EXAMPLES = '"2024-05-01" or "2024-05-01 12:30:00"'

_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]([0-9]{2}:[0-9]{2})(:[0-9]{2})?(\.[0-9]{1,6})?)?(Z)?",
)
# Columns hold times as floats: a microsecond may be a little off.
_SLACK = 0.5e-6


class Period(NamedTuple):
    """From ``start`` until before ``end``, in seconds since 1970 of the study's clock."""

    start: float
    end: float


def period_of(text: str, clock: Clock, place: Place) -> Period:
    """A time is as long as it is written: a day, a minute, a second, a part of one.

    Raises:
        FilterError: if the text is no time, or of a zone that the study does not know.
    """
    match = _TIME.fullmatch(text.strip())
    if match is None or (match[4] and not match[3]):
        raise FilterError(f"this is no time; write {EXAMPLES}", place)
    day, minute, second, fraction, zone = match.groups()
    if zone and clock != "utc":
        raise FilterError("the times of this study are of no known zone; leave out the Z", place)
    digits = (fraction or ".")[1:]
    iso = f"{day} {minute or '00:00'}{second or ':00'}.{digits:0<6}"
    try:
        start = (datetime.fromisoformat(iso) - EPOCH).total_seconds() - _SLACK
    except ValueError:
        raise FilterError("there is no such day or time of day", place) from None
    if fraction:
        return Period(start, start + 10.0 ** -len(digits))
    length = timedelta(seconds=1) if second else timedelta(minutes=1)
    return Period(start, start + (length if minute else timedelta(days=1)).total_seconds())

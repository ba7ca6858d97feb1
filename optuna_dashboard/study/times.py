"""Times as columns hold them: seconds since 1970 of the written clock."""

from datetime import datetime, timedelta

EPOCH = datetime(1970, 1, 1)


def to_datetime(seconds: float) -> datetime:
    """The time, to the microsecond."""
    try:
        return EPOCH + timedelta(seconds=seconds)
    except OverflowError:  # the last microsecond of the year 9999, rounded
        return datetime.max if seconds > 0 else datetime.min

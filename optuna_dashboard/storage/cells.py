"""Single cells of a storage: JSON texts, times, constraints."""

from collections.abc import Mapping
from datetime import datetime, timezone
from math import inf, nan

from optuna_dashboard.study.json import JSON, parse_json
from optuna_dashboard.study.times import EPOCH

BROKEN_JSON = (
    "Some attributes are not valid JSON, or nested too deeply; "
    "they are shown as the text that is in the file."
)

CONSTRAINT_PREFIX = "constraints:"
# Optuna 3 and 4 wrote the first, Optuna 2.5 to 2.10 the second.
CONSTRAINT_LISTS = ("constraints", "nsga2:constraints")


class JSONCells:
    """Reads JSON texts and tells the user when one is broken."""

    def __init__(self, warnings: list[str]) -> None:
        self._warnings = warnings

    def parse(self, text: object) -> JSON:
        """The value of a JSON text; the text itself where it is none."""
        if not isinstance(text, str):
            return None
        try:
            value: JSON = parse_json(text)
        except ValueError:
            warn(self._warnings, BROKEN_JSON)
            return text
        return value


def warn(warnings: list[str], sentence: str) -> None:
    """Add a sentence for the user, once."""
    if sentence not in warnings:
        warnings.append(sentence)


def parse_time(text: object) -> datetime | None:
    """A stored time as a naive datetime of the written clock; an aware one becomes UTC."""
    if not isinstance(text, str):
        return None
    try:
        time = datetime.fromisoformat(text)
        return time.astimezone(timezone.utc).replace(tzinfo=None) if time.tzinfo else time
    except (ValueError, OverflowError):
        return None


def seconds(time: datetime | None) -> float:
    """Seconds since 1970-01-01 of the same clock, NaN for no time."""
    return nan if time is None else (time - EPOCH).total_seconds()


class TimeParser:
    """``seconds(parse_time(text))``, quickly: the minute of a text is looked up."""

    def __init__(self) -> None:
        self._minutes: dict[str, float] = {}

    def __call__(self, text: str | None) -> float:
        if not text:
            return nan
        # "2026-01-31 23:59" and "59.123456"
        try:
            second = float(text[17:])
            if second < 60:
                return self._minutes[text[:16]] + second
        except (KeyError, ValueError, TypeError):
            pass
        return self._parse(text)

    def _parse(self, text: str) -> float:
        time = parse_time(text)
        if time is not None and len(text) in (19, 26):
            minute = time.replace(second=0, microsecond=0)
            self._minutes[text[:16]] = seconds(minute)
        return seconds(time)


def constraints_of(attrs: Mapping[str, JSON]) -> dict[str, float]:
    """The constraints among the system attributes of a trial, name -> value.

    The nameless lists count from "0"; a named constraint of Optuna 5 wins over the entry
    of a list with the same name.
    """
    found: dict[str, float] = {}
    for key in CONSTRAINT_LISTS:
        listed = attrs.get(key)
        if isinstance(listed, list):
            found = {str(i): v for i, v in enumerate(map(_number, listed)) if v is not None}
            break
    start = len(CONSTRAINT_PREFIX)
    for key, value in attrs.items():
        if key.startswith(CONSTRAINT_PREFIX) and (number := _number(value)) is not None:
            found[key[start:]] = number
    return found


def _number(value: JSON) -> float | None:
    if not isinstance(value, (int, float)):
        return None
    try:
        float(value)
    except OverflowError:  # JSON has integers that no float can hold
        return inf if value > 0 else -inf
    return value

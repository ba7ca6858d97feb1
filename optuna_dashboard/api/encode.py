"""From Python values to the JSON of the API, where infinite numbers are strings."""

import json
from collections.abc import Mapping
from datetime import datetime
from math import isfinite, isnan

from optuna_dashboard.api.schema import NonFinite, Time, Value
from optuna_dashboard.study.study import Clock
from optuna_dashboard.study.times import to_datetime


def dumps(answer: object) -> bytes:
    """Compact JSON. ASCII only, so that a lone surrogate in a name cannot break it."""
    try:
        return _json(answer)
    except ValueError:  # an infinite number or NaN somewhere in an attribute
        return _json(without_non_finite(answer))


def without_non_finite(thing: object) -> object:
    """The same JSON value with infinite numbers and NaN as strings, at any depth."""
    if isinstance(thing, float):
        return value(thing)
    if isinstance(thing, Mapping):
        return {key: without_non_finite(item) for key, item in thing.items()}
    if isinstance(thing, (list, tuple)):
        return [without_non_finite(item) for item in thing]
    return thing


def value(number: float) -> Value:
    """A number, or its name if JSON has no such number."""
    return number if isfinite(number) else non_finite(number)


def non_finite(number: float) -> NonFinite:
    if isnan(number):
        return "nan"
    return "inf" if number > 0 else "-inf"


def optional_value(number: float | None) -> Value | None:
    return None if number is None else value(number)


def seconds_to_time(seconds: float, clock: Clock) -> Time | None:
    """A time column's entry; None for NaN."""
    return None if isnan(seconds) else _marked(naive_iso(seconds), clock)


def datetime_to_time(when: datetime | None, clock: Clock) -> Time | None:
    return None if when is None else _marked(when.replace(tzinfo=None).isoformat(), clock)


def naive_iso(seconds: float) -> str:
    """ISO 8601 of the written clock, without an offset."""
    return to_datetime(seconds).isoformat()


def _marked(iso: str, clock: Clock) -> str:
    return iso + "Z" if clock == "utc" else iso


def _json(answer: object) -> bytes:
    return json.dumps(answer, allow_nan=False, separators=(",", ":")).encode()

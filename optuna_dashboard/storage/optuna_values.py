"""What Optuna hands out as Python objects, as the plain values that a storage file has."""

import json
from contextlib import suppress
from datetime import datetime, timezone
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

from optuna_dashboard.storage.cells import seconds
from optuna_dashboard.study.json import JSON, parse_json

if TYPE_CHECKING:
    from optuna.distributions import BaseDistribution

_SCALARS = (str, bool, int, float, type(None))


def plain(value: object) -> JSON:
    """The value as a JSON file would give it back; a text for what JSON does not know.

    A storage in memory keeps whatever object a program gave it.
    """
    if type(value) in _SCALARS:
        return value  # type: ignore[return-value]
    try:
        found: JSON = parse_json(json.dumps(value, default=_default))
    except (TypeError, ValueError, RecursionError):
        return str(value)
    return found


def plain_attrs(attrs: dict[str, Any]) -> dict[str, JSON]:
    return {key: plain(value) for key, value in attrs.items()}


def written_seconds(time: datetime | None, *, is_utc: bool) -> float:
    """Seconds of a time that Optuna gives in the local time of this process.

    ``is_utc`` tells that the storage keeps UTC, which is then what it becomes again.
    """
    if time is not None and (is_utc or time.tzinfo):
        # The first and the last days that there are may be none in UTC, and stay as they are.
        with suppress(ValueError, OverflowError, OSError):
            time = time.astimezone(timezone.utc)
        time = time.replace(tzinfo=None)
    return seconds(time)


def internal_value(distribution: "BaseDistribution", value: Any) -> float:
    """The number that a storage keeps for a value of a parameter."""
    for index, choice in enumerate(getattr(distribution, "choices", ())):
        # Optuna looks for an equal choice, and takes 1 for True.
        if choice is value:
            return index
    return distribution.to_internal_repr(value)


class DistributionTexts:
    """The JSON text of each search space, made once for all that are alike."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def __call__(self, distribution: "BaseDistribution") -> str:
        key = repr(distribution)
        if key not in self._texts:
            self._texts[key] = _text_of(distribution)
        return self._texts[key]


def _text_of(distribution: "BaseDistribution") -> str:
    from optuna.distributions import CategoricalDistribution, distribution_to_json

    if not isinstance(distribution, CategoricalDistribution):
        return distribution_to_json(distribution)
    choices = [plain(choice) for choice in distribution.choices]
    name = CategoricalDistribution.__name__
    return json.dumps({"name": name, "attributes": {"choices": choices}})


def _default(value: object) -> object:
    """What stands in JSON for a value that ``json`` does not know, such as one of numpy."""
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real):
        return float(value)
    return "<binary object>" if isinstance(value, bytes) else str(value)

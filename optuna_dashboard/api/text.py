"""Attribute and parameter values as the text that existing clients read."""

import json
from collections.abc import Mapping

from optuna_dashboard.api.schema import Attr
from optuna_dashboard.study.json import JSON

_LONGEST = 1024


def attrs_text(attrs: Mapping[str, JSON]) -> list[Attr]:
    return [{"key": key, "value": attr_text(value)} for key, value in attrs.items()]


def attr_text(value: JSON) -> str:
    """Strings as they are, numbers and booleans as Python writes them, others as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)):
        return str(value)
    return json.dumps(value)[:_LONGEST]


def type_text(value: JSON) -> str:
    """The type as Python prints it, e.g. ``<class 'float'>``."""
    return str(type(value))

"""The fields of a form with which a person judges a trial."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from optuna_dashboard.study.json import JSON

FieldType = Literal["choice", "slider", "text", "user_attr"]

_TYPES: dict[JSON, FieldType] = {
    "choice": "choice",
    "slider": "slider",
    "text": "text",
    "user_attr": "user_attr",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One question. A field of the type ``user_attr`` asks nothing: a program answers it."""

    type: FieldType
    label: str
    # User attribute that the answer becomes, or that a program answers with.
    user_attr: str | None
    # Choices of a choice, marks of a slider: a text for each value.
    choices: list[tuple[str, JSON]]
    low: float | None
    high: float | None
    step: float | None
    optional: bool


def read_field(widget: Mapping[str, JSON]) -> Field | None:
    """A widget as it is stored, None if there is no such kind of widget."""
    kind = widget.get("type")
    type = _TYPES.get(kind) if isinstance(kind, str) else None
    if type is None:
        return None
    key = widget.get("key" if type == "user_attr" else "user_attr_key")
    user_attr = key if isinstance(key, str) else None
    return Field(
        type,
        str(widget.get("description") or user_attr or ""),
        user_attr,
        _choices(widget) if type == "choice" else _marks(widget.get("labels")),
        _number(widget.get("min")),
        _number(widget.get("max")),
        _number(widget.get("step")),
        widget.get("optional") is True,
    )


def _choices(widget: Mapping[str, JSON]) -> list[tuple[str, JSON]]:
    labels, values = widget.get("choices"), widget.get("values")
    if not isinstance(labels, list) or not isinstance(values, list):
        return []
    return [(str(label), value) for label, value in zip(labels, values)]


def _marks(marks: JSON) -> list[tuple[str, JSON]]:
    if not isinstance(marks, list):
        return []
    return [
        (str(mark["label"]), mark.get("value"))
        for mark in marks
        if isinstance(mark, dict) and "label" in mark
    ]


def _number(value: JSON) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        return float(value)
    except OverflowError:
        return None

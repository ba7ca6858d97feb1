"""Form widgets with which a person judges a trial."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from optuna_dashboard.study.attrs.setting import Setting
from optuna_dashboard.study.json import JSON, parse_json

_CURRENT = "dashboard:form_widgets:v2"
# Forms of earlier dashboards: a list, and a list as JSON text. Both fill in objectives.
_LEGACY = ("dashboard:objective_form_widgets:v1", "dashboard:objective_form_widgets")

OutputType = Literal["objective", "user_attr"]


@dataclass(frozen=True, slots=True)
class FormWidgets:
    output_type: OutputType
    widgets: list[dict[str, JSON]]


def read_form_widgets(study_attrs: Mapping[str, JSON]) -> FormWidgets | None:
    """The form of a study, None if it has none that can be read."""
    current = study_attrs.get(_CURRENT)
    if isinstance(current, dict):
        return _form(current.get("output_type"), current.get("widgets"))
    for key in _LEGACY:
        if key in study_attrs:
            return _form("objective", _loaded(study_attrs[key]))
    return None


def form_widgets_setting(
    output_type: OutputType, widgets: Sequence[Mapping[str, JSON]]
) -> Setting:
    """What to set in the system attributes of a study so that it has this form."""
    return _CURRENT, {"output_type": output_type, "widgets": [dict(one) for one in widgets]}


def _form(output_type: JSON, widgets: JSON) -> FormWidgets | None:
    if not isinstance(widgets, list):
        return None
    fields = [widget for widget in widgets if isinstance(widget, dict)]
    if output_type == "objective":
        return FormWidgets("objective", fields)
    return FormWidgets("user_attr", fields) if output_type == "user_attr" else None


def _loaded(value: JSON) -> JSON:
    if not isinstance(value, str):
        return value
    try:
        loaded: JSON = parse_json(value)
    except ValueError:
        return None
    return loaded

"""Forms with which people judge the trials of a study."""

import warnings
from collections.abc import Sequence
from typing import Any

from optuna import Study

from optuna_dashboard.python_api.study_attrs import StudyAttrs
from optuna_dashboard.python_api.widgets import ObjectiveFormWidget, ObjectiveUserAttrRef
from optuna_dashboard.study.attrs.widgets import OutputType, form_widgets_setting


def register_objective_form_widgets(study: Study, widgets: Sequence[ObjectiveFormWidget]) -> None:
    """Have people tell the values of trials.

    A ``UserWarning`` says so if a widget has a ``user_attr_key``, which is of no use here.

    Args:
        study: the study whose trials are judged.
        widgets: one for each objective.

    Raises:
        ValueError: if there are more or fewer widgets than objectives.
    """
    n_objectives = len(study.directions)
    if len(widgets) != n_objectives:
        raise ValueError(
            f"The study has {n_objectives} objectives, so it takes as many widgets, not "
            f"{len(widgets)}."
        )
    if any(_user_attr_key(widget) is not None for widget in widgets):
        warnings.warn("`user_attr_key` is not used in a form of objectives.", stacklevel=2)
    _register(study, "objective", widgets)


def register_user_attr_form_widgets(study: Study, widgets: Sequence[ObjectiveFormWidget]) -> None:
    """Have people set user attributes of trials.

    Args:
        study: the study whose trials are judged.
        widgets: each with the ``user_attr_key`` that its answer becomes.

    Raises:
        ValueError: if one is an ``ObjectiveUserAttrRef``, has no ``user_attr_key``, or that of
            another one.
    """
    keys = [_user_attr_key(widget) for widget in widgets]
    if any(isinstance(widget, ObjectiveUserAttrRef) for widget in widgets):
        raise ValueError("An ObjectiveUserAttrRef cannot stand in a form of user attributes.")
    if None in keys:
        raise ValueError("A widget has no `user_attr_key`.")
    if len(set(keys)) < len(keys):
        raise ValueError("Two widgets have the same `user_attr_key`.")
    _register(study, "user_attr", widgets)


def _user_attr_key(widget: ObjectiveFormWidget) -> str | None:
    return None if isinstance(widget, ObjectiveUserAttrRef) else widget.user_attr_key


def _register(
    study: Study, output_type: OutputType, widgets: Sequence[ObjectiveFormWidget]
) -> None:
    fields: list[dict[str, Any]] = [{**widget.to_dict()} for widget in widgets]
    StudyAttrs(study).write([form_widgets_setting(output_type, fields)])

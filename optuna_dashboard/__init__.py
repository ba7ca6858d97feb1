"""Optuna Dashboard: see, compare and judge the trials of a study, anywhere."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optuna_dashboard import artifact, multi_objective
    from optuna_dashboard.python_api.feedback import register_preference_feedback_component
    from optuna_dashboard.python_api.forms import (
        register_objective_form_widgets,
        register_user_attr_form_widgets,
    )
    from optuna_dashboard.python_api.metric_names import set_objective_names
    from optuna_dashboard.python_api.notes import get_note, save_note
    from optuna_dashboard.python_api.plots import save_plotly_graph_object
    from optuna_dashboard.python_api.widgets import (
        ChoiceWidget,
        ObjectiveChoiceWidget,
        ObjectiveFormWidget,
        ObjectiveSliderWidget,
        ObjectiveTextInputWidget,
        ObjectiveUserAttrRef,
        SliderWidget,
        TextInputWidget,
        dict_to_form_widget,
    )
    from optuna_dashboard.serving import run_server, wsgi

__all__ = [
    "ChoiceWidget",
    "ObjectiveChoiceWidget",
    "ObjectiveFormWidget",
    "ObjectiveSliderWidget",
    "ObjectiveTextInputWidget",
    "ObjectiveUserAttrRef",
    "SliderWidget",
    "TextInputWidget",
    "artifact",
    "dict_to_form_widget",
    "get_note",
    "multi_objective",
    "register_objective_form_widgets",
    "register_preference_feedback_component",
    "register_user_attr_form_widgets",
    "run_server",
    "save_note",
    "save_plotly_graph_object",
    "set_objective_names",
    "wsgi",
]

_WIDGETS = "python_api.widgets"
_PLACES = {
    "artifact": "artifact",
    "get_note": "python_api.notes",
    "multi_objective": "multi_objective",
    "register_objective_form_widgets": "python_api.forms",
    "register_preference_feedback_component": "python_api.feedback",
    "register_user_attr_form_widgets": "python_api.forms",
    "run_server": "serving",
    "save_note": "python_api.notes",
    "save_plotly_graph_object": "python_api.plots",
    "set_objective_names": "python_api.metric_names",
    "wsgi": "serving",
}


def __getattr__(name: str) -> object:
    """What the package has is loaded when asked for: in a browser there is neither a server
    nor, at first, Optuna.

    Raises:
        AttributeError: if there is nothing of this name.
    """
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    place = _PLACES.get(name, _WIDGETS)
    module = import_module(f"{__name__}.{place}")
    return module if name == place else getattr(module, name)

"""How trials are shown to the people who compare them."""

from optuna import Study

from optuna_dashboard.python_api.study_attrs import StudyAttrs
from optuna_dashboard.study.attrs.preferences import (
    FeedbackComponent,
    OutputComponent,
    feedback_component_setting,
)


def register_preference_feedback_component(
    study: Study, component_type: OutputComponent, artifact_key: str | None = None
) -> None:
    """Say what people see of a trial when they compare it with others.

    Args:
        study: a preferential study.
        component_type: ``note`` for the note on the trial, ``artifact`` for a file of it.
        artifact_key: the user attribute of the trial that holds the id of the file.

    Raises:
        ValueError: if there is no such component, or an ``artifact`` without its key.
    """
    if component_type not in ("note", "artifact"):
        raise ValueError("component_type must be either 'note' or 'artifact'.")
    if component_type == "artifact" and artifact_key is None:
        raise ValueError("A component_type of 'artifact' takes an artifact_key.")
    key = artifact_key if component_type == "artifact" else None
    StudyAttrs(study).write([feedback_component_setting(FeedbackComponent(component_type, key))])

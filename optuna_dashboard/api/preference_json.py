"""What people said about which trials are better, as JSON."""

from optuna_dashboard.api.detail_schema import (
    FeedbackComponent,
    PreferenceHistoryItem,
    Preferences,
)
from optuna_dashboard.study.attrs.preferences import (
    Feedback,
    read_feedback_component,
    read_history,
)
from optuna_dashboard.study.preferred import skipped_numbers
from optuna_dashboard.study.study import Study


def preferences_json(study: Study) -> Preferences:
    history = read_history(study.header.system_attrs)
    return {
        "preference_history": list(map(_history_item, history)),
        "preferences": list(map(list, study.preferences.pairs)),
        "skipped_trial_numbers": skipped_numbers(study.preferences, study.index),
        "feedback_component_type": feedback_component_json(study),
    }


def _history_item(feedback: Feedback) -> PreferenceHistoryItem:
    return {
        "history": {
            "mode": "ChooseWorst",
            "id": feedback.id,
            "timestamp": feedback.timestamp,
            "candidates": feedback.candidates,
            "clicked": feedback.clicked,
            "preferences": [list(pair) for pair in feedback.preferences],
        },
        "is_removed": feedback.is_removed,
    }


def feedback_component_json(study: Study) -> FeedbackComponent:
    component = read_feedback_component(study.header.system_attrs)
    answer: FeedbackComponent = {"output_type": component.output_type}
    if component.artifact_key is not None:
        answer["artifact_key"] = component.artifact_key
    return answer

"""What a person said about which trials are better: preferential optimization."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from optuna_dashboard.study.attrs.keys import is_number
from optuna_dashboard.study.attrs.setting import Setting
from optuna_dashboard.study.json import JSON, parse_json

_VALUES = "preference:values"
_HISTORY = "preference:history"
_SKIP = "preference:skip_trial:"
_COMPONENT = "preference:component"

OutputComponent = Literal["note", "artifact"]
Pair = tuple[int, int]  # numbers of the better and of the worse trial


@dataclass(frozen=True, slots=True)
class Feedback:
    """One answer: of the candidates, the clicked one is the worst."""

    id: str
    timestamp: str
    candidates: list[int]
    clicked: int
    preferences: list[Pair]
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class FeedbackComponent:
    """What a candidate is shown by: its note, or a file named by a user attribute."""

    output_type: OutputComponent = "note"
    artifact_key: str | None = None


@dataclass(frozen=True, slots=True)
class Preferences:
    """What was said and not taken back, without who was asked when."""

    pairs: list[Pair]
    skipped_trial_ids: list[int]

    def best_numbers(self, skipped_numbers: Iterable[int]) -> list[int]:
        """Trials that are better than one, worse than none, and not skipped."""
        better = {pair[0] for pair in self.pairs}
        return sorted(better - {pair[1] for pair in self.pairs} - set(skipped_numbers))


def read_preferences(study_attrs: Mapping[str, JSON]) -> Preferences:
    """Everything that was said and not taken back."""
    pairs: list[Pair] = []
    skipped: list[int] = []
    for key, value in study_attrs.items():
        if key.startswith(_VALUES):
            pairs += _pairs(value)
        elif key.startswith(_SKIP) and is_number(key[len(_SKIP) :]):
            skipped.append(int(key[len(_SKIP) :]))
    return Preferences(pairs, sorted(skipped))


def read_history(study_attrs: Mapping[str, JSON]) -> list[Feedback]:
    """Every answer, by time, also those that were taken back."""
    history: list[Feedback] = []
    for key, value in study_attrs.items():
        if key.startswith(_HISTORY):
            # The pairs live under the same id; taking an answer back empties them.
            is_removed = not study_attrs.get(_VALUES + key[len(_HISTORY) :])
            feedback = _feedback(value, is_removed)
            history += [feedback] if feedback else []
    return sorted(history, key=lambda feedback: feedback.timestamp)


def read_feedback_component(study_attrs: Mapping[str, JSON]) -> FeedbackComponent:
    value = study_attrs.get(_COMPONENT)
    if not isinstance(value, dict) or value.get("output_type") != "artifact":
        return FeedbackComponent()
    key = value.get("artifact_key")
    return FeedbackComponent("artifact", key if isinstance(key, str) else None)


def feedback_settings(feedback: Feedback) -> list[Setting]:
    """What to set in the system attributes of a study for an answer that was given."""
    history: dict[str, JSON] = {
        "mode": "ChooseWorst",
        "id": feedback.id,
        "timestamp": feedback.timestamp,
        "candidates": list(feedback.candidates),
        "clicked": feedback.clicked,
        "preferences": [list(pair) for pair in feedback.preferences],
    }
    return [restored_setting(feedback), (f"{_HISTORY}{feedback.id}", json.dumps(history))]


def removed_setting(feedback: Feedback) -> Setting:
    """What to set so that an answer is taken back."""
    return f"{_VALUES}{feedback.id}", []


def restored_setting(feedback: Feedback) -> Setting:
    """What to set so that an answer counts, also one that was taken back."""
    return f"{_VALUES}{feedback.id}", [list(pair) for pair in feedback.preferences]


def skipped_setting(trial_id: int) -> Setting:
    """What to set so that nobody is asked about a trial."""
    return f"{_SKIP}{trial_id}", True


def feedback_component_setting(component: FeedbackComponent) -> Setting:
    """What to set in the system attributes of a study so that candidates are shown so."""
    value: dict[str, JSON] = {"output_type": component.output_type}
    if component.artifact_key is not None:
        value["artifact_key"] = component.artifact_key
    return _COMPONENT, value


def _pairs(value: Any) -> list[Pair]:
    """The pairs of an answer; none of them if anything else is among them."""
    if not isinstance(value, list):
        return []
    pairs: list[Pair] = []
    for pair in value:
        if not isinstance(pair, list) or len(pair) != 2:
            return []
        better, worse = pair
        if not isinstance(better, int) or not isinstance(worse, int):
            return []
        pairs.append((int(better), int(worse)))
    return pairs


def _feedback(value: JSON, is_removed: bool) -> Feedback | None:
    try:
        loaded: Any = parse_json(value) if isinstance(value, str) else value
        return Feedback(
            str(loaded["id"]),
            str(loaded["timestamp"]),
            [int(number) for number in loaded["candidates"]],
            int(loaded["clicked"]),
            _pairs(loaded["preferences"]),
            is_removed,
        )
    except (KeyError, TypeError, ValueError, OverflowError):
        return None  # written by hand or damaged: the rest of the history still counts

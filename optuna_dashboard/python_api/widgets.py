"""The fields of forms with which people judge trials."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, TypedDict


class ChoiceWidgetJSON(TypedDict):
    type: Literal["choice"]
    description: str | None
    choices: list[str]
    values: list[float]
    user_attr_key: str | None


class SliderLabelJSON(TypedDict):
    value: float
    label: str


class SliderWidgetJSON(TypedDict):
    type: Literal["slider"]
    description: str | None
    min: float
    max: float
    step: float | None
    labels: list[SliderLabelJSON] | None
    user_attr_key: str | None


class TextInputWidgetJSON(TypedDict):
    type: Literal["text"]
    description: str | None
    user_attr_key: str | None
    optional: bool


class UserAttrRefJSON(TypedDict):
    type: Literal["user_attr"]
    key: str


@dataclass
class ChoiceWidget:
    """One of several answers, each of which stands for a value.

    Args:
        choices: the answers.
        values: the value of each.
        description: what is asked.
        user_attr_key: the user attribute that the value becomes, in a form of user attributes.
    """

    choices: list[str]
    values: list[float]
    description: str | None = None
    user_attr_key: str | None = None

    def to_dict(self) -> ChoiceWidgetJSON:
        """The form in which the widget is stored."""
        return {
            "type": "choice",
            "description": self.description,
            "choices": self.choices,
            "values": self.values,
            "user_attr_key": self.user_attr_key,
        }


@dataclass
class SliderWidget:
    """A number within a range.

    Args:
        min: the smallest value.
        max: the largest value.
        step: the distance of two values; the page chooses one if left out.
        labels: values, and what stands beside them.
        description: what is asked.
        user_attr_key: the user attribute that the value becomes, in a form of user attributes.
    """

    min: float
    max: float
    step: float | None = None
    labels: list[tuple[float, str]] | None = None
    description: str | None = None
    user_attr_key: str | None = None

    def to_dict(self) -> SliderWidgetJSON:
        """The form in which the widget is stored."""
        labels: list[SliderLabelJSON] | None = None
        if self.labels is not None:
            labels = [{"value": value, "label": label} for value, label in self.labels]
        return {
            "type": "slider",
            "description": self.description,
            "min": self.min,
            "max": self.max,
            "step": self.step,
            "labels": labels,
            "user_attr_key": self.user_attr_key,
        }


@dataclass
class TextInputWidget:
    """A text; in a form of objectives, a number.

    Args:
        description: what is asked.
        user_attr_key: the user attribute that the text becomes, in a form of user attributes.
        optional: whether it may be left empty.
    """

    description: str | None = None
    user_attr_key: str | None = None
    optional: bool = False

    def to_dict(self) -> TextInputWidgetJSON:
        """The form in which the widget is stored."""
        return {
            "type": "text",
            "description": self.description,
            "user_attr_key": self.user_attr_key,
            "optional": self.optional,
        }


@dataclass
class ObjectiveUserAttrRef:
    """An objective value that is not asked for: a program sets it as a user attribute.

    Args:
        key: the user attribute of the trial.
    """

    key: str

    def to_dict(self) -> UserAttrRefJSON:
        """The form in which the widget is stored."""
        return {"type": "user_attr", "key": self.key}


ObjectiveFormWidget: TypeAlias = (
    ChoiceWidget | SliderWidget | TextInputWidget | ObjectiveUserAttrRef
)
# Names that these had at first.
ObjectiveChoiceWidget = ChoiceWidget
ObjectiveSliderWidget = SliderWidget
ObjectiveTextInputWidget = TextInputWidget


def dict_to_form_widget(d: Mapping[str, Any]) -> ObjectiveFormWidget:
    """The widget that ``to_dict`` gave this of.

    Raises:
        ValueError: if there is no widget of this type.
    """
    kind = d.get("type")
    if kind == "choice":
        return ChoiceWidget(d["choices"], d["values"], d["description"], d["user_attr_key"])
    if kind == "slider":
        return _slider(d)
    if kind == "text":
        return TextInputWidget(d["description"], d["user_attr_key"], d["optional"])
    if kind == "user_attr":
        return ObjectiveUserAttrRef(d["key"])
    raise ValueError(f"There is no widget of the type {kind!r}.")


def _slider(d: Mapping[str, Any]) -> SliderWidget:
    labels = d["labels"]
    if labels is not None:
        labels = [(label["value"], label["label"]) for label in labels]
    return SliderWidget(
        d["min"], d["max"], d["step"], labels, d["description"], d["user_attr_key"]
    )

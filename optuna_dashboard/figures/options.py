"""Options of a figure: what a page draws as controls and an address carries as text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TypeAlias

OptionValue: TypeAlias = str | bool | float
OptionJSON: TypeAlias = dict[str, object]


class OptionError(ValueError):
    """An option that a figure does not have, or a value that it cannot have; the text is a
    sentence for the user."""


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Select:
    """One of several choices."""

    name: str
    label: str
    choices: Sequence[Choice]
    default: str

    def parse(self, text: str) -> str:
        if all(text != choice.value for choice in self.choices):
            some = ", ".join(choice.value for choice in self.choices[:10])
            more = ", ..." if len(self.choices) > 10 else ""
            raise OptionError(f"{self.name} cannot be {_quoted(text)}; it is one of {some}{more}.")
        return text

    def to_json(self) -> OptionJSON:
        choices = [{"value": choice.value, "label": choice.label} for choice in self.choices]
        return {"type": "select", **_head(self), "choices": choices, "default": self.default}


@dataclass(frozen=True, slots=True)
class Toggle:
    """On or off, written ``true`` and ``false``."""

    name: str
    label: str
    default: bool

    def parse(self, text: str) -> bool:
        if text not in ("true", "false"):
            raise OptionError(f"{self.name} cannot be {_quoted(text)}; it is true or false.")
        return text == "true"

    def to_json(self) -> OptionJSON:
        return {"type": "toggle", **_head(self), "default": self.default}


@dataclass(frozen=True, slots=True)
class Slider:
    """A number from ``min`` to ``max``, both included; ``step`` is that of the control."""

    name: str
    label: str
    min: float
    max: float
    step: float
    default: float

    def parse(self, text: str) -> float:
        value = _finite(text)
        if value is None or not self.min <= value <= self.max:
            raise OptionError(
                f"{self.name} cannot be {_quoted(text)}; "
                f"it is a number from {self.min:g} to {self.max:g}."
            )
        return value

    def to_json(self) -> OptionJSON:
        limits = {"min": self.min, "max": self.max, "step": self.step}
        return {"type": "slider", **_head(self), **limits, "default": self.default}


@dataclass(frozen=True, slots=True)
class MultiSelect:
    """Several of the choices, in an order that means something; see ``join_choices``.

    ``most`` is how many can be chosen at once.
    """

    name: str
    label: str
    choices: Sequence[Choice]
    default: str
    most: int

    def parse(self, text: str) -> str:
        chosen = list(dict.fromkeys(split_choices(text)))
        known = {choice.value for choice in self.choices}
        for value in chosen:
            if value not in known:
                raise OptionError(f"{self.name} cannot hold {_quoted(value)}: no such choice.")
        if len(chosen) > self.most:
            raise OptionError(f"{self.name} can hold {self.most} choices, not {len(chosen)}.")
        return join_choices(chosen)

    def to_json(self) -> OptionJSON:
        choices = [{"value": choice.value, "label": choice.label} for choice in self.choices]
        rest = {"choices": choices, "default": self.default, "most": self.most}
        return {"type": "multiselect", **_head(self), **rest}


@dataclass(frozen=True, slots=True)
class Number:
    """Any number, from ``min`` on if there is one, written as text.

    Without a default it may be left empty: then the figure chooses.
    """

    name: str
    label: str
    default: str = ""
    min: float | None = None
    whole: bool = False

    def parse(self, text: str) -> str:
        text = text.strip()
        if text or self.default:
            value = _finite(text)
            low = self.min is not None and value is not None and value < self.min
            if value is None or low or (self.whole and value != int(value)):
                raise OptionError(f"{self.name} cannot be {_quoted(text)}; it is {self._kind}.")
        return text

    def to_json(self) -> OptionJSON:
        limits = {"min": self.min, "whole": self.whole}
        return {"type": "number", **_head(self), **limits, "default": self.default}

    @property
    def _kind(self) -> str:
        kind = "a whole number" if self.whole else "a number"
        return kind if self.min is None else f"{kind} from {self.min:g} on"


Option: TypeAlias = Select | Toggle | Slider | MultiSelect | Number


def join_choices(values: Iterable[str]) -> str:
    """How several choices are written: with commas between them.

    A comma or a percent sign in one of them is written ``%2C`` or ``%25``.
    """
    return ",".join(value.replace("%", "%25").replace(",", "%2C") for value in values)


def split_choices(text: str) -> list[str]:
    """The choices that ``join_choices`` wrote."""
    parts = text.split(",") if text else []
    return [part.replace("%2C", ",").replace("%25", "%") for part in parts]


@dataclass(frozen=True, slots=True)
class Settings:
    """A valid value for every option of a figure."""

    values: dict[str, OptionValue]

    def text(self, name: str) -> str:
        """The value of a ``Select``."""
        return str(self.values[name])

    def flag(self, name: str) -> bool:
        """The value of a ``Toggle``."""
        return self.values[name] is True

    def number(self, name: str) -> float:
        """The value of a ``Slider``."""
        return float(self.values[name])

    def free_number(self, name: str) -> float | None:
        """The value of a ``Number``, None if it was left empty."""
        text = self.text(name)
        return float(text) if text else None

    def several(self, name: str) -> list[str]:
        """The values of a ``MultiSelect``."""
        return split_choices(self.text(name))


def apply_options(options: Sequence[Option], values: Mapping[str, str]) -> Settings:
    """The settings that ``values`` ask for, defaults where they do not say.

    Raises:
        OptionError: if there is no such option, or it cannot have such a value.
    """
    names = [option.name for option in options]
    for name in values:
        if name not in names:
            known = f"there are {', '.join(names)}" if names else "this figure has none"
            raise OptionError(f"There is no option {_quoted(name)}; {known}.")
    return Settings(
        {
            option.name: option.parse(values[option.name])
            if option.name in values
            else option.default
            for option in options
        }
    )


def _head(option: Option) -> OptionJSON:
    return {"name": option.name, "label": option.label}


def _finite(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None


def _quoted(text: str) -> str:
    return f"“{text[:80]}”"

"""What a figure can show on its value axis: an objective, or a numeric user attribute."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import nan

from optuna_dashboard.figures.options import Choice, Select
from optuna_dashboard.figures.text import listed
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.samples import user_attr_samples
from optuna_dashboard.study.study import Study

_OBJECTIVE = "value:"
_USER_ATTR = "attr:"


@dataclass(frozen=True, slots=True)
class Target:
    """An objective by its index, or a user attribute by its name.

    As an option it is written ``value:0`` or ``attr:NAME``, as in the trial table.
    """

    objective: int | None = None
    user_attr: str = ""

    @classmethod
    def parse(cls, key: str) -> "Target":
        if key.startswith(_OBJECTIVE):
            return cls(objective=int(key.removeprefix(_OBJECTIVE)))
        return cls(user_attr=key.removeprefix(_USER_ATTR))

    def column(self, study: Study) -> "array[float]":
        """One value per trial ("d"), NaN where there is none."""
        if self.objective is not None:
            return study.values[self.objective]
        return array("d", map(_number, study.user_attr(self.user_attr)))

    def more_is_better(self, study: Study) -> bool | None:
        """None if nobody says so, as of a user attribute."""
        if self.objective is None:
            return None
        return study.directions[self.objective] is Direction.MAXIMIZE

    def best(self, study: Study, values: Iterable[float]) -> float | None:
        """The best of the values; None without any, or if nobody says what is better."""
        more = self.more_is_better(study)
        if more is None:
            return None
        return max(values, default=None) if more else min(values, default=None)

    def label(self, studies: Sequence[Study]) -> str:
        """The title of its axis: every name that these studies have for it."""
        if self.objective is None:
            return self.user_attr
        names = [study.header.objective_labels[self.objective] for study in studies]
        return listed(list(dict.fromkeys(names)))


def has_targets(study: Study) -> bool:
    """Whether trials of the study have values that mean something by themselves."""
    return bool(study.directions) and not study.header.is_preferential


def target_option(studies: Sequence[Study]) -> Select:
    """The choice of an objective or a numeric user attribute."""
    choices = [*objective_choices(studies), *user_attr_choices(studies)]
    return Select("target", "Value", choices, choices[0].value)


def objective_choices(studies: Sequence[Study]) -> list[Choice]:
    """The objectives that all of these studies have."""
    n = min(len(study.directions) for study in studies)
    return [Choice(f"{_OBJECTIVE}{i}", Target(i).label(studies)) for i in range(n)]


def user_attr_choices(studies: Sequence[Study]) -> list[Choice]:
    """The numeric user attributes of the trials of any of these studies."""
    names = {name for study in studies for name in numeric_user_attrs(study)}
    return [Choice(f"{_USER_ATTR}{name}", f"{name} (user attribute)") for name in sorted(names)]


def numeric_user_attrs(study: Study) -> list[str]:
    """User attributes whose values are numbers, sorted.

    Judged by some trials of many, see ``user_attr_samples``.
    """
    samples = user_attr_samples(study)
    return [name for name, values in samples.items() if _are_numbers(values)]


def _are_numbers(values: Sequence[JSON]) -> bool:
    kinds = {type(value) for value in values} - {type(None)}
    return bool(kinds) and kinds <= {int, float}


def _number(value: JSON) -> float:
    if type(value) is float:
        return value
    if type(value) is not int:  # a bool is none either
        return nan
    try:
        return float(value)
    except OverflowError:
        return nan

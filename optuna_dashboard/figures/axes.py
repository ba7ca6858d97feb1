"""Axes for columns of a study: of numbers, of logarithms, or of categories."""

import json
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, isnan, nan

from optuna_dashboard.figures.figure import PlotlyJSON
from optuna_dashboard.figures.options import Choice
from optuna_dashboard.figures.targets import has_targets
from optuna_dashboard.figures.text import escape
from optuna_dashboard.study.columns import ABSENT, ParamColumn
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    IntDistribution,
    to_external,
)
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.study import Study

_PARAM = "param:"
_MOST_TICKS = 25  # of categories
_MOST_WHOLE_TICKS = 10
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Axis:
    """A column as places on an axis.

    ``values`` has one entry per trial ("d"), NaN where it has none. Where there are
    ``labels``, an entry is the place of one of them: 0, 1, ... They are those of ``choices``.
    """

    title: str
    values: "array[float]"
    log: bool = False
    whole: bool = False
    labels: Sequence[str] = ()
    choices: Sequence[JSON] = ()

    @property
    def layout(self) -> PlotlyJSON:
        """The Plotly axis, title included."""
        title = f"{self.title} (log scale)" if self.log else self.title
        layout: PlotlyJSON = {
            "title": {"text": escape(title)},
            "type": "log" if self.log else "linear",
        }
        if self.labels:
            # Not a Plotly axis of categories: that one needs a text for every point.
            layout["range"] = [-0.5, len(self.labels) - 0.5]
            layout["tick0"] = 0
            layout["dtick"] = ceil(len(self.labels) / _MOST_TICKS)
            layout["labelalias"] = {str(i): escape(s) for i, s in enumerate(self.labels)}
        elif self.steps_by_one(self.values):
            layout["dtick"] = 1
        return layout

    def hover(self, letter: str) -> str:
        """A line of a hover template; ``letter`` is x or y."""
        text = f"%{{{letter}}}" if self.labels else f"%{{{letter}:{self.number_format}}}"
        return f"{escape(self.title)}: {text}"

    @property
    def number_format(self) -> str:
        return "d" if self.whole else ".6~g"

    def steps_by_one(self, values: Sequence[float]) -> bool:
        """Whether these are whole numbers so few that Plotly would put ticks between them."""
        if not self.whole or self.log:
            return False
        numbers = [value for value in values if not isnan(value)]
        return not numbers or max(numbers) - min(numbers) < _MOST_WHOLE_TICKS


def has_params(study: Study, n: int) -> bool:
    """Whether a study has values and at least ``n`` parameters to show them by."""
    return has_targets(study) and len(study.param_names) >= n


def param_choices(studies: Sequence[Study]) -> list[Choice]:
    """The parameters of any of these studies, as options: ``param:NAME``."""
    names = {name for study in studies for name in study.param_names}
    return [Choice(f"{_PARAM}{name}", name) for name in sorted(names)]


def param_name(key: str) -> str:
    """The parameter that an option names."""
    return key.removeprefix(_PARAM)


def param_axis(column: ParamColumn, *, numeric_choices: bool = False) -> Axis:
    """The axis of a parameter, whose distribution may differ from trial to trial.

    It is logarithmic if any of the distributions is and all values allow it. Choices keep
    their order; those of several distributions, and numbers among them, are joined.

    Args:
        column: of a study.
        numeric_choices: whether choices that are all numbers stand at these numbers, as in
            the contour and rank plots of Optuna.
    """
    kinds = column.distributions
    if not any(isinstance(kind, CategoricalDistribution) for kind in kinds):
        return _number_axis(column)
    choices = _choices(column)
    if numeric_choices and all(type(choice) in (int, float) for choice in choices):
        whole = all(type(choice) is int for choice in choices)
        return Axis(column.name, _places(column, _number), whole=whole)
    texts = [json.dumps(choice) for choice in choices]
    place_of = {text: float(place) for place, text in enumerate(texts)}
    values = _places(column, lambda choice: place_of.get(json.dumps(choice), nan))
    return Axis(column.name, values, labels=_labels(choices), choices=choices)


def _number_axis(column: ParamColumn) -> Axis:
    kinds = column.distributions
    log = any(getattr(kind, "log", False) for kind in kinds)
    return Axis(
        column.name,
        column.internal,
        log=log and not any(map((0.0).__ge__, column.internal)),
        whole=all(isinstance(kind, IntDistribution) for kind in kinds),
    )


def _choices(column: ParamColumn) -> list[JSON]:
    """Every choice of every distribution, once, and numbers where a trial has one instead."""
    kinds = column.distributions
    found = [
        c for kind in kinds if isinstance(kind, CategoricalDistribution) for c in kind.choices
    ]
    numeric = {i for i, kind in enumerate(kinds) if not isinstance(kind, CategoricalDistribution)}
    if numeric:
        pairs = sorted(set(zip(column.kinds, column.internal)))
        found += [to_external(kinds[i], value) for i, value in pairs if i in numeric]
    return list({json.dumps(choice): choice for choice in found}.values())


def _places(column: ParamColumn, place: Callable[[JSON], float]) -> "array[float]":
    """The place of every trial's value."""
    places = _Places(column, place)
    return array("d", map(places.__getitem__, zip(column.kinds, column.internal)))


class _Places(dict[tuple[int, float], float]):
    """Places by kind and internal value; each is looked up once."""

    def __init__(self, column: ParamColumn, place: Callable[[JSON], float]) -> None:
        super().__init__()
        self._kinds = column.distributions
        self._place = place

    def __missing__(self, key: tuple[int, float]) -> float:
        kind, internal = key
        if kind == ABSENT:
            return nan
        self[key] = self._place(to_external(self._kinds[kind], internal))
        return self[key]


def _number(choice: JSON) -> float:
    return float(choice) if isinstance(choice, (int, float)) else nan


def _labels(choices: Sequence[JSON]) -> list[str]:
    """A text as it is, anything else as JSON, and no two alike."""
    texts = {json.dumps(choice) for choice in choices if not isinstance(choice, str)}
    return [_label(choice, choice in texts) for choice in choices]


def _label(choice: JSON, ambiguous: bool) -> str:
    if not isinstance(choice, str) or ambiguous:
        text = json.dumps(choice, ensure_ascii=False)
    else:
        text = " ".join(choice.split()) or "(empty text)"
    return text if len(text) <= _LONGEST_LABEL else f"{text[: _LONGEST_LABEL - 1]}…"

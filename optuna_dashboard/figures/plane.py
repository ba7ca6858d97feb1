"""Two parameters as the axes of a plane."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10
from sys import float_info

from optuna_dashboard.figures.axes import Axis, param_axis, param_choices, param_name
from optuna_dashboard.figures.encode import TypedArray, encode
from optuna_dashboard.figures.figure import PlotlyJSON
from optuna_dashboard.figures.options import Option, Select, Settings
from optuna_dashboard.figures.population import Population
from optuna_dashboard.figures.traces import pick
from optuna_dashboard.study.study import Study

_PADDING = 0.05  # of the range, at both ends


def plane_options(studies: Sequence[Study]) -> list[Option]:
    """The choice of two parameters; these studies have at least two."""
    params = param_choices(studies)
    return [
        Select("x", "X axis", params, params[0].value),
        Select("y", "Y axis", params, params[1].value),
    ]


@dataclass(frozen=True, slots=True)
class Plane:
    """The axes that ``plane_options`` ask for. Choices that are all numbers stand at these
    numbers, as in Optuna's figures."""

    x: Axis
    y: Axis
    is_line: bool  # the same parameter twice

    @classmethod
    def of(cls, study: Study, settings: Settings) -> "Plane":
        names = [param_name(settings.text(axis)) for axis in ("x", "y")]
        x, y = (param_axis(column, numeric_choices=True) for column in study.params(names))
        return cls(x, y, names[0] == names[1])

    def keep_placed(self, population: Population) -> None:
        """Leave out trials that lack one of the two."""
        for axis in (self.x, self.y):
            population.keep_present(axis.values, f"without {axis.title}")

    def coordinates(self, rows: Sequence[int]) -> dict[str, TypedArray]:
        return {"x": encode(pick(self.x.values, rows)), "y": encode(pick(self.y.values, rows))}

    def hover(self) -> list[str]:
        return [self.x.hover("x"), self.y.hover("y")]

    def layout(self, rows: Sequence[int]) -> PlotlyJSON:
        """The Plotly axes, with room around these rows, one or more."""
        return {"xaxis": _layout(self.x, rows), "yaxis": _layout(self.y, rows)}


def padded(axis: Axis, low: float, high: float) -> tuple[float, float]:
    """A range with room at both ends, of 5 % or on a log axis as many of the logarithms."""
    if axis.log:
        room = _PADDING * (log10(high) - log10(low))
        top = log10(high) + room
        # Next to the least and the largest number there is no room.
        return 10.0 ** (
            log10(low) - room
        ) or low, 10.0**top if top < float_info.max_10_exp else high
    room = _PADDING * (high - low)
    return low - room, high + room


def _layout(axis: Axis, rows: Sequence[int]) -> PlotlyJSON:
    layout = axis.layout
    if axis.labels:
        return layout
    values = pick(axis.values, rows)
    low, high = padded(axis, min(values), max(values))
    if low < high:
        layout["range"] = [log10(low), log10(high)] if axis.log else [low, high]
    return layout

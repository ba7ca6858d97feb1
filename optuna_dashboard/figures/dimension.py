"""An axis of parallel coordinates, with a place for trials that have nothing on it."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, log10

from optuna_dashboard.figures.axes import Axis
from optuna_dashboard.figures.brush import column_brush
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import PlotlyJSON
from optuna_dashboard.figures.text import escape, number_text
from optuna_dashboard.figures.thin import ends
from optuna_dashboard.figures.ticks import linear_ticks, log_ticks, power_texts
from optuna_dashboard.figures.traces import pick
from optuna_dashboard.study.study import Study

_MISSING_LABEL = "(none)"
_MISSING_PART = 0.12  # of the height, below the values
_LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class Dimension:
    """The part of an axis that is drawn, from ``low`` to ``high``, as exponents if it is
    logarithmic. Where some trials have no value, ``missing`` is their place below it."""

    key: str
    axis: Axis
    low: float
    high: float
    missing: float | None

    @classmethod
    def of(cls, key: str, axis: Axis, rows: Sequence[int]) -> "Dimension":
        """The part that these rows need; their values are finite or NaN."""
        values = pick(axis.values, rows)
        if axis.labels:
            low, high = 0.0, len(axis.labels) - 1.0
        else:
            found = ends(values) or (0.0, 0.0)
            low, high = map(_exponent, found) if axis.log else found
        if not any(map(isnan, values)):
            return cls(key, axis, low, high, None)
        below = 1.0 if axis.labels or low == high else (high - low) / (1 / _MISSING_PART - 1)
        return cls(key, axis, low, high, low - below)

    def plotly(self, rows: Sequence[int], *, flip: bool) -> PlotlyJSON:
        """What Plotly draws of these rows, the highest value at the top unless flipped."""
        title = self.axis.title
        short = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"
        limits = [self.low if self.missing is None else self.missing, self.high]
        if limits[0] == limits[1]:
            limits = [self.low - 0.5, self.high + 0.5]
        return {
            "label": escape(f"{short} (log)" if self.axis.log else short),
            "values": encode(self._values(rows)),
            "range": limits[::-1] if flip else limits,
            **self._ticks(),
        }

    def brush(self, study: Study) -> PlotlyJSON:
        """What a brush on this axis means, whose places may be exponents."""
        brush = column_brush(study, self.key, self.axis)
        return {**brush, "exponents": self.axis.log, "missing": self.missing}

    def _values(self, rows: Sequence[int]) -> "array[float]":
        places = _places(self.axis, rows)
        if self.missing is None:
            return places
        return array("d", [self.missing if isnan(place) else place for place in places])

    def _ticks(self) -> PlotlyJSON:
        if self.axis.labels:
            ticks = [float(place) for place in range(len(self.axis.labels))]
            texts = list(self.axis.labels)
        elif self.axis.log:
            ticks = log_ticks(self.low, self.high)
            texts = power_texts(ticks)
        elif self.missing is None:
            return {}  # Plotly makes its own
        else:
            ticks = linear_ticks(self.low, self.high)
            texts = list(map(number_text, ticks))
        if self.missing is not None:
            ticks, texts = [self.missing, *ticks], [_MISSING_LABEL, *texts]
        return {"tickvals": ticks, "ticktext": texts}


def _places(axis: Axis, rows: Sequence[int]) -> "array[float]":
    values = pick(axis.values, rows)
    return array("d", map(_exponent, values)) if axis.log else values


def _exponent(value: float) -> float:
    return log10(value) if value > 0 else value

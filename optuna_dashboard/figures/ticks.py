"""Ticks for axes that Plotly does not make ticks for."""

from math import ceil, floor, inf, log10
from sys import float_info

from optuna_dashboard.figures.text import number_text

_MOST_TICKS = 7
_ROUNDING = 1e-9
_LAST_EXPONENT = 308.2547  # that of the largest number is rounded up


def linear_ticks(low: float, high: float) -> list[float]:
    """Round numbers from ``low`` to ``high``, at most seven; ``low`` if they are equal."""
    if not low < high:
        return [low]
    rough = (high - low) / (_MOST_TICKS - 1)
    if not float_info.min < rough < inf:  # no number is as small, or as large
        return [low, high]
    unit = 10.0 ** floor(log10(rough))
    step = next(unit * times for times in (1, 2, 5, 10) if unit * times >= rough)
    # A tick may miss an end by a rounding error.
    first, last = ceil(low / step - _ROUNDING), floor(high / step + _ROUNDING)
    ticks = [round(i * step, 1 - floor(log10(unit))) for i in range(first, last + 1)]
    return ticks if len(ticks) > 1 else [low, high]


def log_ticks(low: float, high: float) -> list[float]:
    """Exponents of ten from ``low`` to ``high``, at most seven, or these two if there is
    less than one power of ten between them."""
    if not low < high:
        return [low]
    first, last = ceil(low), floor(high)
    if last <= first:
        return [low, high]
    return [
        float(exponent) for exponent in range(first, last + 1, 1 + (last - first) // _MOST_TICKS)
    ]


def power_texts(exponents: list[float]) -> list[str]:
    """The numbers whose exponents of ten these are."""
    return [number_text(10.0 ** min(exponent, _LAST_EXPONENT)) for exponent in exponents]

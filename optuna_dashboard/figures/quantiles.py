"""Quantiles of numbers, and where the outliers among them begin."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from math import isfinite, log10

_FENCE = 1.5  # Tukey's, in units of the distance between the quartiles


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which ``share`` of the ascending numbers lie, as ``numpy.quantile``.

    Between two numbers it is interpolated; next to an infinite one it is that number.
    """
    place = share * (len(ordered) - 1)
    low = ordered[int(place)]
    part = place - int(place)
    if not part:
        return low
    high = ordered[int(place) + 1]
    if low == high or not isfinite(low):
        return low
    return high if not isfinite(high) else low + (high - low) * part


def clipped_range(
    values: Iterable[float], *, keep: Iterable[float] = (), log: bool = False
) -> tuple[float, float] | None:
    """The range of the values that are no outliers by Tukey's rule, None if all are within.

    Args:
        values: finite, and above zero if ``log``.
        keep: values that the range holds even so, as the best ones should be seen.
        log: whether to judge the logarithms, as a log axis shows them; the range then is
            one of exponents, as Plotly wants it for such an axis.
    """
    numbers = map(log10, values) if log else values
    ordered = sorted(numbers)
    if not ordered:
        return None
    first, third = quantile(ordered, 0.25), quantile(ordered, 0.75)
    margin = _FENCE * (third - first)
    low = ordered[bisect_left(ordered, first - margin)]
    high = ordered[bisect_right(ordered, third + margin) - 1]
    kept = list(map(log10, keep) if log else keep)
    low, high = min([low, *kept]), max([high, *kept])
    if low == high:
        return None
    room = 0.03 * (high - low)
    # Outliers so near that the room around the others holds them are none.
    if low - room <= ordered[0] and ordered[-1] <= high + room:
        return None
    return low - room, high + room

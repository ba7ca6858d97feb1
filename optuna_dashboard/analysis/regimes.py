"""The ways in which a parameter was suggested, with distributions compared as Optuna does."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import isfinite

from optuna_dashboard.study.columns import ABSENT, ParamColumn
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    IntDistribution,
)


@dataclass(slots=True)
class Regime:
    """The trials in which a parameter had one distribution.

    A parameter that is conditional, or whose range changes, has none that holds all trials.
    ``places`` are positions in the rows that were asked about, ``values`` the internal
    numbers there.
    """

    distribution: Distribution
    places: list[int]
    values: list[float]

    @property
    def is_single(self) -> bool:
        """Whether the distribution leaves no choice."""
        one = self.distribution
        if isinstance(one, CategoricalDistribution):
            return len(one.choices) == 1
        return one.low == one.high


def regimes_of(column: ParamColumn, rows: Sequence[int]) -> list[Regime]:
    """The regimes of a parameter among these rows.

    Left out are values that their distribution cannot have, and those of a distribution that
    makes no sense: the file is damaged there.
    """
    regimes: dict[Hashable, Regime] = {}
    of_kind = []
    for distribution in column.distributions:
        regime = Regime(distribution, [], [])
        if _is_sound(distribution):
            regime.distribution = _adjusted(distribution)
            regime = regimes.setdefault(_key(regime.distribution), regime)
        of_kind.append(regime)
    for place, kind in enumerate(map(column.kinds.__getitem__, rows)):
        if kind != ABSENT:
            of_kind[kind].places.append(place)
    for regime in regimes.values():
        regime.values = [column.internal[rows[place]] for place in regime.places]
        _drop_impossible(regime)
    return [regime for regime in regimes.values() if regime.places]


def _is_sound(distribution: Distribution) -> bool:
    if isinstance(distribution, CategoricalDistribution):
        return True
    low, high, step = distribution.low, distribution.high, distribution.step
    try:
        width = float(high) - float(low)
    except OverflowError:  # an integer of hundreds of digits
        return False
    return isfinite(width) and width >= 0 and step != 0 and (low > 0 or not distribution.log)


def _adjusted(distribution: Distribution) -> Distribution:
    """With the upper end that Optuna gives it: the last one that a step leads to."""
    if isinstance(distribution, CategoricalDistribution) or distribution.step is None:
        return distribution
    if isinstance(distribution, IntDistribution):
        width = distribution.high - distribution.low
        return replace(distribution, high=distribution.high - width % distribution.step)
    # Of decimal digits: in binary ones, 0.1 is not a multiple of 0.01.
    low, high, step = (
        Decimal(str(end)) for end in (distribution.low, distribution.high, distribution.step)
    )
    rest = (high - low) % step
    return replace(distribution, high=float(high - rest)) if rest else distribution


def _key(distribution: Distribution) -> Hashable:
    try:
        hash(distribution)
    except TypeError:  # a choice is a list or an object
        return repr(distribution)
    return distribution


def _drop_impossible(regime: Regime) -> None:
    distribution = regime.distribution
    if isinstance(distribution, CategoricalDistribution):
        n = len(distribution.choices)
        possible = [0 <= value < n for value in regime.values]
    else:
        possible = [isfinite(value) for value in regime.values]
    if not all(possible):
        pairs = [p for p, ok in zip(zip(regime.places, regime.values), possible) if ok]
        regime.places = [place for place, _ in pairs]
        regime.values = [value for _, value in pairs]

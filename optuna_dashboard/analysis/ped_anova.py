"""PED-ANOVA: how much each parameter decides whether a trial is among the best.

Watanabe, Bansal & Hutter, "PED-ANOVA: Efficiently Quantifying Hyperparameter Importance in
Arbitrary Subspaces", IJCAI 2023 (https://arxiv.org/abs/2304.10255); for parameters that only
some trials have, "Conditional PED-ANOVA: Hyperparameter Importance in Hierarchical & Dynamic
Search Spaces", KDD 2026 (https://arxiv.org/abs/2601.20800), theorem 4.2: with all trials as
the region and the best tenth as the target, the importance of a parameter is

    q^2 * sum over its regimes of  a^2 / b * D

where q is the target's share of the trials, a and b are the regime's shares of the target
and of all trials, and D is the Pearson divergence between the densities of the parameter
in the regime, among the target's trials and among all.

A parameter enters only through how many trials fell into each of at most 50 cells of its
range, or chose each choice. Counting them is the only work that grows with the number of
trials, so this needs no numpy, which a browser would have to load first.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from math import ceil, isfinite, log

from optuna_dashboard.analysis.density import ordered_density, unordered_density
from optuna_dashboard.analysis.regimes import Regime
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    FloatDistribution,
    IntDistribution,
)

TARGET_SHARE = 0.1
_MOST_CELLS = 50
_FEWEST_TRIALS = 2  # of a regime
_FLOOR = 1e-12  # of a density


@dataclass(frozen=True, slots=True)
class CellRegime:
    """A regime with the cell of each value, counted from 0; see ``cells_of``."""

    places: Sequence[int]
    cells: Sequence[int]
    n_cells: int
    ordered: bool


def cells_of(regime: Regime) -> CellRegime | None:
    """Put every value into its cell; None for a regime that can have no importance.

    These do not depend on what is to be explained, and so are shared by all objectives.
    """
    if len(regime.places) < _FEWEST_TRIALS or regime.is_single:
        return None
    one = regime.distribution
    if isinstance(one, CategoricalDistribution):
        return CellRegime(regime.places, [int(v) for v in regime.values], len(one.choices), False)
    n = _grid_size(one)
    low, high = (log(one.low), log(one.high)) if one.log else (one.low, one.high)
    step = (high - low) / (n - 1)
    if not step:  # too small a range for any number between its ends
        return None
    values = _within(regime.values, one)
    # A value in the middle between two cells belongs to the lower one.
    cells = [
        ceil((value - low) / step - 0.5) for value in (map(log, values) if one.log else values)
    ]
    return CellRegime(regime.places, cells, n, True)


def ped_anova(
    params: "Sequence[tuple[str, Sequence[CellRegime]]]", losses: Sequence[float]
) -> dict[str, float]:
    """The importance of each parameter for a low loss, not normalized.

    Args:
        params: names, and regimes among the trials.
        losses: one for every trial; trials without a finite one do not count.
    """
    finite = bytes(map(isfinite, losses))
    n_trials = finite.count(1)
    if n_trials <= 1:
        return {name: 0.0 for name, _ in params}
    ranked = sorted(compress(losses, finite))
    worst = ranked[ceil(TARGET_SHARE * n_trials) - 1]
    best = bytes(ok and loss <= worst for ok, loss in zip(finite, losses))
    share = best.count(1) / n_trials
    return {
        name: share**2 * sum(_contribution(regime, finite, best) for regime in regimes)
        for name, regimes in params
    }


def _contribution(regime: CellRegime, every: bytes, best: bytes) -> float:
    of_every = _counts(regime, every)
    of_best = _counts(regime, best)
    n_every, n_best = sum(of_every), sum(of_best)
    if n_every < _FEWEST_TRIALS or not n_best:
        return 0.0
    shares = (n_best / best.count(1)) ** 2 / (n_every / every.count(1))
    estimate = ordered_density if regime.ordered else unordered_density
    return shares * _divergence(estimate(of_best), estimate(of_every))


def _divergence(target: Iterable[float], region: Iterable[float]) -> float:
    pairs = ((t + _FLOOR, r + _FLOOR) for t, r in zip(target, region))
    return sum(r * (t / r - 1) ** 2 for t, r in pairs)


def _counts(regime: CellRegime, mask: bytes) -> list[int]:
    """How many of the trials in the mask are in each cell."""
    wanted = map(mask.__getitem__, regime.places)
    found = Counter(compress(regime.cells, wanted))
    return [found[cell] for cell in range(regime.n_cells)]


def _grid_size(distribution: FloatDistribution | IntDistribution) -> int:
    width = distribution.high - distribution.low
    if isinstance(distribution, IntDistribution) and distribution.log:
        return min(ceil(log(width + 1) / log(2)) + 1, _MOST_CELLS)
    if distribution.step is None:
        return _MOST_CELLS
    return min(round(width / distribution.step) + 1, _MOST_CELLS)


def _within(
    values: Sequence[float], distribution: FloatDistribution | IntDistribution
) -> Sequence[float]:
    """The values, at the end of the range if they were enqueued outside of it."""
    low, high = distribution.low, distribution.high
    if low <= min(values) and max(values) <= high:
        return values
    return [min(max(value, low), high) for value in values]

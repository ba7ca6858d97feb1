"""Importance by a random forest that learned the losses from the parameters.

The forest is scikit-learn's, with the settings of Optuna and a seed of our own: the same
trials always give the same numbers. Import this module only after ``packages.require``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import RandomForestRegressor  # type: ignore[import-untyped]

from optuna_dashboard.analysis.fanova import marginal_shares
from optuna_dashboard.analysis.regimes import Regime
from optuna_dashboard.study.distributions import CategoricalDistribution

SEED = 0
_TREES = 64
_DEPTH = 64
# Of two: the squares of losses are 64-bit numbers, features 32-bit ones.
_LARGEST_LOSS = 400
_LARGEST_FEATURE = 120

Floats: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Encoding:
    """Parameters as the features of a forest.

    A parameter is a feature, or one feature for each of its choices, of which one is 1 and
    the others are 0. ``spans`` holds the first feature of each parameter and the one after
    its last; ``bounds`` the range of each feature.
    """

    features: Floats  # trials x features
    spans: list[tuple[int, int]]
    bounds: Floats  # features x 2

    @classmethod
    def of(cls, params: Sequence[Regime]) -> "Encoding":
        """Encode parameters that have a value in every trial."""
        blocks = [_features(param) for param in params]
        ends = np.cumsum([block.shape[1] for block in blocks]).tolist()
        features, bounds = np.hstack(blocks), np.vstack([_bounds(param) for param in params])
        # A forest splits a feature in any unit alike.
        units = [_unit(range, _LARGEST_FEATURE) for range in bounds]
        return cls(
            features=np.ldexp(features, units),
            spans=list(zip([0, *ends], ends)),
            bounds=np.ldexp(bounds, np.reshape(units, (-1, 1))),
        )


def mean_decrease_impurity(params: Sequence[Regime], losses: Sequence[float]) -> list[float]:
    """How much splits on each parameter reduce the variance within the trees' nodes."""
    encoding = Encoding.of(params)
    gains: Floats = _fit(encoding, losses).feature_importances_
    return [float(gains[start:end].sum()) for start, end in encoding.spans]


def fanova(params: Sequence[Regime], losses: Sequence[float]) -> list[float]:
    """Which share of the variance of a tree each parameter explains alone, on average.

    Trees without any variance do not count; if none has, no parameter has importance.
    """
    importances = [0.0] * len(params)
    varied = [i for i, param in enumerate(params) if not param.is_single]
    if not varied:
        return importances
    encoding = Encoding.of([params[i] for i in varied])
    forest = _fit(encoding, losses)
    shares = [
        marginal_shares(tree.tree_, encoding.bounds, encoding.spans) for tree in forest.estimators_
    ]
    told = [share for share in shares if share is not None]
    if told:
        for i, share in zip(varied, np.mean(told, axis=0).tolist()):
            importances[i] = share
    return importances


def _fit(encoding: Encoding, losses: Sequence[float]) -> RandomForestRegressor:
    forest = RandomForestRegressor(
        n_estimators=_TREES,
        max_depth=_DEPTH,
        min_samples_split=2,
        min_samples_leaf=1,
        random_state=SEED,
    )
    numbers = np.asarray(losses)
    return forest.fit(encoding.features, np.ldexp(numbers, _unit(numbers, _LARGEST_LOSS)))


def _unit(numbers: Floats, largest: int) -> int:
    """The power of two to multiply numbers by, so that no digit changes: 0, unless one is
    beyond the power ``largest``."""
    _, exponent = np.frexp(np.abs(numbers).max())
    return -int(exponent) if exponent > largest else 0


def _features(param: Regime) -> Floats:
    values = np.asarray(param.values)
    if not isinstance(param.distribution, CategoricalDistribution):
        return values[:, np.newaxis]
    return np.eye(len(param.distribution.choices))[values.astype(np.intp)]


def _bounds(param: Regime) -> Floats:
    one = param.distribution
    if isinstance(one, CategoricalDistribution):
        return np.tile([0.0, 1.0], (len(one.choices), 1))
    return np.array([[float(one.low), float(one.high)]])

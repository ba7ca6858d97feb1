"""What share of the variance of a regression tree each parameter explains alone.

Hutter, Hoos & Leyton-Brown, "An Efficient Approach for Assessing Hyperparameter
Importance", ICML 2014. A tree is constant on boxes, one for each leaf. Over a space of
volume 1, the mean of the tree with some features held at x is

    sum over the leaves that x can be in of  value * volume in all other features

so that all marginals of a numeric parameter follow from one pass over the leaves sorted by
their lower and upper ends, in the place of a walk through the tree for each of its values.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

_BLOCK = 512
_DIGITS = 20


@dataclass(frozen=True, slots=True)
class _Leaves:
    """The boxes of the leaves, as shares of the ranges; leaves x features."""

    low: Floats
    high: Floats
    values: Floats


def marginal_shares(tree: Any, bounds: Floats, spans: Sequence[tuple[int, int]]) -> Floats | None:
    """The share of each parameter, or None if the tree has no variance at all.

    Args:
        tree: ``tree_`` of a tree of scikit-learn's.
        bounds: lower and upper end of every feature.
        spans: the features of each parameter, as start and end. More than one are choices:
            0 or 1 each.
    """
    leaves = _leaves(tree, bounds)
    sizes = leaves.high - leaves.low
    volumes = sizes.prod(axis=1)
    # Around the mean, so that a large one does not swallow the differences.
    deviations = leaves.values - np.average(leaves.values, weights=volumes)
    variance = np.average(deviations**2, weights=volumes)
    if not variance > 0:
        return None
    before, after = _products(sizes)
    shares = np.zeros(len(spans))
    for i, (start, end) in enumerate(spans):
        weighted = deviations * before[:, start] * after[:, end]
        low, high = leaves.low[:, start:end], leaves.high[:, start:end]
        if end - start == 1:
            shares[i] = _numeric_variance(low[:, 0], high[:, 0], weighted) / variance
        else:
            shares[i] = _choice_variance(low > 0, high < 1, weighted) / variance
    return shares


def _leaves(tree: Any, bounds: Floats) -> _Leaves:
    features, left, right = tree.feature, tree.children_left, tree.children_right
    low = np.zeros((tree.node_count, len(bounds)))
    high = np.ones_like(low)
    splits = np.flatnonzero(left >= 0)
    starts, ends = bounds[features[splits]].T
    cuts = np.zeros(tree.node_count)
    # Trials may lie outside the range when they were enqueued.
    cuts[splits] = np.clip((tree.threshold[splits] - starts) / (ends - starts), 0, 1)
    nodes = np.zeros(1, np.intp)
    while len(nodes := nodes[left[nodes] >= 0]):
        for children, end, narrower in ((left, high, np.minimum), (right, low, np.maximum)):
            inside = children[nodes]
            low[inside], high[inside] = low[nodes], high[nodes]
            cut = inside, features[nodes]
            end[cut] = narrower(end[cut], cuts[nodes])
        nodes = np.concatenate([left[nodes], right[nodes]])
    ends_here = left < 0
    low, high = low[ends_here], high[ends_here]
    return _Leaves(low, np.maximum(low, high), tree.value[ends_here].reshape(-1))


def _products(sizes: Floats) -> tuple[Floats, Floats]:
    """The product of the sizes before, and from, each feature."""
    one = np.ones((len(sizes), 1))
    before = np.hstack([one, np.cumprod(sizes, axis=1)])
    after = np.hstack([np.cumprod(sizes[:, ::-1], axis=1)[:, ::-1], one])
    return before, after


def _numeric_variance(low: Floats, high: Floats, weighted: Floats) -> float:
    """The variance of the marginal of one feature.

    Between two neighbouring cuts the marginal is constant: it is the sum over the leaves
    that begin at or before the first and end after it.
    """
    cuts, places = np.unique(np.concatenate([low, high]), return_inverse=True)
    steps = np.bincount(places, np.concatenate([weighted, -weighted]), len(cuts))
    marginal, sizes = np.cumsum(steps, dtype=np.float64)[:-1], np.diff(cuts)
    mean = np.average(marginal, weights=sizes)
    return float(np.average((marginal - mean) ** 2, weights=sizes))


def _choice_variance(
    chosen: NDArray[np.bool_], ruled: NDArray[np.bool_], weighted: Floats
) -> float:
    """The variance of the marginal of the features of one parameter's choices.

    As if each were 0 or 1 independently of the others, so over 2^n corners of a cube.
    ``chosen`` and ``ruled`` are those that a leaf holds at 1 and at 0. The mean square is a
    sum over pairs of leaves: the share of the corners that are in both.
    """
    firsts, places = _distinct(chosen + 2 * ruled)
    sums = np.bincount(places, weighted)
    ones, zeros = chosen[firsts].astype(np.float64), ruled[firsts].astype(np.float64)
    fixed = ones.sum(axis=1) + zeros.sum(axis=1)
    mean_square = 0.0
    for at in range(0, len(firsts), _BLOCK):
        block = slice(at, at + _BLOCK)
        conflicts = ones[block] @ zeros.T + zeros[block] @ ones.T
        common = ones[block] @ ones.T + zeros[block] @ zeros.T
        joint = fixed[block, np.newaxis] + fixed - common
        both = np.where(conflicts > 0, 0.0, 0.5**joint)
        mean_square += float(sums[block] @ both @ sums)
    mean = float(sums @ 0.5**fixed)
    return max(mean_square - mean**2, 0.0)


def _distinct(rows: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where each distinct row occurs first, and for each row which of these it is.

    Rows are of 0, 1 and 2. Sorting them as numbers is ten times quicker than as rows.
    """
    keys = np.zeros(len(rows), np.int64)
    for start in range(0, rows.shape[1], _DIGITS):
        digits = rows[:, start : start + _DIGITS]
        numbers = digits @ 3 ** np.arange(digits.shape[1], dtype=np.int64)
        keys = np.unique(keys * 3**_DIGITS + numbers, return_inverse=True)[1]
    _, firsts, places = np.unique(keys, return_index=True, return_inverse=True)
    return firsts, places

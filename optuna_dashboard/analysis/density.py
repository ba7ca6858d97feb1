"""Densities of a parameter over the cells of a grid, estimated from how many trials fell
into each.

The estimator of PED-ANOVA (Watanabe, Bansal & Hutter, "PED-ANOVA: Efficiently Quantifying
Hyperparameter Importance in Arbitrary Subspaces", IJCAI 2023, section 4.2) with the constants
of Optuna: a kernel on every cell with a trial, weighted by how many, and a prior over all
cells that weighs as much as one trial.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import erfc, pow, sqrt

# 90 % of the narrowest kernel are inside one cell.
_LEAST_WIDTH = 0.5 / 1.64


def ordered_density(counts: Sequence[int]) -> list[float]:
    """The density over cells that have an order: normal kernels, cut off at both ends.

    The width is Scott's rule (Scott, "Multivariate Density Estimation", 1992), with the
    interquartile range in the place of a larger standard deviation.
    """
    n, total = len(counts), sum(counts)
    width = max(_scott_width(counts), _LEAST_WIDTH)
    near = [_mass(distance, width) for distance in range(n)]
    density = [_mass(abs(cell - (n - 1) / 2), n) for cell in range(n)]
    inside = 1 - 2 * _tail(n / 2, n)
    density = [mass / inside for mass in density]
    for kernel, count in enumerate(counts):
        if count:
            inside = 1 - _tail(kernel + 0.5, width) - _tail(n - kernel - 0.5, width)
            weight = count / inside
            for cell in range(n):
                density[cell] += weight * near[abs(cell - kernel)]
    return [value / (total + 1) for value in density]


def unordered_density(counts: Sequence[int]) -> list[float]:
    """The density over choices: each kernel leaves a little to every choice."""
    n, total = len(counts), sum(counts)
    little = 1 / (sum(map(bool, counts)) + 1)
    return [
        ((count + total * little) / (1 + n * little) + 1 / n) / (total + 1) for count in counts
    ]


def _scott_width(counts: Sequence[int]) -> float:
    cells = [cell for cell, count in enumerate(counts) if count]
    weights = [counts[cell] for cell in cells]
    total = sum(weights)
    mean = sum(cell * weight for cell, weight in zip(cells, weights)) / total
    squares = sum((cell - mean) ** 2 * weight for cell, weight in zip(cells, weights))
    deviation = sqrt(squares / max(1, total - 1))
    up_to = list(accumulate(weights))
    first = bisect_left(up_to, total // 4)
    third = min(bisect_right(up_to, total * 3 // 4), len(cells) - 1)
    quartiles = (cells[third] - cells[first]) / 1.34
    return 1.059 * min(quartiles, deviation) / pow(total, 0.2)


def _mass(distance: float, width: float) -> float:
    """How much of a normal kernel is in a cell whose middle is so far from the kernel's."""
    if distance < 0.5:
        return 1 - _tail(0.5 - distance, width) - _tail(0.5 + distance, width)
    return _tail(distance - 0.5, width) - _tail(distance + 0.5, width)


def _tail(distance: float, width: float) -> float:
    """How much of a normal kernel is farther than this on one side."""
    return 0.5 * erfc(distance / (width * sqrt(2)))

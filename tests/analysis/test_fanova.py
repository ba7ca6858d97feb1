"""The parts of fANOVA that only show with more choices than Optuna can sum over."""

import numpy as np
import pytest
from sklearn.tree import DecisionTreeRegressor  # type: ignore[import-untyped]

from optuna_dashboard.analysis.fanova import marginal_shares


@pytest.mark.parametrize("n_choices", [3, 25, 45])
def test_choices_whose_features_are_told_apart_exactly(n_choices: int) -> None:
    """If the loss depends on whether the choice is the first alone, the tree has two leaves."""
    rng = np.random.default_rng(n_choices)
    features = np.eye(n_choices)[rng.integers(0, n_choices, 300)]
    tree = DecisionTreeRegressor(random_state=0).fit(features, features[:, 0])
    bounds = np.tile([0.0, 1.0], (n_choices, 1))
    shares = marginal_shares(tree.tree_, bounds, [(0, n_choices)])
    assert shares == pytest.approx([1.0])


@pytest.mark.parametrize("n_choices", [2, 7, 30])
def test_one_parameter_explains_all(n_choices: int) -> None:
    """With two parameters of which one matters, in any tree, however many leaves it has."""
    rng = np.random.default_rng(n_choices)
    choices = rng.integers(0, n_choices, 400)
    features = np.hstack([np.eye(n_choices)[choices], rng.random((400, 1))])
    tree = DecisionTreeRegressor(random_state=0).fit(features, rng.random(n_choices)[choices])
    bounds = np.tile([0.0, 1.0], (n_choices + 1, 1))
    shares = marginal_shares(tree.tree_, bounds, [(0, n_choices), (n_choices, n_choices + 1)])
    assert shares == pytest.approx([1.0, 0.0], abs=1e-9)


def test_a_tree_without_variance() -> None:
    features = np.array([[0.1], [0.7]])
    tree = DecisionTreeRegressor().fit(features, [2.0, 2.0])
    assert marginal_shares(tree.tree_, np.array([[0.0, 1.0]]), [(0, 1)]) is None

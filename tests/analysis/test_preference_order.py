"""The order of compared trials, held against the definition, tried on every path."""

import random
from itertools import product

import pytest

from optuna_dashboard.analysis.preference_order import PreferenceOrder, implied_in, order_of
from optuna_dashboard.study.attrs.preferences import Pair


def by_definition(pairs: set[Pair]) -> tuple[PreferenceOrder, set[Pair]]:
    """From the pairs of which one leads to the other, in any number of steps."""
    numbers = sorted({number for pair in pairs for number in pair})
    leads = {*pairs}
    for middle, first, last in product(numbers, repeat=3):
        if {(first, middle), (middle, last)} <= leads:
            leads.add((first, last))
    together = {
        number: tuple(o for o in numbers if o == number or {(number, o), (o, number)} <= leads)
        for number in numbers
    }
    above = {
        number: {o for o in numbers if (o, number) in leads and o not in together[number]}
        for number in numbers
    }

    def level(number: int) -> int:
        return max((level(better) + 1 for better in above[number]), default=0)

    order = PreferenceOrder(
        levels={number: level(number) for number in numbers},
        circles=[list(circle) for circle in sorted({*together.values()}) if len(circle) > 1],
    )
    implied = {
        (better, worse)
        for better, worse in pairs
        if worse not in together[better]
        and any(better in above[o] and o in above[worse] for o in numbers)
    }
    return order, implied


@pytest.mark.parametrize("seed", range(60))
def test_as_defined(seed: int) -> None:
    rng = random.Random(seed)
    n = rng.randint(2, 9)
    drawn = [(rng.randrange(n), rng.randrange(n)) for _ in range(rng.randint(1, 2 * n))]
    pairs = {pair for pair in drawn if pair[0] != pair[1]}
    found, (expected, implied) = order_of(pairs), by_definition(pairs)
    assert found.levels == expected.levels
    assert sorted(found.circles) == expected.circles
    assert implied_in(pairs) == implied


def test_some_answers() -> None:
    pairs = [(3, 1), (1, 2), (3, 2), (7, 8), (8, 9), (9, 7), (9, 2)]
    assert order_of(pairs) == PreferenceOrder(
        levels={1: 1, 2: 2, 3: 0, 7: 0, 8: 0, 9: 0}, circles=[[7, 8, 9]]
    )
    assert implied_in(pairs) == {(3, 2)}
    assert order_of([]) == PreferenceOrder({}, [])
    assert implied_in([]) == set()


def test_a_long_chain() -> None:
    n = 5_000
    pairs = [*((i, i + 1) for i in range(n)), (0, n)]
    order = order_of(pairs)
    assert order.levels == {i: i for i in range(n + 1)}
    assert order.circles == []
    assert implied_in(pairs) == {(0, n)}

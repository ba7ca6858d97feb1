"""How often a token may be tried."""

from optuna_dashboard.access.guesses import MOST_GUESSES, WINDOW, Guesses


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_as_many_in_a_window() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    for n in range(MOST_GUESSES):
        clock.now = float(n)
        assert guesses.wait_after("a") == 0
    assert guesses.wait_after("a") == WINDOW - clock.now
    assert guesses.wait_after("b") == 0
    clock.now = WINDOW
    assert guesses.wait_after("a") == 0
    assert guesses.wait_after("a") == 1


def test_many_addresses_take_no_memory() -> None:
    guesses = Guesses(Clock())
    for _ in range(MOST_GUESSES):
        guesses.wait_after("last")
    for n in range(5000):
        guesses.wait_after(str(n))
    assert len(guesses._times) <= 4096
    assert guesses.wait_after("last") == 0

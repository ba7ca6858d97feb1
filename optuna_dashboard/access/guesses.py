"""Tells who tries one token after the other to wait."""

from collections import deque
from collections.abc import Callable
from time import monotonic

MOST_GUESSES = 10
WINDOW = 60.0  # seconds
_MOST_ADDRESSES = 4096


class Guesses:
    """Counts the wrong tokens that came from each address lately.

    Behind a proxy all clients have its address. So whoever has the token is not to be kept
    waiting by others: only wrong ones are counted, and answered, here. A program with an old
    token is told when to come again. That a token is not guessed is up to its length.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._times: dict[str, deque[float]] = {}

    def wait_after(self, address: str) -> float:
        """Seconds for which an address that sent a wrong token is to send no other; 0 while
        there are few."""
        times = self._recent(address)
        if len(times) >= MOST_GUESSES:
            return WINDOW - (self._clock() - times[0])
        times.append(self._clock())
        self._times.pop(address, None)
        while len(self._times) >= _MOST_ADDRESSES:
            self._times.pop(next(iter(self._times)), None)
        self._times[address] = times
        return 0.0

    def _recent(self, address: str) -> deque[float]:
        start = self._clock() - WINDOW
        times = self._times.get(address, ())
        return deque((time for time in times if time > start), MOST_GUESSES)

"""Slows down who tries one token after the other."""

from collections import deque
from collections.abc import Callable
from time import monotonic

MOST_GUESSES = 10
WINDOW = 60.0  # seconds
_MOST_ADDRESSES = 4096


class Guesses:
    """Counts the wrong tokens that came from each address lately.

    Each process counts for itself: that makes it some more, not many.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._times: dict[str, deque[float]] = {}

    def wait(self, address: str) -> float:
        """Seconds until an address may try again, 0 if it may now."""
        times = self._recent(address)
        return WINDOW - (self._clock() - times[0]) if len(times) >= MOST_GUESSES else 0.0

    def add(self, address: str) -> None:
        """Count a wrong token."""
        times = self._recent(address)
        times.append(self._clock())
        self._times.pop(address, None)
        while len(self._times) >= _MOST_ADDRESSES:
            self._times.pop(next(iter(self._times)), None)
        self._times[address] = times

    def _recent(self, address: str) -> deque[float]:
        start = self._clock() - WINDOW
        times = self._times.get(address, ())
        return deque((time for time in times if time > start), MOST_GUESSES)

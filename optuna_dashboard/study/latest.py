"""What was worked out lately, in case it is asked for again."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Latest(Generic[T]):
    """The results that were used last, at most ``most`` of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[object, T] = {}

    def get(self, key: object, make: Callable[[], T]) -> T:
        """The result kept for ``key``, or a new one; none is kept if ``make`` raises."""
        result = self._kept.pop(key) if key in self._kept else make()
        self._kept[key] = result
        if len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]
        return result

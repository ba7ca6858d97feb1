"""What is wrong with a filter, and where."""

from typing import NamedTuple


class Place(NamedTuple):
    """Part of a filter's text, ``end`` exclusive, in UTF-16 code units, as browsers count."""

    start: int
    end: int

    def to(self, other: "Place") -> "Place":
        """From the start of this one to the end of the other."""
        return Place(self.start, other.end)


class FilterError(ValueError):
    """A filter cannot be read, or says what makes no sense for the study.

    Attributes:
        reason: a sentence for the person who wrote it.
        place: the part of the text that is meant.
    """

    def __init__(self, reason: str, place: Place) -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place

"""Which studies can be shown together."""

from collections import Counter
from collections.abc import Sequence

from optuna_dashboard.figures.subjects import Subject
from optuna_dashboard.figures.text import listed

_RULE = "Only studies with the same directions in the same order can be compared."


class NotComparableError(ValueError):
    """Studies that cannot be shown together; the text is a sentence for the user.

    Attributes:
        ids: of the studies that do not fit to the others, as the outside knows them.
    """

    def __init__(self, reason: str, ids: Sequence[int]) -> None:
        super().__init__(reason)
        self.ids = tuple(ids)


def check_comparable(subjects: Sequence[Subject]) -> None:
    """Make sure that all have the same directions in the same order, and values at all.

    The directions that most of them have are the ones to fit to; of equally many, those that
    come first.

    Raises:
        NotComparableError: if some do not fit.
    """
    with_values = [one for one in subjects if not one.study.header.is_preferential]
    kinds = Counter(map(_kind, with_values))
    wanted = max(kinds, key=kinds.__getitem__, default="")
    fitting = [one for one in with_values if _kind(one) == wanted]
    odd = [one for one in subjects if one not in fitting]
    if odd:
        raise NotComparableError(_reason(odd, fitting), [one.id for one in odd])


def _reason(odd: Sequence[Subject], fitting: Sequence[Subject]) -> str:
    names = listed([f"“{_name(one)}” ({_kind(one)})" for one in odd])
    if not fitting:
        return f"{names} cannot be compared: trials of preferential studies have no values."
    others = f"“{_name(fitting[0])}”" if len(fitting) == 1 else "the others"
    return f"{names} cannot be compared with {others} ({_kind(fitting[0])}). {_RULE}"


def _kind(subject: Subject) -> str:
    """What must be the same: the directions, in words."""
    if subject.study.header.is_preferential:
        return "preferential"
    return ", ".join(direction.label.replace("_", " ") for direction in subject.study.directions)


def _name(subject: Subject) -> str:
    return subject.label or subject.study.name

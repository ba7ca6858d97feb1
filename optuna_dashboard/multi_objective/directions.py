"""Directions as a program names them."""

from collections.abc import Iterable, Sequence

from optuna.study import StudyDirection

_KNOWN = {
    "minimize": StudyDirection.MINIMIZE,
    "maximize": StudyDirection.MAXIMIZE,
    StudyDirection.MINIMIZE: StudyDirection.MINIMIZE,
    StudyDirection.MAXIMIZE: StudyDirection.MAXIMIZE,
}


def as_directions(directions: Sequence[str | StudyDirection]) -> list[StudyDirection]:
    """One direction for each objective.

    Raises:
        TypeError: if ``directions`` is not a list.
        ValueError: if it is empty, or names something else.
    """
    if isinstance(directions, str) or not isinstance(directions, Iterable):
        raise TypeError("The directions have to be a list, one for each objective.")
    known = [_KNOWN[direction] for direction in directions if direction in _KNOWN]
    if not directions:
        raise ValueError("There has to be at least one objective.")
    if len(known) != len(directions):
        raise ValueError(f"Every direction is 'minimize' or 'maximize', unlike {directions}.")
    return known

"""Directions as a program names them."""

from collections.abc import Iterable

from optuna.study import StudyDirection

_KNOWN = {
    "minimize": StudyDirection.MINIMIZE,
    "maximize": StudyDirection.MAXIMIZE,
    StudyDirection.MINIMIZE: StudyDirection.MINIMIZE,
    StudyDirection.MAXIMIZE: StudyDirection.MAXIMIZE,
}


def as_directions(directions: Iterable[str | StudyDirection]) -> list[StudyDirection]:
    """One direction for each objective.

    Raises:
        TypeError: if ``directions`` is not a list.
        ValueError: if it is empty, or names something else.
    """
    if isinstance(directions, str) or not isinstance(directions, Iterable):
        raise TypeError("The directions have to be a list, one for each objective.")
    named = list(directions)
    known = [_KNOWN[direction] for direction in named if direction in _KNOWN]
    if not named:
        raise ValueError("There has to be at least one objective.")
    if len(known) != len(named):
        raise ValueError(f"Every direction is 'minimize' or 'maximize', unlike {named}.")
    return known

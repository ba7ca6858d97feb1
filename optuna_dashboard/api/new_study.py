"""What makes a new study: its name and its directions."""

from collections.abc import Mapping
from typing import Any

from optuna_dashboard.study.directions import Direction

# As many characters as Optuna's databases have room for.
_LONGEST_NAME = 512
# Every answer about a study tells all of them.
_MOST_DIRECTIONS = 100


def study_name(body: Mapping[str, Any]) -> str | None:
    """The name that a study is to have, None if that cannot be one."""
    name = body.get("study_name")
    # No database takes a NUL for a character.
    if not isinstance(name, str) or "\0" in name:
        return None
    return name if 0 < len(name) <= _LONGEST_NAME else None


def directions(body: Mapping[str, Any]) -> list[Direction]:
    """The directions that a study is to have, empty if they cannot be any."""
    names = body.get("directions")
    if not isinstance(names, list) or len(names) > _MOST_DIRECTIONS:
        return []
    if not all(isinstance(name, str) for name in names):
        return []
    found = [Direction.parse(name) for name in names]
    return [] if Direction.NOT_SET in found else found

"""Directions of optimization, numbered as Optuna numbers them."""

from enum import IntEnum


class Direction(IntEnum):
    """Direction of one objective. ``NOT_SET`` occurs in files of Optuna before 3.1."""

    NOT_SET = 0
    MINIMIZE = 1
    MAXIMIZE = 2

    @classmethod
    def parse(cls, name: str) -> "Direction":
        """The direction called ``name`` in any case, ``NOT_SET`` if there is none."""
        return cls.__members__.get(name.upper(), cls.NOT_SET)

    @property
    def label(self) -> str:
        """The name that the JSON API uses: ``minimize``, ``maximize``, ``not_set``."""
        return self.name.lower()

    @property
    def sign(self) -> float:
        """Factor that turns a value of this objective into one to be minimized."""
        return -1.0 if self is Direction.MAXIMIZE else 1.0

"""Trial states, numbered as Optuna numbers them."""

from enum import IntEnum


class TrialState(IntEnum):
    """State of a trial. The first five are Optuna's own codes.

    ``UNKNOWN`` stands for a state name that a future Optuna may write; such a
    trial is listed but takes no part in any analysis.
    """

    RUNNING = 0
    COMPLETE = 1
    PRUNED = 2
    FAIL = 3
    WAITING = 4
    UNKNOWN = 5

    @classmethod
    def parse(cls, name: str) -> "TrialState":
        """The state called ``name`` in any case, ``UNKNOWN`` if there is none."""
        return cls.__members__.get(name.upper(), cls.UNKNOWN)

    @property
    def label(self) -> str:
        """The name that the JSON API uses: ``Running``, ``Complete``, ..."""
        return self.name.capitalize()

    @property
    def is_finished(self) -> bool:
        """Whether Optuna never changes such a trial again."""
        return self in (TrialState.COMPLETE, TrialState.PRUNED, TrialState.FAIL)

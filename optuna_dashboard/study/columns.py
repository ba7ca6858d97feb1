"""The columns of a trial table, as arrays with one entry per trial.

Row ``i`` of every column is trial ``index.numbers[i]``; rows are sorted by number.
"""

from array import array
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from math import nan

from optuna_dashboard.study.distributions import Distribution, to_external
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState

ABSENT = -1


@dataclass(slots=True)
class TrialIndex:
    """Who the trials are: ids (unique in a storage), numbers and states (``TrialState``)."""

    ids: "array[int]"  # "q"
    numbers: "array[int]"  # "q", ascending
    states: bytearray  # TrialState codes

    def __len__(self) -> int:
        return len(self.ids)

    def rows_in(self, *states: TrialState) -> list[int]:
        """Rows whose state is one of ``states``, in order of number."""
        wanted = bytes(states)
        return [row for row, state in enumerate(self.states) if state in wanted]


@dataclass(slots=True)
class TimeColumns:
    """Start and completion, as seconds since 1970-01-01 of the *written* clock; NaN if none.

    Whether that clock is UTC or the writer's unknown local time is a property of the
    study (``Study.clock``), because Optuna stores naive datetimes.
    """

    start: "array[float]"  # "d"
    complete: "array[float]"  # "d"


@dataclass(slots=True)
class ParamColumn:
    """One parameter over all trials.

    ``internal`` holds Optuna's internal number (the choice index if categorical), NaN
    where the trial has no such parameter. ``kinds`` holds an index into
    ``distributions`` (a range may differ from trial to trial), ``ABSENT`` where none.
    """

    name: str
    internal: "array[float]"  # "d"
    kinds: "array[int]"  # "i"
    distributions: list[Distribution]

    def external(self, row: int) -> JSON:
        """The value that the user's objective saw; None where there is none."""
        kind = self.kinds[row]
        if kind == ABSENT:
            return None
        return to_external(self.distributions[kind], self.internal[row])


@dataclass(slots=True)
class IntermediateColumns:
    """Reported values in long form, sorted by row, then step.

    Entries ``offsets[row]`` to ``offsets[row + 1]`` belong to that row. A value may be
    NaN or infinite.
    """

    offsets: "array[int]"  # "q", one more entry than there are trials
    steps: "array[int]"  # "q"
    values: "array[float]"  # "d"

    def ends(self) -> "ReportEnds":
        values, runs = self.values, list(pairwise(self.offsets))
        return ReportEnds(
            array("q", (end - start for start, end in runs)),
            array("d", (values[end - 1] if end > start else nan for start, end in runs)),
        )


@dataclass(slots=True)
class ReportEnds:
    """How many values every trial reported, and the one of its last step.

    In a file in which something else stands in the place of a value, that may be counted too.
    """

    counts: "array[int]"  # "q"
    last: "array[float]"  # "d", NaN also where nothing was reported

    @classmethod
    def of_none(cls, n_trials: int) -> "ReportEnds":
        """Of trials that reported nothing."""
        return cls(array("q", [0]) * n_trials, array("d", [nan]) * n_trials)


@dataclass(slots=True)
class ConstraintColumns:
    """Feasibility of every trial, from all three forms in which Optuna stored constraints.

    A trial without constraints is feasible; a value above zero, or NaN, is a violation.
    """

    present: bool  # whether any trial has constraints
    feasible: bytearray  # 1 or 0
    # Name -> one value per trial ("d"), NaN where absent. The nameless list forms of
    # Optuna before 5.0 are named by position: "0", "1", ...
    values: "dict[str, array[float]]" = field(default_factory=dict)


@dataclass(slots=True)
class TrialAttrs:
    """Attributes of all trials, row -> key -> value; a row without any is left out."""

    user: dict[int, dict[str, JSON]] = field(default_factory=dict)
    system: dict[int, dict[str, JSON]] = field(default_factory=dict)


@dataclass(slots=True)
class Trial:
    """One trial in full, the form in which pages and API clients see it."""

    id: int
    number: int
    state: TrialState
    values: list[float] | None
    start: datetime | None
    complete: datetime | None
    params: dict[str, tuple[float, Distribution]]  # internal value and distribution
    user_attrs: dict[str, JSON]
    system_attrs: dict[str, JSON]
    intermediate_values: dict[int, float | None]
    # Only of a study that reports one vector a step; see ``StudyHeader.reports_vectors``.
    intermediate_vectors: dict[int, tuple[float | None, ...]]
    constraints: dict[str, float]

    @property
    def feasible(self) -> bool:
        return all(value <= 0 for value in self.constraints.values())

    @property
    def duration(self) -> timedelta | None:
        """Time from start to completion; None while either is missing."""
        return self.complete - self.start if self.start and self.complete else None

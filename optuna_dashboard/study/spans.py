"""When a study ran and for how long, from its columns of times."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from math import isnan
from statistics import median

from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

FINISHED = tuple(state for state in TrialState if state.is_finished)


@dataclass(frozen=True, slots=True)
class Durations:
    """Seconds, over the finished trials that have both times."""

    total: float
    median: float


def durations_of(study: Study) -> Durations | None:
    """None if no finished trial has both times."""
    times = study.times
    durations = [
        seconds
        for row in study.index.rows_in(*FINISHED)
        if not isnan(seconds := times.complete[row] - times.start[row])
    ]
    return Durations(sum(durations), median(durations)) if durations else None


def trials_per_hour(study: Study, first: float | None, last: float | None) -> float | None:
    """Finished trials from the ``first`` start to the ``last`` completion."""
    if first is None or last is None or last <= first:
        return None
    return sum(study.state_counts.get(state, 0) for state in FINISHED) / (last - first) * 3600


def first_start(study: Study) -> float | None:
    return min(_known(study.times.start), default=None)


def last_complete(study: Study) -> float | None:
    return max(_known(study.times.complete), default=None)


def last_activity(study: Study) -> float | None:
    """The latest start or completion."""
    times = study.times
    return max(_known(chain(times.start, times.complete)), default=None)


def _known(times: Iterable[float]) -> Iterable[float]:
    return (time for time in times if not isnan(time))

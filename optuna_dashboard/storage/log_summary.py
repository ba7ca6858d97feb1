"""The summary of a study whose trials have been gathered in a log."""

from math import isnan

from optuna_dashboard.storage.base import StudySummary
from optuna_dashboard.storage.journal_log import StudyLog
from optuna_dashboard.study.study import Study


def summary_of(study: Study, log: StudyLog) -> StudySummary:
    """What a list of studies shows of this one."""
    is_single = len(study.directions) == 1
    value, number = (is_single and study.best) or (None, None)
    return StudySummary(
        header=study.header,
        state_counts=study.state_counts,
        best_value=value,
        best_number=number,
        pareto_size=None if is_single else len(study.best_rows),
        last_activity=_last_activity(log),
    )


def _last_activity(log: StudyLog) -> float | None:
    times = (time for column in (log.starts, log.completes) for time in column)
    return max((time for time in times if not isnan(time)), default=None)

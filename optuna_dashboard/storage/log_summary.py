"""The summary of a study whose trials have been gathered in a log."""

from math import isnan

from optuna_dashboard.storage.base import StudySummary, summary_of
from optuna_dashboard.storage.journal_log import StudyLog
from optuna_dashboard.study.study import Study


def log_summary(study: Study, log: StudyLog) -> StudySummary:
    """What a list of studies shows of this one."""
    return summary_of(study, _last_activity(log))


def _last_activity(log: StudyLog) -> float | None:
    times = (time for column in (log.starts, log.completes) for time in column)
    return max((time for time in times if not isnan(time)), default=None)

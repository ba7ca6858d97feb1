"""What is known of a study before its trials are read: the lines of the study list."""

from optuna_dashboard.api.catalog import Source
from optuna_dashboard.api.encode import optional_value, seconds_to_time
from optuna_dashboard.api.rows import STATE_NAMES
from optuna_dashboard.api.schema import DirectionName, DurationSummary, StudyFacts
from optuna_dashboard.storage.base import StudySummary, summary_of
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.spans import durations_of, last_activity
from optuna_dashboard.study.study import Study

DIRECTION_NAMES: dict[Direction, DirectionName] = {
    Direction.NOT_SET: "not_set",
    Direction.MINIMIZE: "minimize",
    Direction.MAXIMIZE: "maximize",
}


def facts_of(source: Source, study: Study) -> StudyFacts:
    return study_facts(source, summary_of(study, last_activity(study)))


def study_facts(source: Source, summary: StudySummary) -> StudyFacts:
    header, last = summary.header, summary.last_activity
    return {
        "study_id": source.public_id(header.id),
        "study_name": header.name,
        "directions": [DIRECTION_NAMES[direction] for direction in header.directions],
        "is_preferential": header.is_preferential,
        "source": source.index,
        "source_label": source.storage.label,
        "objective_names": header.metric_names,
        "n_trials": sum(summary.state_counts.values()),
        "state_counts": {
            STATE_NAMES[state]: count for state, count in summary.state_counts.items() if count
        },
        "best_value": optional_value(summary.best_value),
        "best_number": summary.best_number,
        "pareto_size": summary.pareto_size,
        "n_preferred": summary.n_preferred,
        "last_activity": None if last is None else seconds_to_time(last, header.clock),
        "clock": header.clock,
        "is_legacy_multi_objective": header.is_legacy_multi_objective,
        "helper_of": header.helper_of,
    }


def duration_summary(study: Study) -> DurationSummary | None:
    durations = durations_of(study)
    return {"total": durations.total, "median": durations.median} if durations else None

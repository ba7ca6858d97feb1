"""What trials reported while they ran, also where that is one number for each objective."""

from array import array
from math import nan

from optuna_dashboard.study.columns import IntermediateColumns
from optuna_dashboard.study.study import Study

_SAMPLE = 20


def has_reports(study: Study) -> bool:
    """Whether trials reported something; where that is vectors, whether the first ones did."""
    if not study.header.reports_vectors:
        return study.has_intermediate_values
    return any(trial.intermediate_vectors for trial in study.first_trials(_SAMPLE))


def reports_of(study: Study, objective: int) -> IntermediateColumns:
    """The reported values of a study, of one objective where a vector is reported.

    Vectors, which few studies have, are read trial by trial, as no column holds them.
    """
    if not study.header.reports_vectors:
        return study.intermediate_values
    columns = IntermediateColumns(array("q", [0]), array("q"), array("d"))
    for trial in study.trials(range(len(study.index))):
        for step, vector in sorted(trial.intermediate_vectors.items()):
            value = vector[objective]
            columns.steps.append(step)
            columns.values.append(nan if value is None else value)
        columns.offsets.append(len(columns.steps))
    return columns

"""What trials reported while they ran, also where that is one number for each objective."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import nan

from optuna_dashboard.study.columns import IntermediateColumns, ReportEnds
from optuna_dashboard.study.study import Study

_SAMPLE = 20


def has_reports(study: Study) -> bool:
    """Whether trials reported something; where that is vectors, whether the first ones did."""
    if not study.header.reports_vectors:
        return study.has_intermediate_values
    return any(trial.intermediate_vectors for trial in study.first_trials(_SAMPLE))


@dataclass(frozen=True, slots=True)
class Reports:
    """What trials reported: how much and what at last, and all of it where it is asked for.

    ``of`` reads the given rows; other rows may be empty in what it gives.
    """

    ends: ReportEnds
    of: Callable[[Sequence[int]], IntermediateColumns]


def reports_of(study: Study, objective: int) -> Reports:
    """What trials of a study reported, of one objective where that is a vector."""
    if not study.header.reports_vectors:
        return Reports(study.report_ends, study.reports_of)
    columns = _component(study, objective)
    return Reports(columns.ends(), lambda rows: columns)


def _component(study: Study, objective: int) -> IntermediateColumns:
    """Vectors, which few studies have, are read trial by trial, as no column holds them."""
    columns = IntermediateColumns(array("q", [0]), array("q"), array("d"))
    for trial in study.trials(range(len(study.index))):
        for step, vector in sorted(trial.intermediate_vectors.items()):
            value = vector[objective]
            columns.steps.append(step)
            columns.values.append(nan if value is None else value)
        columns.offsets.append(len(columns.steps))
    return columns

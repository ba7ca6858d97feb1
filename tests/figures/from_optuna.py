"""Optuna's own objects as a ``Study`` of ours, by Optuna's public interface alone.

So figures can be held against ``optuna.visualization`` without a reader of files between.
"""

import optuna

from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import parse_distribution
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Clock, Study, StudyHeader
from tests.figures.column_reader import ColumnReader, Row


def from_optuna(study: optuna.Study, clock: Clock = "utc") -> Study:
    """The same study, for figures."""
    names: list[JSON] = [*(study.metric_names or [])]
    header = StudyHeader(
        id=study._study_id,
        name=study.study_name,
        directions=tuple(Direction(direction.value) for direction in study.directions),
        user_attrs=study.user_attrs,
        system_attrs={"study:metric_names": names} if names else {},
        clock=clock,
    )
    rows = map(_row, study.get_trials())
    return Study(header, ColumnReader(len(study.directions), rows))


def _row(trial: optuna.trial.FrozenTrial) -> Row:
    distributions = {
        name: parse_distribution(optuna.distributions.distribution_to_json(distribution))
        for name, distribution in trial.distributions.items()
    }
    return Row(
        values=trial.values,
        state=TrialState(trial.state.value),
        feasible=all(value <= 0 for value in trial.constraints.values()),
        start=trial.datetime_start,
        complete=trial.datetime_complete,
        user_attrs=trial.user_attrs,
        params={name: (trial.params[name], kind) for name, kind in distributions.items()},
        reports=trial.intermediate_values,
        number=trial.number,
    )

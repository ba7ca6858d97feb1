"""What the installed Optuna says of a file, in the shape of ``oracle.our_answer``."""

from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import optuna
from optuna.distributions import BaseDistribution, CategoricalDistribution
from optuna.storages import RDBStorage
from optuna.trial import FrozenTrial

from tests.storage.oracle import visible

Json = dict[str, Any]

_LAYOUT = "optuna_dashboard:multi_objective:layout"


def optuna_answers(path: Path) -> Json:
    """Name of each study -> what Optuna says about it."""
    storage = RDBStorage(f"sqlite:///{path}")
    names = optuna.get_all_study_names(storage)
    answers = {
        name: _answer(optuna.load_study(study_name=name, storage=storage)) for name in names
    }
    storage.remove_session()
    storage.engine.dispose()
    return answers


def _answer(study: optuna.Study) -> Json:
    attrs = dict(study._storage.get_study_system_attrs(study._study_id))
    n_objectives = len(study.directions)
    has_vectors = attrs.pop(_LAYOUT, None) == "native"
    best = study.best_trials
    first = min(best, key=lambda trial: trial.number, default=None) if n_objectives == 1 else None
    is_single = n_objectives == 1 and not has_vectors
    states = [trial.state.name for trial in study.trials]
    return {
        "id": study._study_id,
        "directions": [direction.name for direction in study.directions],
        "user_attrs": study.user_attrs,
        "system_attrs": visible(attrs),
        "metric_names": study.metric_names,
        "states": {state: states.count(state) for state in states},
        "trials": [_trial(trial, n_objectives if has_vectors else 0) for trial in study.trials],
        "best": {"number": first.number, "value": first.value} if is_single and first else None,
        "best_trials": [trial.number for trial in best][: 1 if n_objectives == 1 else None],
    }


def _trial(trial: FrozenTrial, n: int) -> Json:
    reports = trial.intermediate_values
    vectors = {
        key // n - 1: tuple(reports.get(key // n * n + i) for i in range(n))
        for key in reports
        if n and key >= n
    }
    return {
        "id": trial._trial_id,
        "number": trial.number,
        "state": trial.state.name,
        "values": trial.values,
        "start": _stored(trial.datetime_start),
        "complete": _stored(trial.datetime_complete),
        "params": trial.params,
        "distributions": {name: _space(d) for name, d in trial.distributions.items()},
        "user_attrs": trial.user_attrs,
        "system_attrs": visible(trial.system_attrs),
        "intermediate_values": {} if n else reports,
        "intermediate_vectors": vectors,
        "constraints": trial.constraints,
    }


def _stored(time: datetime | None) -> str | None:
    """The time as it is in the file: Optuna 5 takes it for one of UTC."""
    return time.astimezone(timezone.utc).replace(tzinfo=None).isoformat() if time else None


def _space(distribution: BaseDistribution) -> Json:
    name = type(distribution).__name__
    if isinstance(distribution, CategoricalDistribution):
        return {"name": name, "choices": list(distribution.choices)}
    return {"name": name, **distribution._asdict()}

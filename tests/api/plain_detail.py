"""The answer to GET /api/studies/<id>, made the plain way from Optuna's own objects."""

import json
from collections.abc import Sequence
from math import isfinite, isnan
from typing import Any

import optuna
from optuna.distributions import BaseDistribution, CategoricalDistribution
from optuna.study import StudyDirection
from optuna.trial import FrozenTrial, TrialState

Json = dict[str, Any]


def plain_detail(storage: optuna.storages.BaseStorage, study_id: int) -> Json:
    """What existing clients get, of a study without anything that a dashboard stored."""
    study = optuna.load_study(study_name=storage.get_study_name_from_id(study_id), storage=storage)
    trials = storage.get_all_trials(study_id)
    counted = [trial for trial in trials if trial.state != TrialState.FAIL]
    names = storage.get_study_system_attrs(study_id).get("study:metric_names")
    return {
        "name": study.study_name,
        "directions": [direction.name.lower() for direction in study.directions],
        "user_attrs": _attrs(study.user_attrs),
        "artifacts": _artifacts(storage.get_study_system_attrs(study_id)),
        "trials": [plain_trial(study_id, trial) for trial in trials],
        "best_trials": [plain_trial(study_id, trial) for trial in _best(study, trials)],
        "intersection_search_space": _intersection(counted),
        "union_search_space": _union(counted),
        "union_user_attrs": [
            {"key": key, "sortable": all(map(_is_number, _values_of(trials, key)))}
            for key in sorted({key for trial in trials for key in trial.user_attrs})
        ],
        "has_intermediate_values": any(trial.intermediate_values for trial in counted),
        "note": {"version": 0, "body": ""},
        "is_preferential": False,
        "feedback_component_type": {"output_type": "note"},
        "plotly_graph_objects": [],
        **({"objective_names": names} if names else {}),
    }


def plain_trial(study_id: int, trial: FrozenTrial) -> Json:
    times = {"datetime_start": trial.datetime_start, "datetime_complete": trial.datetime_complete}
    return {
        "trial_id": trial._trial_id,
        "study_id": study_id,
        "number": trial.number,
        "state": trial.state.name.capitalize(),
        "params": [_param(trial, name) for name in sorted(trial.params)],
        "fixed_params": [
            {"name": name, "param_external_value": str(value)}
            for name, value in trial.system_attrs.get("fixed_params", {}).items()
        ],
        "user_attrs": _attrs(trial.user_attrs),
        "note": {"version": 0, "body": ""},
        "artifacts": _artifacts(trial.system_attrs),
        "constraints": [_number(value) for value in _constraints(trial)],
        "intermediate_values": [
            {"step": step, "value": _number(value)}
            for step, value in sorted(trial.intermediate_values.items())
        ],
        **({"values": [_number(v) for v in trial.values]} if trial.values else {}),
        **{key: time.isoformat() for key, time in times.items() if time},
    }


def plain_distribution(distribution: BaseDistribution) -> Json:
    attributes = dict(distribution._asdict())
    if isinstance(distribution, CategoricalDistribution):
        attributes["choices"] = [
            {"pytype": str(type(choice)), "value": str(choice)} for choice in distribution.choices
        ]
    return {"type": type(distribution).__name__, **attributes}


def _param(trial: FrozenTrial, name: str) -> Json:
    value, distribution = trial.params[name], trial.distributions[name]
    return {
        "name": name,
        "param_internal_value": distribution.to_internal_repr(value),
        "param_external_value": str(value),
        "param_external_pytyp": str(type(value)),
        "param_external_type": str(type(value)),
        "distribution": plain_distribution(distribution),
    }


def _attrs(attrs: Json) -> list[Json]:
    return [
        {"key": key, "value": value if isinstance(value, str) else _text(value)}
        for key, value in attrs.items()
    ]


def _text(value: Any) -> str:
    return str(value) if isinstance(value, (int, float)) else json.dumps(value)[:1024]


def _artifacts(system_attrs: Json) -> list[Json]:
    return [
        json.loads(value) for key, value in system_attrs.items() if key.startswith("artifacts:")
    ]


def _constraints(trial: FrozenTrial) -> Sequence[float]:
    attrs = trial.system_attrs
    named = [attrs[key] for key in sorted(attrs) if key.startswith("constraints:")]
    return [*attrs.get("constraints", ()), *named]


def _best(study: optuna.Study, trials: list[FrozenTrial]) -> list[FrozenTrial]:
    if len(study.directions) > 1:
        return study.best_trials
    feasible = [
        trial
        for trial in trials
        if trial.state == TrialState.COMPLETE and all(value <= 0 for value in _constraints(trial))
    ]
    if not feasible:
        return []
    sign = -1 if study.direction == StudyDirection.MAXIMIZE else 1
    return [min(feasible, key=lambda trial: sign * (trial.value or 0.0))]


def _union(trials: list[FrozenTrial]) -> list[Json]:
    """Without a parameter of several types: no fixture has one."""
    spaces: dict[str, BaseDistribution] = {}
    for trial in trials:
        for name, distribution in trial.distributions.items():
            known = spaces.setdefault(name, distribution)
            if known != distribution:
                low = min(known._asdict()["low"], distribution._asdict()["low"])
                high = max(known._asdict()["high"], distribution._asdict()["high"])
                spaces[name] = type(known)(**{**known._asdict(), "low": low, "high": high})
    return [
        {"name": name, "distribution": plain_distribution(spaces[name])} for name in sorted(spaces)
    ]


def _intersection(trials: list[FrozenTrial]) -> list[Json]:
    return [item for item in _union(trials) if all(item["name"] in t.params for t in trials)]


def _values_of(trials: list[FrozenTrial], key: str) -> list[Any]:
    return [trial.user_attrs[key] for trial in trials if key in trial.user_attrs]


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _number(value: float) -> float | str:
    if isfinite(value):
        return value
    return "nan" if isnan(value) else "inf" if value > 0 else "-inf"

"""The names that a study has, as keys of ``params``, ``values`` and so on."""

from optuna_dashboard.filter.literals import name_text
from optuna_dashboard.study.study import Study

PLAIN = ("number", "state", "value", "feasible", "best", "duration", "start", "complete")
KEYED = ("values", "params", "user_attrs", "constraints")

# What one of the keyed things is called.
NOUNS = {
    "values": "objective",
    "params": "parameter",
    "user_attrs": "user attribute",
    "constraints": "constraint",
}


def keys_of(study: Study, root: str) -> list[str | int]:
    """What can stand after ``params``, ``values``, ``user_attrs`` or ``constraints``."""
    if root == "values":
        return objective_keys(study)
    if root == "params":
        return list(study.param_names)
    if root == "user_attrs":
        return list(study.user_attr_names)
    return sorted(study.constraints.values)


def objective_names(study: Study, objective: int) -> list[str]:
    """The names that a filter may have for an objective, the one to write first.

    That ``values[0]`` is ``value`` where there is one objective goes without saying.
    """
    metrics = study.header.metric_names or []
    keys = objective_keys(study)[objective], objective
    names = ["value"] if len(study.directions) == 1 else [name_text("values", k) for k in keys]
    # Of objectives of one name, the first has it.
    if metrics and metrics.index(metrics[objective]) == objective:
        names.append(name_text("values", metrics[objective]))
    return list(dict.fromkeys(names))


def objective_keys(study: Study) -> list[str | int]:
    """The names of the objectives; their places where two have the same or none has one."""
    metrics = study.header.metric_names or []
    n = len(study.directions)
    return [*metrics] if n and len(set(metrics)) == n else [*range(n)]
